import { z } from '@hono/zod-openapi';
import { amountSchema, claimSchema, units } from './claim-schema.ts';
import { moneySchema, paymentSchema, planSchema } from './desk-plan-schema.ts';
import { nextActSchema } from './desk-schema.ts';

const evidenceLine = z
  .object({
    fact: z.string(),
    label: z.string(),
    value: z.string(),
    /** How the value is printed. */
    kind: z.enum(['address', 'hash', 'time', 'units', 'flag', 'text']),
    source: z.string(),
    at: z.string().nullable(),
  })
  .openapi('EvidenceLine');

const diagnosisSchema = z
  .object({
    ranked: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        sentence: z.string(),
        outcome: z.string(),
        because: z.array(evidenceLine),
        wouldChange: z.string().nullable(),
        main: z.boolean(),
      }),
    ),
    ruledOut: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        sentence: z.string(),
        source: z.string(),
      }),
    ),
    correction: z
      .object({
        code: z.string(),
        title: z.string(),
        outcome: z.string(),
        reason: z.string(),
        by: z.string(),
        byName: z.string(),
        at: z.string(),
      })
      .nullable(),
    /** How many facts the ranked reasons stand on, and how many nodes were asked. */
    facts: z.int(),
    nodes: z.object({ asked: z.int(), agreeMin: z.int() }).nullable(),
    foundOn: z.array(z.string()),
    notFoundOn: z.array(z.string()),
    unread: z.array(z.object({ network: z.string(), why: z.string() })),
    at: z.string().nullable(),
  })
  .openapi('CaseDiagnosis');

const transferSchema = z
  .object({
    network: z.string(),
    path: z.string(),
    kind: z.string(),
    amount: units,
    symbol: z.string().nullable(),
    decimals: z.int().nullable(),
    token: z.string().nullable(),
    tokenId: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    /** A masked customer, `ours`, `not_ours` or `unknown`. */
    whose: z.string(),
    code: z.string().nullable(),
    focus: z.boolean(),
    moved: z.boolean(),
  })
  .openapi('CaseTransfer');

const textsSchema = z.object({ h1: z.string(), sentences: z.array(z.string()) });

const factsSchema = z
  .object({
    found: z.union([amountSchema, z.null()]),
    /** What it was worth in yen when it was quoted. */
    worth: z.union([amountSchema, z.null()]),
    worthAt: z.string().nullable(),
    outcome: z.object({
      option: z.string().nullable(),
      outcome: z.string().nullable(),
      label: z.string().nullable(),
      receives: z.union([amountSchema, z.null()]),
      fee: z.union([amountSchema, z.null()]),
    }),
    network: z
      .object({
        id: z.string(),
        label: z.string(),
        chainId: z.int(),
        nativeSymbol: z.string(),
        /** Whether the exchange takes an asset of this symbol by it, and by which others. */
        taken: z.boolean(),
        takenOn: z.array(z.string()),
      })
      .nullable(),
    risk: z.object({
      /** `clear`: on no list. `held`: a person looks. `unscreened`: no destination to screen yet. */
      state: z.enum(['clear', 'held', 'unscreened']),
      lists: z.int(),
      at: z.string().nullable(),
    }),
    promisedAt: z.string().nullable(),
  })
  .openapi('CaseFacts');

/** A case whole. Nothing personal is in it: that is fetched by `revealCustomer`. */
export const casePageSchema = z
  .object({
    case: z.object({
      number: z.string(),
      /** What happened, in one line. */
      what: z.string(),
      state: z.string(),
      stateLabel: z.string(),
      turn: z.string(),
      /** What every act takes, and is refused by when somebody else was faster. */
      version: z.int(),
      owner: z.string().nullable(),
      ownerName: z.string().nullable(),
      createdAt: z.string(),
      updatedAt: z.string(),
      promisedAt: z.string().nullable(),
      language: z.enum(['ja', 'en']),
      snoozedUntil: z.string().nullable(),
      waitsFor: z.string().nullable(),
    }),
    /** The claim as its customer reads it, in the reader's language. */
    claim: claimSchema,
    next: nextActSchema,
    acts: z.array(nextActSchema),
    hold: z
      .object({
        code: z.string(),
        reason: z.string(),
        by: z.string(),
        byName: z.string(),
        at: z.string(),
      })
      .nullable(),
    facts: factsSchema,
    stages: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        state: z.enum(['done', 'now', 'next']),
        at: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    diagnosis: z.union([diagnosisSchema, z.null()]),
    transfers: z.array(transferSchema),
    plan: z.union([planSchema, z.null()]),
    payment: z.union([paymentSchema, z.null()]),
    destination: z
      .object({
        address: z.string(),
        proof: z.string(),
        provenAt: z.string(),
        sameAsSource: z.boolean(),
        screened: z.object({
          at: z.string(),
          lists: z.array(z.string()),
          versions: z.array(z.string()),
        }),
      })
      .nullable(),
    money: moneySchema,
    customer: z.object({
      /** Masked: `C-3F9A1C`. */
      id: z.string(),
      language: z.string(),
      /** What Kaeru has stopped for them. The exchange's own are shown by `revealCustomer`. */
      restrictions: z.array(z.string()),
      earlierCases: z.array(z.string()),
      lastTold: z.object({ at: z.string(), subject: z.string() }).nullable(),
    }),
    history: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        who: z.string(),
        by: z.enum(['staff', 'customer', 'kaeru']),
        kind: z.string(),
        text: z.string(),
        /** Whether the customer sees it. */
        public: z.boolean(),
      }),
    ),
    notes: z.array(z.object({ id: z.string(), at: z.string(), who: z.string(), text: z.string() })),
    procedure: z.array(z.object({ step: z.string(), label: z.string(), done: z.boolean() })),
    /** What the customer reads now. */
    texts: z.object({ ja: textsSchema, en: textsSchema }),
    siblings: z.array(z.string()),
    cluster: z.object({ key: z.string(), numbers: z.array(z.string()) }).nullable(),
  })
  .openapi('CasePage');

/** A case as it is sent. */
export type CasePageAnswer = z.infer<typeof casePageSchema>;
