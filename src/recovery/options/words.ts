import type { Need, OptionKind, WaitAdvice, WaitReason, WhyNotCode } from './option.ts';

/** A sentence in both languages; `{name}` is filled by the page. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

export const optionWords: Readonly<Record<OptionKind, Words>> = {
  credit: { ja: '口座の残高に入れる', en: 'Credit my account' },
  return_to_source: { ja: '元のウォレットに返す', en: 'Return to the wallet it came from' },
  return_to_proven: { ja: 'ほかのウォレットに返す', en: 'Return to another wallet of mine' },
  wait: { ja: '待つ（無料）', en: 'Wait, free of charge' },
};

export const whyNotWords: Readonly<Record<WhyNotCode, Words>> = {
  not_shown_possible: {
    ja: 'いま確かめられていることだけでは、この方法を選べません。',
    en: 'What we could establish so far does not allow this.',
  },
  credit_is_due: {
    ja: '残高に入れられるため、お返しは選べません。残高に入ったあとは、いつでも出金できます。',
    en: 'It can go into your balance, so a return is not offered. Once it is there you can withdraw it at any time.',
  },
  asset_not_listed: {
    ja: 'このネットワークで届いたこの暗号資産は、当社の取り扱いがないため、残高に入れることはできません。',
    en: "We don't take this asset by this network, so it can't be put into your balance.",
  },
  return_not_allowed: {
    ja: '当社に適用される規則により、この資産をお返しすることは、いまはできません。',
    en: "The rules that apply to us don't allow this asset to be returned at present.",
  },
  fee_exceeds_value: {
    ja: '費用が受け取る額を上回るため、選べません。無料でお待ちいただけます。',
    en: 'The fee would be more than what you receive, so this is not offered. You can wait for free.',
  },
  fee_unknown: {
    ja: '費用をまだ計算できないため、選べません。担当者が確認します。',
    en: 'We can’t work out the fee yet, so this is not offered. A person is looking into it.',
  },
  source_cannot_receive: {
    ja: '送り元が取引所などのアドレスのため、そこへ返すと届かないおそれがあります。',
    en: 'It came from an address of an exchange or a contract; sent back there it could be lost.',
  },
  nothing_to_wait_for: {
    ja: 'お待ちいただいても変わらないため、選ぶ必要はありません。',
    en: 'Waiting would change nothing.',
  },
};

export const needWords: Readonly<Record<Need, Words>> = {
  source_is_own_wallet: {
    ja: '元のウォレットがご本人のものという確認（署名、または指定額の送金）',
    en: 'Show that the wallet it came from is yours: sign a message, or send a set small amount.',
  },
  destination_proof: {
    ja: '返却先がご本人のウォレットという確認（署名、または指定額の送金）',
    en: 'Show that the destination is your wallet: sign a message, or send a set small amount.',
  },
  travel_rule_facts: {
    ja: '受け取る方のお名前など、送付に必要な項目の入力',
    en: 'Enter the facts that a transfer needs, such as the name of the recipient.',
  },
};

const waitReasonWords: Readonly<Record<WaitReason, Words>> = {
  not_in_a_hurry: {
    ja: 'お急ぎでなければ、待つほうがお手元に多く残ります。',
    en: "If you're not in a hurry, waiting leaves you more.",
  },
  sensitive_to_fees: {
    ja: '費用をかけたくないときは、待つほうがお手元に多く残ります。',
    en: 'If you would rather not pay a fee, waiting leaves you more.',
  },
  fee_above_share: {
    ja: '費用が受取額の5%を超えるため、待つほうがお手元に多く残ります。',
    en: 'The fee is more than 5 % of what you receive, so waiting leaves you more.',
  },
  fee_exceeds_value: {
    ja: '費用が受け取る額を上回るため、いまの返却はおすすめしません。無料でお待ちいただけます。',
    en: 'The fee would exceed what you receive, so we advise against returning it now. You can wait for free.',
  },
};

/** Never shown apart from each other, and never left out beside the word 'wait'. */
const waitClauses: Words = {
  ja: 'いつ対応するか、対応するかどうかは、お約束できません。待っている間も、いつでもほかの方法に変えられます。',
  en: "We can't promise when, or whether, it will be possible. You may change your mind at any time.",
};

/** What choosing to wait means: shown beside the option, advised or not. */
export const waitWords: Words = {
  ja: `対応できるようになったら、こちらからお知らせします。費用はかかりません。${waitClauses.ja}`,
  en: `We will tell you when we can do it. It costs nothing. ${waitClauses.en}`,
};

/** The advice as one text, its reason first, its clauses always with it. */
export function waitAdviceWords(advice: WaitAdvice): Words {
  const first = advice.because[0] ?? 'not_in_a_hurry';
  return {
    ja: `${waitReasonWords[first].ja}${waitClauses.ja}`,
    en: `${waitReasonWords[first].en} ${waitClauses.en}`,
  };
}
