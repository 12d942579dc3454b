export { letterPaper } from './letter-paper.ts';
export { type Paper, type Part, paperDigest, type Row } from './paper.ts';
export { inGroups, type Printing, printPaper } from './print-paper.ts';
export { receiptPaper } from './receipt-paper.ts';
