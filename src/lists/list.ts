import { z } from 'zod';
import type { Address, NetworkId } from '../networks/index.ts';
import { isNetworkId } from '../networks/index.ts';

/**
 * What being on a list means.
 * - `sanctions`: the law forbids dealing. `scam`: known thieves and their tools. Both stop everything.
 * - `exchange_wallets`: shared wallets of exchanges. Money may come from there, and must never be
 *   returned there: it would be nobody's.
 * - `labels`: names for addresses. They stop nothing.
 * - `tokens`: contracts known to be genuine or fake.
 */
export type ListKind = 'sanctions' | 'scam' | 'exchange_wallets' | 'labels' | 'tokens';

/** One loaded file, as it is named beside each decision that it took part in. */
export interface ListVersion {
  readonly list: string;
  readonly kind: ListKind;
  readonly version: string;
  /** Of the file, byte for byte. */
  readonly sha256: string;
  readonly source: string;
  /** When its publisher last said it was complete. */
  readonly asOf: Date;
  readonly entries: number;
}

/** A contract that a list calls genuine or fake. */
export interface TokenLabel {
  readonly network: NetworkId;
  readonly token: Address;
  readonly label: 'genuine' | 'fake';
  readonly source: string;
}

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const label = z.string().min(1).max(300);
const head = {
  list: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  version: z.string().min(1).max(64),
  source: z.string().min(1).max(500),
  licence: z.string().min(1).max(100),
  asOf: z.iso.date(),
};
const entriesMax = 5_000_000;

/** A list file (docs: README.md of this folder). */
export const listFile = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: z.enum(['sanctions', 'scam', 'exchange_wallets', 'labels']),
    entries: z.array(z.strictObject({ address, label })).max(entriesMax),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('tokens'),
    entries: z
      .array(
        z.strictObject({
          network: z.string().refine(isNetworkId),
          address,
          is: z.enum(['genuine', 'fake']),
          label,
        }),
      )
      .max(entriesMax),
  }),
]);

/** A list file that fits. */
export type ListFile = z.infer<typeof listFile>;
