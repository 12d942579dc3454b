import { z } from 'zod';
import {
  addressField,
  assetField,
  caseNumberField,
  chainIdField,
  decimalField,
  instantField,
  keyPathField,
  personField,
  symbolField,
  transferKeyField,
  uuidField,
} from './fields.ts';

/** More lines than any return needs: gas, return, the fee in kind, with room for what comes. */
export const linesMax = 8;

export const purposes = ['gas', 'return', 'sweep'] as const;

/** gas: to a deposit address, for fees. return: to the customer. sweep: to the exchange itself. */
export type Purpose = (typeof purposes)[number];

const showsSchema = z.strictObject({
  asset: assetField,
  symbol: symbolField,
  decimals: z.int().min(0).max(255),
  amount: decimalField,
  recipient: addressField,
});

const lineSchema = z.strictObject({
  purpose: z.enum(purposes),
  from: addressField,
  /** Derivation path of the key that `from` belongs to. */
  key: keyPathField,
  to: addressField,
  valueWei: decimalField,
  data: z.templateLiteral(['0x', z.string().regex(/^([0-9a-f]{2}){0,512}$/)]),
  /** The most that the line may cost in network fees. Attempts share a nonce, so only one costs. */
  feeWeiMax: decimalField,
  /** What the approvers were shown. It has to agree with `to`, `valueWei` and `data`. */
  shows: showsSchema,
});

export const planSchema = z.strictObject({
  version: z.literal(1),
  id: uuidField,
  caseNumber: caseNumberField,
  requester: personField,
  transferKey: transferKeyField,
  network: z.strictObject({ chainId: chainIdField }),
  lines: z.array(lineSchema).min(1).max(linesMax),
  /** After it no line gets its first signature. */
  expiresAt: instantField,
});

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

/**
 * Everything that the approvers of one return agree to: every transaction, to the byte, except the
 * nonce and the price of gas, whose product with the gas limit is capped.
 */
export type Plan = Deep<z.infer<typeof planSchema>>;

export type Line = Plan['lines'][number];

export type Address = Line['from'];
