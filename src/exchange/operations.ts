import { z } from 'zod';
import { contractVersion, type schemas } from './contract.ts';
import { addressWire, assetWire, customerWire, hashWire, networkWire } from './wire.ts';

/** One call of the contract. The client, the document and the tests all read this table. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** `{name}` is filled from `path` below. */
  readonly path: string;
  readonly summary: string;
  readonly parameters?: Readonly<Record<string, { in: 'path' | 'query'; schema: z.ZodType }>>;
  readonly body?: keyof typeof schemas;
  readonly answer: keyof typeof schemas;
}

const at = (path: string) => `/${contractVersion}${path}`;
const inPath = (schema: z.ZodType) => ({ in: 'path', schema }) as const;
const inQuery = (schema: z.ZodType) => ({ in: 'query', schema }) as const;

/** Every call, by its name in the port `Exchange`. */
export const operations = {
  ownersOfAddress: {
    method: 'GET',
    path: at('/addresses/{address}/owners'),
    summary: 'Whom an address belongs or ever belonged to, on every network.',
    parameters: { address: inPath(addressWire) },
    answer: 'AddressOwners',
  },
  creditsOf: {
    method: 'GET',
    path: at('/transactions/{network}/{hash}/credits'),
    summary: 'What was credited for a transaction, transfer by transfer.',
    parameters: { network: inPath(networkWire), hash: inPath(hashWire) },
    answer: 'Credits',
  },
  credit: {
    method: 'POST',
    path: at('/credits'),
    summary: 'Adds to a balance. One transfer is credited at most once, whatever the key.',
    body: 'Credit',
    answer: 'Receipt',
  },
  charge: {
    method: 'POST',
    path: at('/charges'),
    summary: 'Takes a fee, tax included, from a balance in a national currency.',
    body: 'Charge',
    answer: 'Receipt',
  },
  restrict: {
    method: 'POST',
    path: at('/restrictions'),
    summary: 'Stops what is named until the restriction is lifted.',
    body: 'Restriction',
    answer: 'Receipt',
  },
  lift: {
    method: 'POST',
    path: at('/lifts'),
    summary: 'Ends one restriction.',
    body: 'Lift',
    answer: 'Receipt',
  },
  notify: {
    method: 'POST',
    path: at('/notifications'),
    summary: 'Reaches a customer where the exchange reaches its customers.',
    body: 'Notification',
    answer: 'Receipt',
  },
  customer: {
    method: 'GET',
    path: at('/customers/{customer}'),
    summary: "A customer's personal data, for one look. Kaeru never stores it.",
    parameters: { customer: inPath(customerWire) },
    answer: 'Customer',
  },
  accounts: {
    method: 'GET',
    path: at('/accounts'),
    summary: 'All customers and addresses, page by page, retired ones included.',
    parameters: { cursor: inQuery(z.string().max(200).optional()) },
    answer: 'Accounts',
  },
  changes: {
    method: 'GET',
    path: at('/changes'),
    summary: 'The records that changed since a cursor, each whole.',
    parameters: { since: inQuery(z.string().max(200)) },
    answer: 'Changes',
  },
  assets: {
    method: 'GET',
    path: at('/assets'),
    summary: 'The assets listed today, and those listed before.',
    answer: 'Assets',
  },
  rates: {
    method: 'GET',
    path: at('/rates'),
    summary: 'What one whole unit of an asset is worth. Empty: no price.',
    parameters: { asset: inQuery(assetWire) },
    answer: 'Rates',
  },
} as const satisfies Record<string, Operation>;
