import type { Problems } from '../std/index.ts';

/** Why the exchange's records could not be read in. */
export type AccountsProblem =
  | 'accounts_not_imported'
  | 'accounts_source_stuck'
  | 'accounts_issue_reassigned';

/** How these are told. They reach staff and logs, never a customer. */
export const accountsProblems: Problems<AccountsProblem> = {
  accounts_not_imported: {
    lasts: 'transient',
    ja: '取引所の記録の取り込みが、まだ終わっていません。取り込みが終わってから、もう一度お試しください。',
    en: "The exchange's records have not been imported yet. Try again when the import is through.",
  },
  accounts_source_stuck: {
    lasts: 'transient',
    ja: '取引所の記録が先に進みません。取引所の担当者に、ページの続きの印を確認してもらってください。',
    en: "The exchange's pages go round in circles. Ask its engineers to check the cursors.",
  },
  accounts_issue_reassigned: {
    lasts: 'final',
    ja: '取引所が、発行済みのアドレス({issue})を別の持ち主のものとして送ってきました。取り込みを止めています。取引所に確認してください。',
    en: 'The exchange sent an issued address ({issue}) as somebody else’s. The import has stopped; ask the exchange.',
  },
};
