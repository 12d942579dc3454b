import type { ReasonCode } from '../recovery/index.ts';

/** Both languages of the desk. */
export type Language = 'ja' | 'en';

/** A text in both. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

/** What is filled into the line that says what happened. */
export interface WhatFacts {
  /** '5 WBTC'; null where nothing was found yet. */
  readonly amount: string | null;
  /** The network's name in the reader's language; null where it was found on none. */
  readonly network: string | null;
}

const noReasonYet: Words = {
  ja: '送金を調べているところ',
  en: 'Looking for the transfer',
};

/**
 * What happened, in one line, for a person who reads forty of them a day. Not what the customer is
 * told: that is in the sentences of the diagnosis.
 */
const what: Readonly<Record<ReasonCode, Words>> = {
  CREDIT_MISSED: {
    ja: '正しく届いた{amount}が、残高に入っていない',
    en: '{amount} arrived correctly and was not credited',
  },
  UNCONFIRMED: {
    ja: '{amount}が{network}で確認の途中',
    en: '{amount} on {network}, still being confirmed',
  },
  NOT_FOUND: {
    ja: 'どのネットワークにも、まだ見つからない',
    en: 'Found on no network so far',
  },
  FAILED_REVERTED: {
    ja: '{network}で取り消された送金',
    en: 'A transfer that {network} undid',
  },
  REPLACED: {
    ja: '別の取引に置き換えられた送金',
    en: 'A transfer that its sender replaced',
  },
  REORGED: {
    ja: '{network}の記録から外れた送金',
    en: 'A transfer that {network} dropped again',
  },
  BELOW_MIN: {
    ja: '最低入金額に満たない{amount}が、{network}で届いた',
    en: '{amount} on {network}, below the smallest deposit',
  },
  INTERNAL_CONTRACT_TRANSFER: {
    ja: 'コントラクトの中から届いた{amount}（{network}）',
    en: '{amount} sent from inside a contract, on {network}',
  },
  WRONG_NETWORK_SAME_KEY: {
    ja: 'ご本人の入金アドレス宛ての{amount}が、{network}で届いた',
    en: '{amount} sent to the customer’s own deposit address, on {network}',
  },
  WRONG_NETWORK_CONTRACT_ADDR: {
    ja: 'コントラクト型の入金アドレス宛ての{amount}が、{network}で届いた',
    en: '{amount} sent to a contract deposit address, on {network}',
  },
  UNLISTED_TOKEN: {
    ja: '取り扱いのない{amount}が、{network}で届いた',
    en: '{amount}, a token not taken on {network}',
  },
  UNLISTED_NETWORK: {
    ja: '{amount}が、入金を受けていない{network}で届いた',
    en: '{amount} on {network}, which is not taken for deposits',
  },
  RETIRED_ADDRESS: {
    ja: '使い終えた入金アドレスに{amount}が届いた（{network}）',
    en: '{amount} sent to a retired deposit address, on {network}',
  },
  OTHER_USERS_ADDRESS: {
    ja: '別のお客さまの入金アドレスに{amount}が届いた（{network}）',
    en: '{amount} sent to another customer’s address, on {network}',
  },
  HOT_WALLET_ADDRESS: {
    ja: '当社のウォレットに直接{amount}が届いた（{network}）',
    en: '{amount} sent to a wallet of the house, on {network}',
  },
  SENT_BY_US: {
    ja: '当社から送った{amount}（{network}）',
    en: '{amount} that we sent ourselves, on {network}',
  },
  CONTRACT_MIGRATED: {
    ja: '旧コントラクトの{amount}が、{network}で届いた',
    en: '{amount} of a former contract, on {network}',
  },
  TO_TOKEN_CONTRACT: {
    ja: 'トークンのコントラクト宛てに送られた{amount}（{network}）',
    en: '{amount} sent to the token’s own contract, on {network}',
  },
  DEAD_OR_ZERO_ADDRESS: {
    ja: '鍵の存在しないアドレスに送られた{amount}（{network}）',
    en: '{amount} sent to an address without a key, on {network}',
  },
  FOREIGN_CONTRACT: {
    ja: '当社以外のコントラクトに送られた{amount}（{network}）',
    en: '{amount} sent to somebody else’s contract, on {network}',
  },
  FAKE_TOKEN: {
    ja: '偽トークンの入金（{network}）',
    en: 'A fake token, on {network}',
  },
  DEPOSIT_SUSPENDED: {
    ja: '入金停止中に{amount}が届いた（{network}）',
    en: '{amount} arrived while deposits were off, on {network}',
  },
  RISK_HOLD: {
    ja: '確認のため止めている{amount}（{network}）',
    en: '{amount} on {network}, stopped for a check',
  },
  NOT_OURS: {
    ja: '当社以外のアドレスに送られた{amount}（{network}）',
    en: '{amount} sent to an address that is not ours, on {network}',
  },
  ALREADY_CREDITED: {
    ja: '{amount}は、すでに残高に入っている',
    en: '{amount} is in the balance already',
  },
  UNKNOWN: {
    ja: '読み取れない記録があり、まだ答えを出せない',
    en: 'Something could not be read, so there is no answer yet',
  },
};

/** What happened, in one line. `code` null: nothing was answered yet. */
export function whatHappened(
  code: string | null,
  { amount, network }: WhatFacts,
  language: Language,
): string {
  const words = code !== null && isReason(code) ? what[code] : noReasonYet;
  const unnamed = { ja: { amount: '送金', network: 'ネットワーク' } } as const;
  const fallback =
    language === 'ja' ? unnamed.ja : ({ amount: 'A transfer', network: 'a network' } as const);
  return words[language]
    .replace('{amount}', amount ?? fallback.amount)
    .replace('{network}', network ?? fallback.network);
}

/** The short name of a reason, without an amount or a network. */
export function reasonTitle(code: ReasonCode, language: Language): string {
  return titles[code][language];
}

function isReason(code: string): code is ReasonCode {
  return Object.hasOwn(what, code);
}

/** Each reason as a specialist names it. */
const titles: Readonly<Record<ReasonCode, Words>> = {
  CREDIT_MISSED: {
    ja: '正しく届いたが、残高への反映が漏れた',
    en: 'Arrived, but was not credited',
  },
  UNCONFIRMED: { ja: '確認の途中', en: 'Not confirmed yet' },
  NOT_FOUND: { ja: 'まだ見つからない', en: 'Not found yet' },
  FAILED_REVERTED: { ja: 'ネットワークで取り消された', en: 'Undone by the network' },
  REPLACED: { ja: '別の取引に置き換えられた', en: 'Replaced by its sender' },
  REORGED: { ja: '記録から外れた', en: 'Dropped by the network' },
  BELOW_MIN: { ja: '最低入金額に満たない', en: 'Below the smallest deposit' },
  INTERNAL_CONTRACT_TRANSFER: {
    ja: 'コントラクトの中からの送金',
    en: 'Sent from inside a contract',
  },
  WRONG_NETWORK_SAME_KEY: {
    ja: 'アドレスは正しく、ネットワークが違う。同じ鍵で動かせる',
    en: 'Right address, wrong network; the same key controls it',
  },
  WRONG_NETWORK_CONTRACT_ADDR: {
    ja: 'コントラクト型のアドレスで、ネットワークが違う',
    en: 'Contract address, wrong network',
  },
  UNLISTED_TOKEN: {
    ja: 'このネットワークで取り扱いのないトークン',
    en: 'Token not taken on this network',
  },
  UNLISTED_NETWORK: { ja: '入金を受けていないネットワーク', en: 'Network not taken for deposits' },
  RETIRED_ADDRESS: { ja: '使い終えた入金アドレス', en: 'Retired deposit address' },
  OTHER_USERS_ADDRESS: { ja: '別のお客さまの入金アドレス', en: 'Another customer’s address' },
  HOT_WALLET_ADDRESS: { ja: '当社のウォレット', en: 'A wallet of the house' },
  SENT_BY_US: { ja: '当社からの送金', en: 'Sent by us' },
  CONTRACT_MIGRATED: { ja: '旧コントラクトのトークン', en: 'Token of a former contract' },
  TO_TOKEN_CONTRACT: { ja: 'トークンのコントラクト宛て', en: 'Sent to the token’s contract' },
  DEAD_OR_ZERO_ADDRESS: { ja: '鍵の存在しないアドレス', en: 'An address without a key' },
  FOREIGN_CONTRACT: { ja: '当社以外のコントラクト', en: 'Somebody else’s contract' },
  FAKE_TOKEN: { ja: '偽トークン', en: 'Fake token' },
  DEPOSIT_SUSPENDED: { ja: '入金の停止中', en: 'Deposits were off' },
  RISK_HOLD: { ja: '確認のための停止', en: 'Stopped for a check' },
  NOT_OURS: { ja: '当社のアドレスではない', en: 'Not an address of ours' },
  ALREADY_CREDITED: { ja: 'すでに残高に入っている', en: 'Credited already' },
  UNKNOWN: { ja: 'まだ答えられない', en: 'Not answered yet' },
};
