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

/** What an amount was worth in a national currency, for information: never what is paid. */
const fiatSchema = z
  .object({
    currency: z.string(),
    units,
    decimals: z.int(),
    /** For people: `約74,988,000円`. */
    text: z.string(),
    /** The price of one whole unit: `1 WBTC＝15,000,000円`. */
    price: z.string(),
    source: z.string(),
    at: z.string(),
  })
  .openapi('Fiat');

const placeSchema = z
  .object({
    place: z.enum(['wallet', 'address', 'elsewhere', 'balance', 'destination']),
    label: z.string(),
    address: z.string().nullable(),
    at: z.string().nullable(),
    text: z.string(),
    /** What happened, or stopped, between this place and the next. */
    via: z.string().nullable(),
    reached: z.boolean(),
    here: z.boolean(),
  })
  .openapi('Place');

const stepSchema = z
  .object({
    id: z.enum(['report', 'look', 'choose', 'check', 'send', 'arrive', 'review', 'keep']),
    label: z.string(),
    text: z.string(),
    who: z.enum(['you', 'us', 'network']),
    state: z.enum(['done', 'now', 'next']),
    at: z.string().nullable(),
    /** `YYYY-MM-DD` at the exchange's seat. */
    due: z.string().nullable(),
    dueText: z.string().nullable(),
  })
  .openapi('Step');

const evidenceSchema = z
  .object({
    transaction: z.string(),
    network: z.string(),
    networkId: z.string(),
    block: z.string().nullable(),
    blockTime: z.string().nullable(),
    confirmations: z.int(),
    confirmationsMin: z.int(),
    final: z.boolean(),
    /** How many nodes were asked, and how many of them at least said the same. */
    nodes: z.int(),
    agreeMin: z.int(),
    readAt: z.string(),
  })
  .openapi('Evidence');

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
    /** What it leaves the customer, in their currency, for information. */
    fiat: z.union([fiatSchema, z.null()]),
    /** What this option means, beside its title. */
    explains: z.string(),
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
    /** Whose turn it is, for the eye, and in a few words. */
    family: z.enum(['you', 'us', 'wait', 'done', 'stop', 'hold']),
    familyLabel: z.string(),
    /** The answer in one sentence, and what stands below it. */
    headline: z.string(),
    lead: z.string(),
    /** The money's way, as far as it went and where it is meant to go. */
    route: z.array(placeSchema),
    steps: z.array(stepSchema),
    nextWordAt: z.string().nullable(),
    /** The hour of the next word has passed. */
    late: z.boolean(),
    arrivesBy: z
      .object({ from: z.string(), to: z.string(), text: z.string(), note: z.string().nullable() })
      .nullable(),
    evidence: z.union([evidenceSchema, z.null()]),
    canWithdraw: z.boolean(),
    canAppeal: z.boolean(),
    canTakeUp: z.boolean(),
    lesson: z.array(z.string()),
    letterAvailable: z.boolean(),
    receiptAvailable: z.boolean(),
    said: z.string(),
    transaction: z.string().nullable(),
    network: z.string().nullable(),
    transferKey: z.string().nullable(),
    found: z
      .object({
        amount: amountSchema,
        from: z.string(),
        to: z.string(),
        network: z.string(),
        fiat: z.union([fiatSchema, z.null()]),
      })
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
        expired: z.boolean(),
        /** SHA-256 of the offer: sent along with the choice, it keeps another offer from being taken. */
        digest: z.string(),
        terms: z.string(),
        options: z.array(optionSchema),
        waitAdvice: z.string().nullable(),
      })
      .nullable(),
    choice: z
      .object({
        option: z.string(),
        title: z.string(),
        units,
        /** What reaches the customer; null for waiting. */
        amount: z.union([amountSchema, z.null()]),
        /** Where it shall go, before that was shown to be the customer's. */
        address: z.string().nullable(),
        at: z.string(),
      })
      .nullable(),
    destination: z
      .object({
        address: z.string(),
        provenBy: z.string(),
        /** Every character is that of the wallet it came from. */
        sameAsSource: z.boolean(),
      })
      .nullable(),
    fee: z.object({ status: z.string(), total: amountSchema, invoice: z.string() }).nullable(),
    transactions: z.array(
      z.object({
        purpose: z.string(),
        state: z.string(),
        hash: z.string().nullable(),
        sentAt: z.string().nullable(),
      }),
    ),
    closure: z.object({ code: z.string(), at: z.string() }).nullable(),
    /** When it was paid out or withdrawn. */
    endedAt: z.string().nullable(),
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
