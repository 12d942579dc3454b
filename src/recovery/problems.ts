import type { Problems } from '../std/index.ts';

/** How recovery says no. */
export const recoveryProblems = {
  claim_not_found: {
    lasts: 'final',
    ja: '受付番号 {number} のご報告は見つかりません。番号をお確かめください。',
    en: 'There is no case {number}. Please check the number.',
  },
  claim_without_transaction: {
    lasts: 'final',
    ja: '取引の番号が見つかりませんでした。送り元の画面にある、0xのあとに64文字が続く取引の番号か、そのページのURLを貼りつけてください。',
    en: 'We found no transaction ID in it. Please paste the 64-digit ID that begins with 0x, or the link to its page.',
  },
  claim_with_many_transactions: {
    lasts: 'final',
    ja: '取引の番号が {count} 件ありました。1件ずつお知らせください。',
    en: 'There are {count} transaction IDs in it. Please report them one at a time.',
  },
  paper_not_available: {
    lasts: 'final',
    ja: 'このご報告では、まだこの書面をお出しできません。ご報告の画面で、いまの状態をご覧ください。',
    en: 'There is no such paper for this case yet. Please look at its latest state.',
  },
  transfer_unknown: {
    lasts: 'final',
    ja: 'この入金の記録を確かめられませんでした。一覧を開きなおすか、取引の番号を貼りつけてください。',
    en: 'We could not make out which deposit this is. Please open the list again, or paste the transaction id.',
  },
  claim_other_network_family: {
    lasts: 'final',
    ja: '「{text}」はビットコイン系のネットワークのアドレスです。今お調べできるのはイーサリアム系のネットワークです。そちらで送った場合は、0xで始まる取引の番号を貼りつけてください。',
    en: '‘{text}’ is an address of another kind of network, of the Bitcoin family. We can look on networks of the Ethereum kind; if you sent it on one of those, please paste the transaction ID that begins with 0x.',
  },
  hash_truncated: {
    lasts: 'final',
    ja: '取引の番号「{text}」は途中で切れています。0xのあとの64文字すべてを貼りつけてください。',
    en: 'The transaction ID ‘{text}’ is not complete. Please paste all 64 digits of it.',
  },
  text_too_long: {
    lasts: 'final',
    ja: '文章が長すぎます（上限 {bytesMax} バイト）。取引の番号のある部分だけを貼りつけてください。',
    en: 'The text is too long (at most {bytesMax} bytes). Please paste only the part with the transaction ID.',
  },
  too_many_claims: {
    lasts: 'transient',
    ja: '調査中のお申し出が {max} 件あります。どれかの結果がでてから、もう一度お知らせください。',
    en: 'You have {max} open claims. Please report this one when another has been answered.',
  },
  nothing_to_choose: {
    lasts: 'final',
    ja: 'このご報告では、いま選べる方法はありません。最新の状態をご覧ください。',
    en: 'There is nothing to choose in this case at the moment. Please look at its latest state.',
  },
  quote_expired: {
    lasts: 'transient',
    ja: 'お見積もりの期限が過ぎました。ご報告の画面のボタンで、新しいお見積もりをお出しします。',
    en: 'The quote has run out. The button on the page of your report gets you a new one.',
  },
  option_not_permitted: {
    lasts: 'final',
    ja: 'この方法は、いまは選べません（{because}）。ほかの方法をお選びください。',
    en: 'This option is not open at the moment ({because}). Please choose another.',
  },
  destination_missing: {
    lasts: 'final',
    ja: '返却先のアドレスを入力してください。',
    en: 'Please enter the address to return it to.',
  },
  destination_refused: {
    lasts: 'final',
    ja: 'アドレス {address} にはお送りできません（{because}）。ご本人の別のウォレットをご指定ください。',
    en: 'We cannot send to {address} ({because}). Please name another wallet of your own.',
  },
  challenge_not_found: {
    lasts: 'final',
    ja: 'この確認の依頼は見つかりません。もう一度、確認をはじめてください。',
    en: 'There is no such request for proof. Please start the proof again.',
  },
  challenge_expired: {
    lasts: 'transient',
    ja: '確認の期限が過ぎました。もう一度、確認をはじめてください。',
    en: 'The time for this proof has passed. Please start the proof again.',
  },
  wallet_not_proven: {
    lasts: 'final',
    ja: '{address} がお客さまのウォレットか、まだ確かめられていません。署名した文、または送った額と取引の番号をお確かめのうえ、もう一度お送りください。',
    en: 'This does not show yet that {address} is your wallet. Please check the signed text, or the amount and the transaction id, and send it again.',
  },
  wallet_proof_unread: {
    lasts: 'transient',
    ja: 'いまネットワークにつながらず、確認を終えられません。少し待って、もう一度お試しください。',
    en: 'We cannot reach the network to finish the proof. Please try again in a moment.',
  },
  claim_changed: {
    lasts: 'transient',
    ja: 'この案件は、ご覧になっている間に変わりました。最新の状態を読み込んで、もう一度お試しください。',
    en: 'This case has changed since you looked. Please load it again and retry.',
  },
  step_not_possible: {
    lasts: 'final',
    ja: 'いまは、この操作はできません。画面を開きなおして、最新の状態をご覧ください。',
    en: 'This cannot be done at the moment. Please open the page again and look at the latest state.',
  },
  reason_missing: {
    lasts: 'final',
    ja: '理由を入力してください（4000文字まで）。',
    en: 'Please give a reason (at most 4000 characters).',
  },
  nobody_to_consent: {
    lasts: 'final',
    ja: 'この送金の宛先は、別のお客さまのアドレスではありません。同意を記録する必要はありません。',
    en: 'The receiving address is not another customer’s, so there is no consent to record.',
  },
  nothing_diagnosed: {
    lasts: 'final',
    ja: 'まだ診断がありません。診断のあとで直してください。',
    en: 'There is no diagnosis yet. Correct it once there is one.',
  },
  appeal_too_long: {
    lasts: 'final',
    ja: '文章が長すぎます（上限 {max} 文字）。短くしてお送りください。',
    en: 'The text is too long (at most {max} characters). Please shorten it.',
  },
  refused_by_same_person: {
    lasts: 'final',
    ja: 'はじめの判断をした方は、見直しを担当できません。別の担当者に引き継いでください。',
    en: 'Whoever made the first decision cannot review it. Please hand it to somebody else.',
  },
  compensation_too_high: {
    lasts: 'final',
    ja: '補償は、失われた額（{max} 最小単位）までです。',
    en: 'Compensation is at most what was lost ({max} base units).',
  },
  plan_not_found: {
    lasts: 'final',
    ja: 'この計画は見つかりません。案件を読み込みなおしてください。',
    en: 'There is no such plan. Please load the case again.',
  },
  owed_unread: {
    lasts: 'transient',
    ja: '一部の記録を読み取れず、案件 {number} をいまお支払いしてよいか確かめられません。少し待って、もう一度お試しください。',
    en: 'Some records cannot be read, so it is not certain that case {number} may be paid now. Please try again in a moment.',
  },
  plan_expired: {
    lasts: 'final',
    ja: '案件 {number} の計画は期限が過ぎました。新しい計画で承認を取り直してください。',
    en: 'The plan of case {number} has expired. Please approve the new one.',
  },
} as const satisfies Problems;
