import type { Problems } from '../std/index.ts';

/** How payments say no. */
export const paymentsProblems = {
  transfer_already_paid: {
    lasts: 'final',
    ja: 'この送金は、すでに返還または入金の手続きが済んでいるか、進んでいます。二重にお支払いすることはできません。',
    en: 'This transfer has been paid, or is being paid. It cannot be paid twice.',
  },
  payment_not_found: {
    lasts: 'final',
    ja: 'この支払いは見つかりません。番号をお確かめください。',
    en: 'There is no such payment. Please check its id.',
  },
  payment_not_stopped: {
    lasts: 'final',
    ja: 'この支払いは止まっていません（いまの状態: {state}）。画面を読み込みなおしてください。',
    en: 'This payment is not stopped (it is {state}). Please load the page again.',
  },
  payment_already_signed: {
    lasts: 'final',
    ja: 'この支払いは署名済みのため、取り消せません。続けるか、ネットワークの結果を待ってください。',
    en: 'This payment has been signed and can’t be cancelled. Resume it, or wait for the network.',
  },
  payment_changed: {
    lasts: 'transient',
    ja: 'ほかの人の操作で状態が変わりました。画面を読み込みなおしてください。',
    en: 'Somebody else has changed this payment. Please load the page again.',
  },
} as const satisfies Problems;
