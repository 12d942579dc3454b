import { z } from '@hono/zod-openapi';
import { checkMessage } from '../../messages/index.ts';
import { profiles } from '../../profiles/index.ts';
import { describeClaim, readClaim, subjectOfMessage } from '../../recovery/index.ts';
import { done } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { letterPaper, paperDigest, receiptPaper } from '../papers/index.ts';
import { type Route, route } from '../route.ts';
import { freeText } from './claim-schema.ts';
import { presentClaim } from './present-claim.ts';

const nothing = { ours: false, kind: null } as const;

/** For everybody who wants to know whether something is really from us. */
export const genuineRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'checkMessage',
    method: 'get',
    path: '/v1/messages/{id}',
    summary: 'Whether a message with this number is ours, when it was sent, and what it is about.',
    guard: 'everybody',
    limit: 'search',
    params: z.object({ id: freeText(100) }),
    answer: z
      .object({
        ours: z.boolean(),
        kind: z.string().nullable(),
        /** What such a message says in its subject, without the case. */
        subject: z.string().nullable(),
        sentAt: z.string().nullable(),
        /** Whether it went to who asks; null where nobody is signed in. */
        toYou: z.boolean().nullable(),
      })
      .openapi('CheckedMessage'),
    refusals: [],
    handle: async ({ context, params, language }) => {
      const found = await checkMessage(context.database, params.id);
      if (!found) return done({ ...nothing, subject: null, sentAt: null, toYou: null });
      const { actor } = context;
      return done({
        ...{ ours: true, kind: found.kind, subject: subjectOfMessage(found.kind, language) },
        sentAt: found.sentAt?.toISOString() ?? null,
        toYou: actor.kind === 'customer' ? actor.id === found.customer : null,
      });
    },
  }),
  route({
    operation: 'checkPaper',
    method: 'get',
    path: '/v1/papers/{number}/{digest}',
    summary: 'Whether a receipt or a letter with this fingerprint is ours, unchanged.',
    guard: 'everybody',
    limit: 'search',
    params: z.object({ number: freeText(40), digest: z.string().max(100) }),
    answer: z
      .object({ ours: z.boolean(), kind: z.enum(['receipt', 'letter']).nullable() })
      .openapi('CheckedPaper'),
    refusals: [],
    handle: async ({ context, params }) => {
      const claim = await readClaim(context.database, params.number);
      if (!claim) return done(nothing);
      const described = await describeClaim(context, claim);
      const { timeZone } = profiles[context.profile].calendar;
      const digest = params.digest.replace(/\s/g, '').toLowerCase();
      const papers = (['ja', 'en'] as const).flatMap((language) => {
        const told = presentClaim(described, language);
        return [receiptPaper, letterPaper].map((make) => make(told, language, timeZone) ?? []);
      });
      const same = papers.flat().find((paper) => paperDigest(paper) === digest);
      return done(same ? { ours: true, kind: same.kind } : nothing);
    },
  }),
];
