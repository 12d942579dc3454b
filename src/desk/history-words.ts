import type { Language, Words } from './what-words.ts';

/** What happened, by the kind of its entry. `{name}` is filled from the entry's facts. */
const words: Readonly<Record<string, Words>> = {
  'claim.filed': { ja: '受付：取引番号の報告', en: 'Filed, with a transaction id' },
  'claim.sibling_filed': {
    ja: '同じ取引の別の送金を、別の案件として受付',
    en: 'Another transfer of the same transaction got a case of its own',
  },
  'claim.answer': {
    ja: '診断し、方法をお客さまに提示',
    en: 'Diagnosed; the options are with the customer',
  },
  'claim.conclude_nothing': {
    ja: '調べた。まだ結論は出ない',
    en: 'Looked; nothing can be concluded yet',
  },
  'claim.hold': { ja: '保留にした', en: 'Held' },
  'claim.release': { ja: '保留を解いた', en: 'Released' },
  'claim.review': { ja: '補償の検討に回した', en: 'Passed on for review of compensation' },
  'claim.keep': { ja: '記録をお預かりした', en: 'Kept until it can be done' },
  'claim.refuse': { ja: 'お返しできないと回答', en: 'Refused' },
  'claim.look_again': { ja: 'もう一度調べることにした', en: 'To be looked at afresh' },
  'claim.withdraw': { ja: 'お客さまが取り下げた', en: 'The customer withdrew it' },
  'claim.choose_payment': {
    ja: 'お客さまが方法を選び、承諾',
    en: 'The customer accepted the quote',
  },
  'claim.choose_return': {
    ja: 'お客さまが返還を承諾。受取先の確認を依頼',
    en: 'The customer accepted a return; proof of the wallet was asked for',
  },
  'claim.choose_wait': { ja: 'お客さまが待つことを選択', en: 'The customer chose to wait' },
  'claim.prove': {
    ja: '受取先がご本人のウォレットと確認',
    en: 'The wallet was shown to be the customer’s',
  },
  'claim.plan': {
    ja: '返還を組み立て、試算。2名の承認待ち',
    en: 'Return built and simulated; waiting for two approvals',
  },
  'claim.plan_again': { ja: '返還案を作りなおす', en: 'The plan is to be made again' },
  'claim.approve': {
    ja: '2名の承認がそろい、送付を開始',
    en: 'Two people have approved; the payment begins',
  },
  'claim.offer_compensation': { ja: '補償を提案', en: 'Compensation offered' },
  'claim.stop_payment': { ja: '送付が止まった', en: 'The payment stopped' },
  'claim.resume_payment': { ja: '送付を再開', en: 'The payment goes on' },
  'claim.settle_return': { ja: '返還が確定', en: 'The return is final' },
  'claim.settle_credit': { ja: '残高への反映が完了', en: 'Credited to the balance' },
  'claim.settle_compensation': { ja: '補償が完了', en: 'The compensation was paid' },
  'claim.appeal': { ja: 'お客さまが見直しを申し出', en: 'The customer appealed' },
  'claim.overturn': {
    ja: '見直しの結果、判断を取り消した',
    en: 'The appeal was upheld: the decision is overturned',
  },
  'claim.uphold': {
    ja: '見直しの結果、判断は変わらず',
    en: 'The appeal was decided: the decision stands',
  },
  'claim.fee_charged': { ja: '手数料をいただいた', en: 'The fee was charged' },
  'claim.fee_unpaid': { ja: '手数料をいただけなかった', en: 'The fee could not be charged' },
  'claim.fee_due': { ja: '手数料の請求', en: 'The fee is due' },
  'case.handed_over': {
    ja: '{to}へ引き継ぎ。したこと：{done} 待っていること：{waiting_for} 次にすること：{next}',
    en: 'Handed over to {to}. Done: {done} Waiting for: {waiting_for} Next: {next}',
  },
  'case.taken': { ja: '担当になった', en: 'Took the case' },
  'case.given_back': { ja: '担当を外れた', en: 'Gave the case back' },
  'case.snoozed': {
    ja: '{until}まで待ちにした：{waits_for}',
    en: 'Put aside until {until}: {waits_for}',
  },
  'case.woken': { ja: '待ちを終えた', en: 'Took it up again' },
  'desk.revealed': { ja: '個人情報を表示：{reason}', en: 'Looked at personal data: {reason}' },
  'desk.note': { ja: '{text}', en: '{text}' },
  'plan.approved_passkey': {
    ja: 'パスキーで承認 {digest}',
    en: 'Approved with a passkey {digest}',
  },
  'plan.approved_ed25519': {
    ja: '端末の鍵で承認 {digest}',
    en: 'Approved with a device key {digest}',
  },
  'plan.rejected_reason': { ja: '差し戻し：{reason}', en: 'Rejected: {reason}' },
  'message.sent': { ja: 'お客さまへ連絡：{subject}', en: 'Told the customer: {subject}' },
};

/** An entry in words; of a kind that nobody has named, its own name. */
export function historyText(
  kind: string,
  facts: Readonly<Record<string, string>>,
  language: Language,
): string {
  const text = words[kind]?.[language] ?? kind;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
