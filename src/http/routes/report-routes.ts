import { z } from '@hono/zod-openapi';
import { checksumAddress, networkById } from '../../networks/index.ts';
import { dayOf, profiles } from '../../profiles/index.ts';
import {
  dropDraft,
  listSeenDeposits,
  readClue,
  readDraft,
  type SavedDraft,
  type SeenDeposit,
  saveDraft,
} from '../../recovery/index.ts';
import { done, refuse } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import type { Language } from '../language.ts';
import { problemDocument } from '../problem-document.ts';
import { type Route, route } from '../route.ts';
import { amountSchema } from './claim-schema.ts';
import { hintsSchema } from './hints-schema.ts';
import { ownCustomer } from './own-customer.ts';
import { presentTransferAmount } from './present-amount.ts';

const clueText = z.string().max(200_000);

const draftSchema = z
  .object({ clue: z.string(), hints: hintsSchema, language: z.string(), savedAt: z.string() })
  .openapi('Draft');

const draftAnswer = z.object({ draft: z.union([draftSchema, z.null()]) });

function presentDraft(draft: SavedDraft | null) {
  return { draft: draft && { ...draft, savedAt: draft.savedAt.toISOString() } };
}

/** The sentence that a report with this text would be refused with. */
function sentenceOf({ code, text }: { code: string; text: string }, language: Language): string {
  return problemDocument(refuse(code, { text, address: text }), language).title;
}

function presentSeen(one: SeenDeposit, language: Language) {
  const { hash, network, transfer, at, confirmations, confirmationsMin, final } = one;
  return {
    transferKey: one.key,
    hash,
    network: networkById(network).label[language],
    networkId: network,
    amount: presentTransferAmount(transfer, network),
    at: at?.toISOString() ?? null,
    from: checksumAddress(transfer.from),
    to: checksumAddress(transfer.to),
    ...{ confirmations, confirmationsMin, final },
  };
}

/** What a customer does before anything is reported: a clue is read, and what was written is kept. */
export const reportRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'readClue',
    method: 'post',
    path: '/v1/clues',
    summary: 'What is recognised in a text, before it is reported. Keeps nothing.',
    guard: 'claim.file',
    limit: 'write',
    body: z.object({ text: clueText }),
    answer: z
      .object({
        pieces: z.array(
          z.object({
            kind: z.enum(['hash', 'address', 'link', 'amount', 'date', 'secret']),
            value: z.string(),
            label: z.string(),
          }),
        ),
        /** Every secret replaced by a marker: the text to show from now on. */
        text: z.string(),
        sealed: z.boolean(),
        /** What looks like an id and is not one. */
        problems: z.array(z.object({ code: z.string(), text: z.string(), sentence: z.string() })),
      })
      .openapi('Clue'),
    refusals: ['text_too_long'],
    handle: async ({ context, body, language }) => {
      const today = dayOf(profiles[context.profile].calendar, context.clock.now());
      const read = readClue(body.text, today);
      if (!read.ok) return read;
      const { pieces, text, sealed, problems } = read.value;
      return done({
        pieces: pieces.map(({ label, ...piece }) => ({ ...piece, label: label[language] })),
        ...{ text, sealed },
        problems: problems.map((one) => ({ ...one, sentence: sentenceOf(one, language) })),
      });
    },
  }),
  route({
    operation: 'listSeenDeposits',
    method: 'get',
    path: '/v1/deposits/seen',
    summary: 'What lies at one’s own addresses, and was neither credited nor reported.',
    guard: 'claim.file',
    limit: 'search',
    answer: z
      .object({
        deposits: z.array(
          z.object({
            transferKey: z.string(),
            hash: z.string(),
            network: z.string(),
            networkId: z.string(),
            amount: amountSchema,
            at: z.string().nullable(),
            from: z.string(),
            to: z.string(),
            confirmations: z.int(),
            confirmationsMin: z.int(),
            final: z.boolean(),
          }),
        ),
        /** The networks on which nothing can be said at the moment. */
        unread: z.array(z.string()),
      })
      .openapi('SeenDeposits'),
    refusals: [],
    handle: async ({ context, language }) => {
      const customer = ownCustomer(context);
      if (!customer.ok) return customer;
      const { deposits, unread } = await listSeenDeposits(context, customer.value);
      return done({
        deposits: deposits.map((one) => presentSeen(one, language)),
        unread: unread.map((network) => networkById(network).label[language]),
      });
    },
  }),
  route({
    operation: 'readDraft',
    method: 'get',
    path: '/v1/draft',
    summary: 'The report that one is still writing.',
    guard: 'claim.file',
    limit: 'read',
    answer: draftAnswer,
    refusals: [],
    handle: async ({ context }) => {
      const customer = ownCustomer(context);
      if (!customer.ok) return customer;
      return done(presentDraft(await readDraft(context.database, customer.value)));
    },
  }),
  route({
    operation: 'saveDraft',
    method: 'put',
    path: '/v1/draft',
    summary: 'Keep what was written so far, without its secrets, for this and any other device.',
    guard: 'claim.file',
    limit: 'write',
    body: z.object({
      clue: clueText,
      hints: hintsSchema.prefault({}),
      language: z.enum(['ja', 'en']).optional(),
    }),
    answer: draftAnswer,
    refusals: ['text_too_long'],
    handle: async ({ context, body, language }) => {
      const customer = ownCustomer(context);
      if (!customer.ok) return customer;
      const draft = { ...body, language: body.language ?? language };
      const saved = await saveDraft(context, customer.value, draft);
      return saved.ok ? done(presentDraft(saved.value)) : saved;
    },
  }),
  route({
    operation: 'dropDraft',
    method: 'delete',
    path: '/v1/draft',
    summary: 'Forget the report that one was writing.',
    guard: 'claim.file',
    limit: 'write',
    answer: draftAnswer,
    refusals: [],
    handle: async ({ context }) => {
      const customer = ownCustomer(context);
      if (!customer.ok) return customer;
      await dropDraft(context.database, customer.value);
      return done(presentDraft(null));
    },
  }),
];
