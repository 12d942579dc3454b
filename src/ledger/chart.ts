import { invariant } from '../std/index.ts';

/**
 * The chart of accounts: every kind of account there is. `normalSide` is the side on which its
 * balance grows; `overdraft`, where there is one, names why it may go below zero.
 */
export const chart = {
  chain: {
    normalSide: 'debit',
    overdraft: null,
    says: 'What lies at one of our addresses, as far as it was found for a claim or moved there by us.',
  },
  'gas-wallet': {
    normalSide: 'debit',
    overdraft: 'filled from outside: what the treasury sends to a gas wallet is not booked here',
    says: 'The wallet that pays for gas. Below zero it shows how much of its filling we have used.',
  },
  owed: {
    normalSide: 'credit',
    overdraft: null,
    says: 'What we hold for the customer of one claim, and owe them until it is returned or credited.',
  },
  clearing: {
    normalSide: 'credit',
    overdraft: null,
    says: 'What the exchange has credited to customers on our word, and we owe the exchange for.',
  },
  receivable: {
    normalSide: 'debit',
    overdraft: null,
    says: 'What the exchange has charged customers on our word, and owes us.',
  },
  income: { normalSide: 'credit', overdraft: null, says: 'What we have earned in recovery fees.' },
  tax: {
    normalSide: 'credit',
    overdraft: null,
    says: 'Consumption tax that was charged with a fee and is to be handed on.',
  },
  expense: {
    normalSide: 'debit',
    overdraft: null,
    says: 'What recoveries have cost us: network fees, and compensation from the house’s own funds.',
  },
} as const satisfies Readonly<
  Record<string, { normalSide: 'debit' | 'credit'; overdraft: string | null; says: string }>
>;

/** The first part of an account’s code. */
export type AccountKind = keyof typeof chart;

/** An account by its place in the chart. It holds one asset: that of the transfer that names it. */
export interface Account {
  readonly kind: AccountKind;
  /** `<kind>/<the rest>`, such as `chain/evm:61/0xabc…` or `owed/claim/K-1`. */
  readonly code: string;
}

const networkShape = /^evm:\d{1,20}$/;
const addressShape = /^0x[0-9a-f]{40}$/;
const caseNumberShape = /^[A-Za-z0-9-]{1,40}$/;

/** One of our addresses: a customer's deposit address, the treasury, a hot wallet. */
export function chainAddress(network: string, address: string): Account {
  return { kind: 'chain', code: `chain/${place(network, address)}` };
}

/** The wallet on a network that lends deposit addresses their gas. */
export function gasWallet(network: string, address: string): Account {
  return { kind: 'gas-wallet', code: `gas-wallet/${place(network, address)}` };
}

/** What is owed to the customer of one claim. */
export function owedToClaim(caseNumber: string): Account {
  invariant(caseNumberShape.test(caseNumber), `'${caseNumber.slice(0, 60)}' is a claim's number`);
  return { kind: 'owed', code: `owed/claim/${caseNumber}` };
}

/** What the exchange has credited on our word. */
export const exchangeClearing: Account = { kind: 'clearing', code: 'clearing/exchange' };

/** What the exchange has charged on our word. */
export const exchangeReceivable: Account = { kind: 'receivable', code: 'receivable/exchange' };

/** Fees earned, in whatever asset they were taken. */
export const recoveryFeeIncome: Account = { kind: 'income', code: 'income/recovery-fee' };

/** Tax charged with fees. */
export const consumptionTaxPayable: Account = { kind: 'tax', code: 'tax/consumption' };

/** Gas burnt. */
export const networkFeeExpense: Account = { kind: 'expense', code: 'expense/network-fee' };

/** Paid from the house's own funds. */
export const compensationExpense: Account = { kind: 'expense', code: 'expense/compensation' };

/** Reads an account's code, as the database holds it, back. Throws on a code of no kind. */
export function accountOfCode(code: string): Account {
  const kind = code.slice(0, code.indexOf('/'));
  invariant(Object.hasOwn(chart, kind), `'${code.slice(0, 80)}' begins with a kind of the chart`);
  return { kind: kind as AccountKind, code };
}

function place(network: string, address: string): string {
  invariant(networkShape.test(network), `'${network.slice(0, 60)}' is a network's id`);
  invariant(addressShape.test(address), `'${address.slice(0, 60)}' is a lower-case address`);
  return `${network}/${address}`;
}
