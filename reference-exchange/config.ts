import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the exchange is started with. Amounts are decimal strings of base units. */
const address = z.string().regex(/^0x[0-9a-f]{40}$/);
const units = z.string().regex(/^(0|[1-9]\d{0,77})$/);
const interval = z.object({ from: z.iso.datetime(), to: z.iso.datetime().nullable() });

const control = z.union([
  z.object({ kind: z.literal('hd'), path: z.string() }),
  z.object({ kind: z.literal('key'), keyId: z.string() }),
  z.object({ kind: z.literal('vault'), custodian: z.string(), ref: z.string() }),
]);

/** An asset as it is listed. `prices` are of one whole unit and stay out of the contract's listing. */
export const listing = z.strictObject({
  asset: z.string(),
  symbol: z.string(),
  decimals: z.int(),
  minimumUnits: units,
  withdrawalFeeUnits: units,
  suspended: z.array(interval),
  formerContracts: z.array(address),
  listed: interval,
  prices: z.object({ JPY: z.string(), USD: z.string() }).partial(),
});
export type Listing = z.infer<typeof listing>;

const config = z.strictObject({
  /** The name in `iss` of a hand-over. */
  issuer: z.string().min(1),
  /** Where the log-in page sends a customer with the hand-over, by POST. */
  handoverTo: z.url(),
  /** Public keys that may sign calls, as PEM. */
  kaeruKeys: z.array(z.object({ id: z.string(), publicKey: z.string() })).min(1),
  /** The network that deposit addresses are issued for. */
  network: z.string().regex(/^evm:\d+$/),
  /** Account-level public key m/44'/60'/0': customer i deposits at its child 0/i. */
  xpub: z.string(),
  ownAddresses: z.array(
    z.object({ address, purpose: z.enum(['hot', 'cold', 'treasury', 'gas']), control }),
  ),
  /** With it, one customer's address is a contract made by CREATE2. */
  contractDeposits: z
    .object({ factory: address, initCodeHash: z.string().regex(/^0x[0-9a-f]{64}$/) })
    .optional(),
  assets: z.array(listing),
  /** Rows in a page of accounts; small in tests. */
  pageRows: z.int().min(1).max(10_000).default(10_000),
});
export type Config = z.infer<typeof config>;

/** Reads the configuration; throws with the field that is wrong. */
export function readConfig(path: string): Config {
  return config.parse(JSON.parse(readFileSync(path, 'utf8')));
}
