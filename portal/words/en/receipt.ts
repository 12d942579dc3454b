import type { Area } from '../area.ts';
import type { receipt as ja } from '../ja/receipt.ts';

/** The statement of what was received, on screen and on paper. */
export const receipt: Area<typeof ja> = {
  title: 'Statement of what you received',
  lead: 'What you received in case {number}.',
  back: 'Back to the report',
  pdf: 'Save as PDF',
  number: 'Case',
  at: 'Completed',
  way: 'How you received it',
  from: 'Address where it was found',
  to: 'Delivered to',
  hash: 'Transaction id ({network})',
  units: 'In base units',
  amounts: 'Amounts',
  tax: 'You can keep this statement for your tax records. Amounts in national money are for information; which price counts for tax is for you or your adviser to decide.',
  not: 'There is no statement for this report yet.',
};
