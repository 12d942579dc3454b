import { z } from 'zod';
import {
  addressWire,
  assetWire,
  controlWire,
  customerWire,
  intervalWire,
  languageWire,
  networkWire,
  timeWire,
  transferKeyWire,
  unitsWire,
} from './wire.ts';

/** The version that stands at the head of every path. A change that breaks a reader is a new one. */
export const contractVersion = 'v1';

/** Rows in one page of accounts or changes, at most. */
export const pageRowsMax = 10_000;

const revision = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .transform(BigInt)
  .meta({ description: 'Grows with every change that the exchange makes to any record.' });

const text = (max: number) => z.string().min(1).max(max);
const cursor = text(200).meta({ description: 'Opaque: handed back as it was received.' });

const issued = {
  issue: text(100).meta({ description: 'The id of this issue of the address. Never reused.' }),
  network: networkWire,
  address: addressWire,
  control: controlWire,
  valid: intervalWire,
};

const depositAddress = z.object({
  ...issued,
  customer: customerWire,
  assets: z
    .array(assetWire)
    .max(1_000)
    .nullable()
    .meta({ description: 'null: every asset listed on that network.' }),
});

const ownAddress = z.object({
  ...issued,
  purpose: z.enum(['hot', 'cold', 'treasury', 'gas']),
});

const record = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customer'),
    revision,
    customer: customerWire,
    language: languageWire,
  }),
  z.object({ kind: z.literal('address'), revision, ...depositAddress.shape }),
  z.object({ kind: z.literal('own_address'), revision, ...ownAddress.shape }),
]);

const reason = z.object({ caseNumber: text(40), code: text(100) });
const idempotencyKey = text(200).meta({
  description: 'Never expires. The same key with the same body brings the same receipt.',
});
const restrictable = z.enum(['withdraw_crypto', 'withdraw_fiat', 'trade', 'api']);

/** Answers and bodies by name, as they are read and as the OpenAPI document shows them. */
export const schemas = {
  AddressOwners: z.object({
    issued: z.array(depositAddress).max(10_000),
    own: z.array(ownAddress).max(1_000),
  }),
  Credits: z.object({
    credits: z
      .array(
        z.object({
          id: text(100),
          transferKey: transferKeyWire.nullable(),
          customer: customerWire,
          asset: assetWire,
          units: unitsWire,
          at: timeWire,
          by: z.enum(['exchange', 'kaeru']),
        }),
      )
      .max(10_000),
  }),
  Credit: z.object({
    idempotencyKey,
    customer: customerWire,
    asset: assetWire,
    units: unitsWire,
    transferKey: transferKeyWire.nullable(),
    reason,
  }),
  Charge: z.object({
    idempotencyKey,
    customer: customerWire,
    asset: assetWire,
    units: unitsWire,
    taxUnits: unitsWire,
    invoiceNumber: text(100),
    reason,
  }),
  Restriction: z.object({
    idempotencyKey,
    customer: customerWire,
    what: z.array(restrictable).min(1).max(4),
    reason,
  }),
  Lift: z.object({ idempotencyKey, restriction: text(100), reason }),
  Notification: z.object({
    idempotencyKey,
    customer: customerWire,
    language: languageWire,
    subject: text(200),
    text: text(10_000),
    caseNumber: text(40),
  }),
  Receipt: z.object({ id: text(100), at: timeWire }),
  Customer: z.object({
    customer: customerWire,
    name: text(500),
    email: text(320),
    language: languageWire,
    residence: z.string().regex(/^[A-Z]{2}$/),
    entity: text(100),
    identityVerified: z.boolean(),
    restricted: z.array(restrictable),
    balances: z.array(z.object({ asset: assetWire, units: unitsWire })).max(10_000),
  }),
  Accounts: z.object({
    records: z.array(record).max(pageRowsMax),
    next: cursor.nullable(),
    changesSince: cursor,
  }),
  Changes: z.object({ records: z.array(record).max(pageRowsMax), cursor, more: z.boolean() }),
  Assets: z.object({
    assets: z
      .array(
        z.object({
          asset: assetWire,
          symbol: text(40),
          decimals: z.int().min(0).max(255),
          minimumUnits: unitsWire,
          withdrawalFeeUnits: unitsWire,
          suspended: z.array(intervalWire).max(1_000),
          formerContracts: z.array(addressWire).max(100),
          listed: intervalWire,
        }),
      )
      .max(10_000),
  }),
  Rates: z.object({
    prices: z
      .array(
        z.object({
          currency: z.enum(['JPY', 'USD']),
          price: z.string().regex(/^\d{1,40}(\.\d{1,40})?$/),
          at: timeWire,
          source: text(200),
        }),
      )
      .max(20),
  }),
  Problem: z.object({ code: text(100), message: text(2_000) }),
} as const;

/** The refusals of the contract: status, and what they mean for who called. */
export const contractProblems = {
  malformed_request: [400, 'The request does not fit the contract.'],
  key_unknown: [401, 'No key of this id may sign.'],
  signature_invalid: [401, 'The signature does not fit the request.'],
  clock_skewed: [401, 'The time of signing is more than five minutes away.'],
  nonce_replayed: [401, 'This request has been made before.'],
  customer_unknown: [404, 'There is no customer of this id.'],
  asset_unknown: [404, 'The exchange does not keep this asset.'],
  restriction_unknown: [404, 'There is no restriction of this id.'],
  idempotency_key_reused: [409, 'The key was used for another body. Nothing was done.'],
  transfer_already_credited: [409, 'This transfer was credited before. Nothing was done.'],
  body_too_large: [413, 'The body is larger than 256 KiB.'],
  balance_insufficient: [422, 'The balance does not cover the charge. Nothing was done.'],
} as const satisfies Record<string, readonly [number, string]>;
