import { z } from '@hono/zod-openapi';
import { amountSchema, units } from './claim-schema.ts';

/** The plan that waits or is paid: as it is signed, in words, and what is known of it. */
export const planSchema = z
  .object({
    digest: z.string(),
    kind: z.enum(['return', 'credit', 'compensate']),
    expiresAt: z.string(),
    requester: z.string(),
    /** Null where Kaeru asked, on the customer's choice. */
    requesterName: z.string().nullable(),
    /** The plan as it is signed: whoever signs computes the digest from this. */
    raw: z.record(z.string(), z.unknown()),
    heading: z.string(),
    /** Every line in words, decoded from the bytes that would be signed. */
    lines: z.array(z.string()),
    moves: z.array(
      z.object({
        purpose: z.enum(['gas', 'return', 'sweep']),
        from: z.string(),
        to: z.string(),
        amount: amountSchema,
        feeWeiMax: units,
        state: z.string().nullable(),
      }),
    ),
    approvals: z.array(
      z.object({
        staff: z.string(),
        name: z.string(),
        at: z.string(),
        kind: z.enum(['passkey', 'ed25519']),
        key: z.string(),
        /** The digests that it was given to: approvals of different sets do not add up. */
        together: z.array(z.string()),
      }),
    ),
    rejections: z.array(
      z.object({ staff: z.string(), name: z.string(), at: z.string(), reason: z.string() }),
    ),
    needed: z.int(),
    simulation: z
      .object({
        at: z.string(),
        block: z.string(),
        ok: z.boolean(),
        /** Units of gas of all moves together, and what they were expected to cost. */
        gas: z.string(),
        gasPriceWei: units,
        costWei: units,
        moves: z.array(z.object({ purpose: z.string(), to: z.string(), units, gas: z.string() })),
      })
      .nullable(),
    checks: z.array(z.object({ field: z.string(), ok: z.boolean(), text: z.string() })),
    /** The most that the lines may cost in the network's coin; null for a credit. */
    gasWeiMax: units.nullable(),
  })
  .openapi('CasePlan');

/** A payment, transaction by transaction. */
export const paymentSchema = z
  .object({
    id: z.string(),
    state: z.string(),
    kind: z.string(),
    lines: z.array(
      z.object({
        purpose: z.string(),
        state: z.string(),
        hash: z.string().nullable(),
        nonce: z.string().nullable(),
        feeWei: units.nullable(),
        sentAt: z.string().nullable(),
        attempts: z.int(),
      }),
    ),
    stopped: z
      .object({
        code: z.string(),
        sentence: z.string(),
        at: z.string(),
        facts: z.record(z.string(), z.string()),
      })
      .nullable(),
  })
  .openapi('CasePayment');

/** What was found, what is kept, what arrives, and the books. */
export const moneySchema = z
  .object({
    found: z.union([amountSchema, z.null()]),
    fee: z.union([amountSchema, z.null()]),
    feeInKind: z.boolean(),
    feeStatus: z.string().nullable(),
    /** What the customer pays of the network's fees. */
    network: z.union([amountSchema, z.null()]),
    arrives: z.union([amountSchema, z.null()]),
    schedule: z.string().nullable(),
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        template: z.string(),
        lines: z.array(z.object({ debit: z.string(), credit: z.string(), amount: amountSchema })),
      }),
    ),
  })
  .openapi('CaseMoney');
