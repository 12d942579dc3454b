import { z } from '@hono/zod-openapi';
import { optionKinds, removeSecrets } from '../../recovery/index.ts';

/** Base units of an asset, as a decimal string: a number would lose digits. */
export const units = z.string().regex(/^\d{1,78}$/);

/** An amount, for programs and for people. */
export const amountSchema = z
  .object({
    asset: z.string(),
    units,
    symbol: z.string().nullable(),
    decimals: z.int().nullable(),
    /** For people: `4.9992 WBTC`. */
    text: z.string(),
  })
  .openapi('Amount');

const optionSchema = z
  .object({
    kind: z.enum(optionKinds),
    title: z.string(),
    permitted: z.boolean(),
    whyNot: z.string().nullable(),
    // `.nullable()` of a named schema would be described as one that null does not fit.
    receives: z.union([amountSchema, z.null()]),
    fee: z
      .object({ total: amountSchema, tax: amountSchema, inKind: z.boolean(), purpose: z.string() })
      .nullable(),
    dateFrom: z.string().nullable(),
    dateTo: z.string().nullable(),
    needs: z.array(z.string()),
    preselected: z.boolean(),
  })
  .openapi('Option');

/** A claim as its customer reads it. */
export const claimSchema = z
  .object({
    number: z.string(),
    version: z.int(),
    state: z.string(),
    /** Whose turn it is: kaeru, customer, desk, network or nobody. */
    turn: z.string(),
    /** One sentence for the customer, in their language. */
    sentence: z.string(),
    said: z.string(),
    transaction: z.string().nullable(),
    network: z.string().nullable(),
    transferKey: z.string().nullable(),
    found: z
      .object({ amount: amountSchema, from: z.string(), to: z.string(), network: z.string() })
      .nullable(),
    reason: z
      .object({
        code: z.string(),
        outcome: z.string(),
        sentence: z.string(),
        wouldChange: z.string().nullable(),
      })
      .nullable(),
    quote: z
      .object({
        expiresAt: z.string(),
        terms: z.string(),
        options: z.array(optionSchema),
        waitAdvice: z.string().nullable(),
      })
      .nullable(),
    choice: z.object({ option: z.string(), units }).nullable(),
    destination: z.object({ address: z.string(), provenBy: z.string() }).nullable(),
    fee: z.object({ status: z.string(), total: amountSchema, invoice: z.string() }).nullable(),
    transactions: z.array(
      z.object({ purpose: z.string(), state: z.string(), hash: z.string().nullable() }),
    ),
    closure: z.object({ code: z.string(), at: z.string() }).nullable(),
    appeal: z.object({ at: z.string(), answer: z.string().nullable() }).nullable(),
    promisedAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi('Claim');

/** A claim as it is sent. */
export type ClaimAnswer = z.infer<typeof claimSchema>;

/** What a person writes: a key or a seed phrase in it is replaced before it is read, kept or quoted. */
export function freeText(charactersMax: number) {
  return z
    .string()
    .max(charactersMax)
    .transform((text) => removeSecrets(text).text);
}

/** The number of a case, in a path. */
export const numberParams = z.object({ number: freeText(40) });
