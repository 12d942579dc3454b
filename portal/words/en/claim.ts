import type { Area } from '../area.ts';
import type { claim as ja } from '../ja/claim.ts';

/** What stands on every page of a claim. */
export const claim: Area<typeof ja> = {
  back: 'Your reports',
  number: 'Case',
  follows: 'This page renews itself. You can close it; we go on.',
  where: 'Where it is now',
  why: 'Why it isn’t in your balance',
  evidence: 'See the evidence',
  transactionOn: 'Transaction ({network})',
  arrivedAt: 'Arrived',
  depth: 'How settled it is',
  nodes: 'How we checked',
  nodesText:
    '{count, plural, =1 {We asked one node} other {We asked {count} separate nodes, and they agree}}',
  from: 'Sent from',
  to: 'Arrived at',
  terms: 'Terms that apply',
  flow: 'What happens next',
  flowNote:
    'Whenever it moves on we tell you here and through the exchange. You don’t have to ask.',
  demoDesk: 'Demo: two people at the desk are next. Open the desk and approve.',
  demoDeskAct: 'Open the desk',
  depthText:
    'Block {block, number}, {confirmations, number} confirmations (settled at {needed, number})',
};
