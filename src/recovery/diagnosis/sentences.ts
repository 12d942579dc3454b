import type { ReasonCode, ReasonOutcome } from './reason.ts';

export interface Words {
  readonly ja: string;
  readonly en: string;
}

/** What may be said of the result, by outcome: expected, being looked into, or not possible. */
export const levels: Readonly<Record<ReasonOutcome, Words>> = {
  credit: {
    ja: '残高に入れられる見込みです。',
    en: 'We expect to be able to put it into your balance.',
  },
  refund: { ja: '取り戻せる見込みです。', en: 'We expect to be able to return it.' },
  wait: { ja: '取り戻せるか調べています。', en: 'We are looking into whether it can be returned.' },
  hold: { ja: '担当者が確認しています。', en: 'A person is checking it.' },
  keep: {
    ja: 'いまの当社の設備では取り戻せません。記録を残し、できるようになったらこちらからご連絡します。申し込みなおす必要はありません。',
    en: "We can't return it with what we have today. We keep your claim and will contact you when we can. No need to apply again.",
  },
  compensate: {
    ja: '取り戻せません。補償の制度が使えるか、続けて確認します。',
    en: "It can't be recovered. We are now checking whether a compensation programme applies.",
  },
  refuse: { ja: '当社では取り戻せません。', en: "We can't recover it." },
};

/** Sentences by outcome, or by a finer variant; `any` where the outcome makes no difference. */
export type ByOutcome = { readonly any: Words } & { readonly [variant: string]: Words };

/** What the customer is told, by code. `{level}` is the sentence of the outcome. */
export const sentences: Readonly<Record<ReasonCode, ByOutcome>> = {
  CREDIT_MISSED: {
    any: {
      ja: '{amount} は正しく届いていますが、残高への反映が漏れていました。申し訳ありません。{level}',
      en: 'Your {amount} arrived correctly, but we failed to credit it. We are sorry. {level}',
    },
    hold: {
      ja: '{amount} は正しく届いています。残高に入れる前に、{level}',
      en: 'Your {amount} arrived correctly. Before it is credited: {level}',
    },
  },
  UNCONFIRMED: {
    any: {
      ja: '送金はネットワークで処理されている途中です(確認 {confirmations}/{needed})。確認がそろってから結果をお知らせします。',
      en: 'The transfer is still being confirmed ({confirmations} of {needed} confirmations). We will tell you the result once it is.',
    },
  },
  NOT_FOUND: {
    any: {
      ja: 'この取引の番号の記録は、まだ見つかりません。送り元で処理が終わっていないことがあります。1時間ごとに調べなおし、見つかりしだいお知らせします。',
      en: "We can't find this transaction yet. The sender may not have processed it. We look again every hour and will tell you when it appears.",
    },
  },
  FAILED_REVERTED: {
    any: {
      ja: 'この送金は、ネットワークの処理の途中で取り消されました。送ろうとした資産は、送り元に残っています。かかったのはネットワーク費用だけです。',
      en: 'The network undid this transfer on the way. What was to be sent is still with the sender; only the network fee was spent.',
    },
  },
  REPLACED: {
    any: {
      ja: 'この送金は、同じ送り元の別の取引に置き換えられました。その取引で届いているか調べています。',
      en: 'The sender replaced this transfer by another one. We are checking whether that one reached us.',
    },
  },
  REORGED: {
    any: {
      ja: 'いったん記録された送金が、ネットワークの記録から外れました。もう一度記録されるか調べています。',
      en: 'The network had recorded this transfer and has dropped it again. We are watching whether it comes back.',
    },
    hold: {
      ja: 'いったん記録された送金が、ネットワークの記録から外れました。担当者が確認しています。',
      en: 'The network had recorded this transfer and has dropped it again. A person is checking it.',
    },
  },
  BELOW_MIN: {
    any: {
      ja: '{amount} は届いていますが、最低入金額({minimum} {symbol})に満たないため、残高に入っていません。届いた記録はお預かりしています。',
      en: 'Your {amount} arrived, but it is less than the smallest deposit ({minimum} {symbol}), so it was not credited. We keep the record of it.',
    },
    refuse: {
      ja: 'この送金で動いた数量は0です。お受け取りいただくものはありません。',
      en: 'This transfer moved an amount of zero. There is nothing to receive.',
    },
  },
  INTERNAL_CONTRACT_TRANSFER: {
    any: {
      ja: '{amount} はコントラクトを通じて届いたため、自動では残高に入りませんでした。{level}',
      en: 'Your {amount} came by way of a contract, so it was not credited automatically. {level}',
    },
  },
  WRONG_NETWORK_SAME_KEY: {
    any: {
      ja: '{amount} は「{network}」で届きました。当社が自動で受け取れるのは「{taken}」だけのため、残高に入りませんでした。{level}',
      en: 'Your {amount} came by {network}. We take it automatically only by {taken}, so it was not credited. {level}',
    },
    refund: {
      ja: '{amount} は、当社が鍵を管理しているアドレスに届いています。「{network}」で届き、当社が自動で受け取れるのは「{taken}」だけのため、残高に入りませんでした。{level}',
      en: 'Your {amount} are at an address whose key we hold. It came by {network}; we take it automatically only by {taken}, so it was not credited. {level}',
    },
  },
  WRONG_NETWORK_CONTRACT_ADDR: {
    any: {
      ja: '{amount} は「{network}」で届きました。送り先のアドレスは、このネットワークではまだ使えるようになっていません。{level}',
      en: 'Your {amount} came by {network}, where the deposit address is not in working order yet. {level}',
    },
    compensate: {
      ja: '{amount} は「{network}」で届きました。このネットワークでは、同じアドレスに別の方のプログラムがあるため、{level}',
      en: "Your {amount} came by {network}, where somebody else's program stands at the same address. {level}",
    },
  },
  UNLISTED_TOKEN: {
    any: {
      ja: '{amount} は当社のアドレスに届いています。「{network}」でのお取り扱いがないため、残高に入りませんでした。{level}',
      en: 'Your {amount} reached our address. We do not take this asset by {network}, so it was not credited. {level}',
    },
  },
  UNLISTED_NETWORK: {
    any: {
      ja: '{amount} は「{network}」で当社のアドレスに届いています。当社はこのネットワークでの入金をお受けしていません。{level}',
      en: 'Your {amount} reached our address by {network}. We take no deposits by this network. {level}',
    },
  },
  RETIRED_ADDRESS: {
    any: {
      ja: '{amount} は、以前お使いいただいていた入金アドレスに届いています。このアドレスは、いまは使われていません。{level}',
      en: 'Your {amount} reached a deposit address that is no longer in use. {level}',
    },
  },
  OTHER_USERS_ADDRESS: {
    any: {
      ja: '送り先は、当社をご利用の別の方のアドレスでした。お返しには、送り元がご本人のウォレットという確認と、お相手の同意が必要です。お相手の情報は、お伝えできません。',
      en: "The address belongs to another customer. To return it we need to see that the sending wallet is yours, and their consent. We can't tell you who they are.",
    },
    hold: {
      ja: '送り先は、当社をご利用の別の方のアドレスでした。送り元がどなたのウォレットか、担当者が確認しています。お相手の情報は、お伝えできません。',
      en: "The address belongs to another customer. A person is checking whose the sending wallet is. We can't tell you who they are.",
    },
    refund: {
      ja: '送り先は、当社をご利用の別の方のアドレスでした。送り元の確認とお相手の同意がそろいました。{level}',
      en: 'The address belongs to another customer. We have seen that the sending wallet is yours, and they consent. {level}',
    },
  },
  SENT_BY_US: {
    any: {
      ja: 'この送金の送り元は、当社が管理しているアドレスです。何の送金か、担当者が確認しています。',
      en: 'This was sent from an address of ours. A person is checking what it was for.',
    },
  },
  HOT_WALLET_ADDRESS: {
    any: {
      ja: '{amount} は、入金用ではない当社のアドレスに届いています。どなたの送金か確かめるため、送り元がご本人のウォレットという確認が必要です。',
      en: 'Your {amount} reached an address of ours that is not meant for deposits. To know whose it is, we need to see that the sending wallet is yours.',
    },
    hold: {
      ja: '{amount} は、入金用ではない当社のアドレスに届いています。送り元がどなたのウォレットか、担当者が確認しています。',
      en: 'Your {amount} reached an address of ours that is not meant for deposits. A person is checking whose the sending wallet is.',
    },
    refund: {
      ja: '{amount} は、入金用ではない当社のアドレスに届いています。送り元がご本人のウォレットと確認できました。{level}',
      en: 'Your {amount} reached an address of ours that is not meant for deposits. We have seen that the sending wallet is yours. {level}',
    },
  },
  CONTRACT_MIGRATED: {
    any: {
      ja: '{amount} は、古いトークンで届いています。お受けしているのは新しいトークンだけのため、残高に入りませんでした。{level}',
      en: 'Your {amount} came as a token of the old contract. We take only the new one, so it was not credited. {level}',
    },
  },
  TO_TOKEN_CONTRACT: {
    any: {
      ja: '送り先は、トークンを発行しているコントラクトでした。動かせるのは発行元だけのため、{level}発行元が再発行に応じる場合があります。',
      en: "It was sent to the token's own contract. Only its issuer can do anything about that. {level} The issuer may agree to issue it again.",
    },
  },
  DEAD_OR_ZERO_ADDRESS: {
    any: {
      ja: '調べた結果、この送金は取り戻せません。送り先が、鍵の存在しないアドレスとして知られているためです。補償の制度が使えるか、続けて確認します。',
      en: "This transfer can't be recovered: the address is known to have no key. We are now checking whether a compensation programme applies.",
    },
  },
  FOREIGN_CONTRACT: {
    any: {
      ja: '送り先は、当社のものではないプログラム(コントラクト)でした。{level}そのコントラクトの運営者にお問い合わせください。',
      en: 'It was sent to a contract that is not ours. {level} Please ask those who run that contract.',
    },
  },
  FAKE_TOKEN: {
    any: {
      ja: '届いたトークンは {pretends} に見える名前を名乗っていますが、当社がお取り扱いする {pretends} とは別のものです。残高に入れることも、{pretends} としてお返しすることもできません。',
      en: 'The token that arrived goes by a name that looks like {pretends}, but it is not the {pretends} that we take. It can be neither credited nor returned as {pretends}.',
    },
  },
  DEPOSIT_SUSPENDED: {
    any: {
      ja: '{amount} は届いています。入金を停止していた間に届いたため、まだ残高に入っていません。再開したあとに、あらためてお知らせします。',
      en: 'Your {amount} arrived while deposits were suspended, so it is not in your balance yet. We will tell you after they resume.',
    },
    credit: {
      ja: '{amount} は届いています。入金を停止していた間に届いたため、残高に入りませんでした。{level}',
      en: 'Your {amount} arrived while deposits were suspended, so it was not credited. {level}',
    },
  },
  RISK_HOLD: {
    any: {
      ja: '確認のため、この入金の手続きを止めています。くわしい理由をお伝えできないことがあります。ご不便をおかけします。',
      en: 'We are making checks and have put this deposit on hold. We may not be able to give the reason.',
    },
  },
  NOT_OURS: {
    any: {
      ja: '送り先は当社のアドレスではありませんでした。{level}送り先のアドレスをお持ちの方や取引所にお問い合わせください。',
      en: "The address isn't ours. {level} Please ask the person or exchange that the address belongs to.",
    },
  },
  ALREADY_CREDITED: {
    any: {
      ja: 'この送金は、すでに残高に入っています(記録 {credit.made})。',
      en: 'This transfer is already in your balance (entry {credit.made}).',
    },
    hold: {
      ja: 'この取引については、残高への記帳（記録 {credit.made}）があります。どの送金の分か、担当者が確認しています。',
      en: 'Our books hold a credit from this transaction (entry {credit.made}). A person is checking which transfer it was for.',
    },
    another_customer: {
      ja: 'この送金は、送り先のアドレスをお持ちの別の方の残高に入っています。お返しには、その方の同意が必要です。お相手の情報は、お伝えできません。',
      en: "This transfer is in the balance of another customer, to whom the address belongs. To return it we need their consent. We can't tell you who they are.",
    },
  },
  UNKNOWN: {
    any: {
      ja: 'いま一部の記録を読み取れず、答えを出せません。届いていないという意味ではありません。読み取れるまで調べなおします。',
      en: "We can't read some of the records right now, so we can't answer yet. This doesn't mean it is lost. We keep trying.",
    },
    node_answers: {
      ja: 'いま一部のネットワークにつながらず、答えを出せません。届いていないという意味ではありません。',
      en: "We can't reach some networks right now, so we can't answer yet. This doesn't mean it is lost.",
    },
    person_looks: {
      ja: '記録だけでは判断できないため、担当者が確認します。',
      en: 'The records alone do not decide this, so a person will look into it.',
    },
  },
};
