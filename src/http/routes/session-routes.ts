import { z } from '@hono/zod-openapi';
import { describeSession, endSession, showCode, showPasskey, signIn } from '../../access/index.ts';
import { acceptHandover } from '../../exchange/index.ts';
import { done } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { assertionSchema, challengeId } from './passkey-schema.ts';

/** A session that was opened. Whoever asked for a cookie has the token there, and here an empty text. */
export const openedSchema = z
  .object({ token: z.string(), endsAt: z.string() })
  .openapi('OpenedSession');
const short = z.string().max(500);

/** Coming in: customers by the exchange's hand-over, staff by password and one-time code. */
export const sessionRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'openCustomerSession',
    method: 'post',
    path: '/v1/sessions',
    summary: 'Open a customer’s session with the exchange’s signed hand-over.',
    guard: 'everybody',
    limit: 'sign_in',
    showsSecret: true,
    body: z.object({ handover: z.string().max(5_000) }),
    answer: openedSchema,
    refusals: ['handover_invalid', 'handover_expired', 'handover_used'],
    handle: async ({ context, body }) => {
      const accepted = await acceptHandover(context, context.handoverIssuer, body.handover);
      if (!accepted.ok) return accepted;
      const { token, session } = accepted.value.opened;
      return done({ token, endsAt: session.endsAt.toISOString() });
    },
  }),
  route({
    operation: 'openStaffSession',
    method: 'post',
    path: '/v1/desk/sessions',
    summary: 'Sign a member of staff in by password and one-time code.',
    guard: 'everybody',
    limit: 'sign_in',
    showsSecret: true,
    session: 'opens',
    body: z.object({ login: short, password: short, code: z.string().max(10) }),
    answer: openedSchema,
    refusals: ['sign_in_refused', 'sign_in_paused', 'sign_in_locked'],
    handle: async ({ context, body }) => {
      const opened = await signIn(context, body);
      if (!opened.ok) return opened;
      const { token, session } = opened.value;
      return done({ token, endsAt: session.endsAt.toISOString() });
    },
  }),
  route({
    operation: 'showFactor',
    method: 'put',
    path: '/v1/desk/session/factor',
    summary: 'Show a code or a passkey again: decisions need one not older than five minutes.',
    guard: 'factor.add',
    limit: 'sign_in',
    body: z.union([
      z.object({ code: z.string().max(10) }),
      z.object({ id: challengeId, credential: assertionSchema }),
    ]),
    answer: z.object({ freshAt: z.string() }),
    refusals: ['sign_in_refused', 'sign_in_paused', 'sign_in_locked', 'passkey_refused'],
    handle: async ({ context, body }) => {
      const { session } = context;
      const shown =
        'code' in body
          ? await showCode(context, session, body)
          : await showPasskey(context, session, { challenge: body.id, response: body.credential });
      return shown.ok ? done({ freshAt: shown.value.freshAt.toISOString() }) : shown;
    },
  }),
  route({
    operation: 'readSession',
    method: 'get',
    path: '/v1/session',
    summary: 'Who one is signed in as, and what one may do.',
    guard: 'session.read',
    limit: 'read',
    answer: z.object({
      kind: z.enum(['staff', 'customer']),
      id: z.string(),
      name: z.string().nullable(),
      roles: z.array(z.string()),
      permitted: z.array(z.string()),
      factorAt: z.string(),
      factorFreshUntil: z.string(),
      idleUntil: z.string(),
      endsAt: z.string(),
    }),
    refusals: [],
    handle: async ({ context }) => {
      const told = await describeSession(context, context.session);
      return done({
        ...told,
        roles: [...told.roles],
        permitted: [...told.permitted],
        factorAt: told.factorAt.toISOString(),
        factorFreshUntil: told.factorFreshUntil.toISOString(),
        idleUntil: told.idleUntil.toISOString(),
        endsAt: told.endsAt.toISOString(),
      });
    },
  }),
  route({
    operation: 'endSession',
    method: 'delete',
    path: '/v1/session',
    summary: 'Sign out.',
    guard: 'session.end',
    limit: 'write',
    session: 'ends',
    answer: z.object({ ended: z.literal(true) }),
    refusals: [],
    handle: async ({ context }) => {
      await endSession(context, context.session);
      return done({ ended: true as const });
    },
  }),
];
