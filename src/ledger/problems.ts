import type { Problems } from '../std/index.ts';
import type { ReversalRefusal } from './reverse-entry.ts';

/** Told in `accessProblems`. */
type SharedWithAccess = 'not_permitted' | 'reason_missing';

/** How the ledger's refusals are told. Staff read these; a customer never causes one. */
export const ledgerProblems: Problems<Exclude<ReversalRefusal, SharedWithAccess>> = {
  key_reused_with_another_body: {
    lasts: 'final',
    ja: '「{key}」は、別の内容ですでに記帳されています。先の記帳を確かめ、誤りであれば反対仕訳で訂正してください。',
    en: '{key} has been booked before with another content. Look at that entry; if it is wrong, reverse it.',
  },
  would_overdraw: {
    lasts: 'transient',
    ja: '「{key}」を記帳すると、勘定「{account}」の残高が足りなくなります。入金の記帳が済んでいるか確かめてください。',
    en: 'Booking {key} would take {account} below zero. Check whether what it should hold has been booked.',
  },
  earlier_entry_missing: {
    lasts: 'transient',
    ja: '「{key}」の前に記帳されるはずの「{follows}」が、まだありません。先にそちらを記帳してください。',
    en: '{follows}, which must stand before {key}, has not been booked. Book that first.',
  },
  entry_unknown: {
    lasts: 'final',
    ja: '「{key}」という記帳はありません。勘定の明細で確かめてください。',
    en: 'Nothing is booked under {key}. Look it up in the statement of the account.',
  },
};
