import { z } from 'zod';
import { parseAddress } from '../../networks/index.ts';

/**
 * The shape of `--facts FILE`: what an exchange knows beyond the chain. Everything may be left out.
 * docs/reference/diagnose-facts.schema.json is generated from here.
 */

const addressText = z
  .string()
  .max(60)
  .refine((text) => parseAddress(text).ok, 'not an address, or its capitals do not add up')
  .meta({ pattern: '^0x[0-9a-fA-F]{40}$' });
const hashText = z.string().regex(/^0x[0-9a-fA-F]{64}$/, '0x and 64 hex digits');
const networkText = z
  .string()
  .max(40)
  .describe('A registry name such as ethereum, or evm:<chain id>');
const units = z
  .string()
  .regex(/^\d{1,78}$/, 'base units as a decimal text')
  .describe('Base units, as a decimal text');
const moment = z.iso.datetime({ offset: true });
const name = z.string().min(1).max(200);
const path = z.string().regex(/^(native|log:\d{1,6}(\/\d{1,5})?|inner:[\d.]{1,4000})$/);
const answer = z.enum(['yes', 'no', 'unknown']);
const list = <T extends z.ZodType>(of: T) => z.array(of).max(10_000);

const control = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('key'), rederived: answer }),
    z.strictObject({ kind: z.literal('custodian'), confirmedOn: list(networkText) }),
    z.strictObject({
      kind: z.literal('contract'),
      factory: addressText.nullable().default(null),
      salt: name.nullable().default(null),
      deployable: list(z.strictObject({ network: networkText, answer })).default([]),
    }),
    z.strictObject({ kind: z.literal('shared'), held: answer }),
  ])
  .describe('What stands behind the address, and whether that was shown');

const issue = z.strictObject({
  network: networkText,
  from: moment.nullable().default(null),
  to: moment.nullable().default(null).describe('When it was withdrawn; null: still in use'),
});

const ownedAddress = z.strictObject({
  address: addressText,
  purpose: z.enum(['deposit', 'hot']).default('deposit'),
  customer: name.nullable().default(null).describe('Whose it is; null for a wallet of the house'),
  issued: list(issue).default([]),
  control: control.default({ kind: 'key', rederived: 'unknown' }),
});

const asset = z.strictObject({
  network: networkText,
  token: addressText.nullable().describe("The token's contract; null for the network's own coin"),
  symbol: name,
  decimals: z.int().min(0).max(255),
  minimums: list(z.strictObject({ from: moment.nullable().default(null), units }))
    .default([])
    .describe('Smallest deposits by the time they came into force, earliest first'),
  suspensions: list(z.strictObject({ from: moment, to: moment.nullable().default(null) })).default(
    [],
  ),
  formerTokens: list(addressText).default([]).describe('Contracts the asset has left behind'),
});

export const factsFile = z.strictObject({
  $schema: z.string().optional(),
  asOf: moment.optional().describe('When the facts were gathered; now, if left out'),
  claimant: name.optional().describe("Who claims the deposit; the owner of --ours is 'claimant'"),
  networks: z
    .record(
      networkText,
      z.strictObject({
        listed: z.boolean().optional().describe('Whether deposits are taken by it'),
        confirmationsMin: z.int().min(0).max(1_000_000).optional(),
      }),
    )
    .default({}),
  addresses: list(ownedAddress).default([]),
  assets: list(asset)
    .optional()
    .describe('All that is listed; left out: the listed networks’ coins'),
  credits: list(
    z.strictObject({
      network: networkText,
      hash: hashText.optional().describe('Left out: the transaction asked about'),
      path: path.nullable().default(null).describe('Null: the books name only the transaction'),
      units,
      customer: name,
      reference: name,
    }),
  ).default([]),
  holds: list(
    z.strictObject({
      reference: name,
      network: networkText.nullable().default(null),
      hash: hashText.nullable().default(null),
      path: path.nullable().default(null),
      address: addressText.nullable().default(null),
    }),
  ).default([]),
  sightings: list(
    z.strictObject({
      network: networkText,
      hash: hashText.optional(),
      blockHash: hashText.nullable().default(null).describe('Null: only seen waiting'),
      blockNumber: units.nullable().default(null),
      seenAt: moment,
      from: addressText.optional(),
      nonce: z.int().min(0).optional(),
    }),
  ).default([]),
  tokenLabels: list(
    z.strictObject({
      network: networkText,
      token: addressText,
      label: z.enum(['genuine', 'fake']),
      source: name,
    }),
  ).default([]),
  provenSenders: list(z.strictObject({ address: addressText, customer: name })).default([]),
  sharedWallets: list(addressText)
    .default([])
    .describe('Wallets that many people send from: a proof of one shows nobody to be the sender'),
  consents: list(
    z.strictObject({ network: networkText, hash: hashText.optional(), path, customer: name }),
  ).default([]),
  unread: z
    .array(z.enum(['addresses', 'assets', 'credits', 'holds']))
    .default([])
    .describe('What could not be read: nothing is then concluded that depends on it'),
});

export type FactsFile = z.infer<typeof factsFile>;

/** The JSON Schema of the file, as it is written: defaults may be left out. */
export function factsFileSchema(): unknown {
  return {
    ...z.toJSONSchema(factsFile, { io: 'input' }),
    title: 'kaeru diagnose --facts',
    description: 'What an exchange knows beyond the chain. Everything may be left out.',
  };
}
