import type { Problems } from '../std/index.ts';
import type { ExchangeCode } from './exchange.ts';
import type { HandoverCode } from './verify-handover.ts';

/**
 * How the exchange's failures are told. An answer that can't be read is transient on purpose: the
 * action may have been carried out, and the same key asks again without doing it twice.
 */
export const exchangeProblems: Problems<ExchangeCode | HandoverCode | 'reveal_without_reason'> = {
  exchange_unreachable: {
    lasts: 'transient',
    ja: '取引所のシステムにつながりませんでした。何も行われていません。自動でもう一度試します。',
    en: 'The exchange could not be reached. We try again by ourselves.',
  },
  exchange_timed_out: {
    lasts: 'transient',
    ja: '取引所のシステムから時間内に返事がありませんでした。自動でもう一度確かめます。',
    en: 'The exchange did not answer in time. We ask again by ourselves.',
  },
  exchange_answer_malformed: {
    lasts: 'transient',
    ja: '取引所のシステムの返事を読み取れませんでした({what})。結論は出さず、もう一度確かめます。',
    en: 'The answer of the exchange could not be read ({what}). Nothing was concluded; we ask again.',
  },
  exchange_refused: {
    lasts: 'final',
    ja: '取引所のシステムがこの依頼を受け付けませんでした({problem})。担当者が確認します。',
    en: 'The exchange refused this request ({problem}). A member of staff needs to look at it.',
  },
  exchange_key_reused: {
    lasts: 'final',
    ja: '同じ依頼番号が別の内容で使われていたため、何も行いませんでした。担当者が確認します。',
    en: 'The same request key was used for something else, so nothing was done. Staff must look at it.',
  },
  exchange_customer_unknown: {
    lasts: 'final',
    ja: '取引所にこのお客さまの登録が見つかりません。担当者が確認します。',
    en: 'The exchange has no such customer. A member of staff needs to look at it.',
  },
  exchange_already_credited: {
    lasts: 'final',
    ja: 'この入金は、すでに残高に入っています。二重には入れていません。',
    en: 'This transfer is already in a balance. It was not credited again.',
  },
  exchange_balance_insufficient: {
    lasts: 'transient',
    ja: '費用に対して日本円の残高が足りません。ご入金のあと、もう一度お試しください。',
    en: 'The balance does not cover the fee. Add funds, or choose another way to pay.',
  },
  reveal_without_reason: {
    lasts: 'final',
    ja: '個人の情報を見るには、理由が必要です({max}文字まで)。理由を書いて、もう一度お試しください。',
    en: 'Looking at personal data takes a reason (up to {max} characters). Write one and try again.',
  },
  handover_invalid: {
    lasts: 'final',
    ja: 'ログインの引き継ぎを確かめられませんでした。取引所のアプリから、もう一度お進みください。',
    en: 'Your log-in could not be confirmed. Please come again from the app of the exchange.',
  },
  handover_expired: {
    lasts: 'final',
    ja: 'ログインの引き継ぎの期限が切れました。取引所のアプリから、もう一度お進みください。',
    en: 'The hand-over of your log-in has expired. Please come again from the app of the exchange.',
  },
  handover_used: {
    lasts: 'final',
    ja: 'このログインの引き継ぎは、すでに使われています。取引所のアプリから、もう一度お進みください。',
    en: 'This hand-over was used before. Please come again from the app of the exchange.',
  },
};
