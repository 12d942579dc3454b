import { z } from '@hono/zod-openapi';
import {
  acceptInvitation,
  beginPasskeyJoin,
  joinByPasskey,
  readInvitation,
} from '../../access/index.ts';
import { done } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { freeText } from './claim-schema.ts';
import { attestationSchema, challengeId, creationOptionsSchema } from './passkey-schema.ts';
import { openedSchema } from './session-routes.ts';

const short = z.string().max(500);
const newcomer = { token: short, login: short, name: short };

/** Joining the staff by an invitation: with a password and one-time codes, or by a passkey alone. */
export const joinRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'readInvitation',
    method: 'post',
    path: '/v1/desk/invitations/reading',
    summary: 'What an invitation offers; reading it does not use it up.',
    guard: 'everybody',
    limit: 'sign_in',
    showsSecret: true,
    body: z.object({ token: short }),
    answer: z.object({
      name: z.string().nullable(),
      roles: z.array(z.string()),
      expiresAt: z.string(),
    }),
    refusals: ['invitation_unknown'],
    handle: async ({ context, body }) => {
      const read = await readInvitation(context, body.token);
      if (!read.ok) return read;
      const { name, roles, expiresAt } = read.value;
      return done({ name, roles: [...roles], expiresAt: expiresAt.toISOString() });
    },
  }),
  route({
    operation: 'joinStaff',
    method: 'post',
    path: '/v1/desk/staff',
    summary:
      'Join the staff by an invitation; the answer shows the secret for one-time codes once.',
    guard: 'everybody',
    limit: 'sign_in',
    showsSecret: true,
    body: z.object({ token: short, login: short, name: short, password: short }),
    answer: z.object({ id: z.string(), oneTimeSecret: z.string(), oneTimeUri: z.string() }),
    refusals: [
      'invitation_unknown',
      'login_taken',
      'login_malformed',
      'password_too_short',
      'password_too_long',
    ],
    handle: async ({ context, body }) => {
      const joined = await acceptInvitation(context, body);
      if (!joined.ok) return joined;
      const { id, oneTime } = joined.value;
      return done({ id, oneTimeSecret: oneTime.secret, oneTimeUri: oneTime.uri });
    },
  }),
  route({
    operation: 'challengeJoiningPasskey',
    method: 'post',
    path: '/v1/desk/staff/passkey-challenges',
    summary: 'Begin to join the staff by a passkey; the invitation is not used up yet.',
    guard: 'everybody',
    limit: 'sign_in',
    showsSecret: true,
    body: z.object(newcomer),
    answer: z.object({ id: z.string(), challenge: creationOptionsSchema }),
    refusals: ['invitation_unknown', 'login_malformed'],
    handle: async ({ context, body }) => {
      const begun = await beginPasskeyJoin(context, body);
      if (!begun.ok) return begun;
      const { challenge: id, options } = begun.value;
      return done({ id, challenge: options });
    },
  }),
  route({
    operation: 'joinStaffByPasskey',
    method: 'post',
    path: '/v1/desk/staff/passkey',
    summary: 'Join the staff by an invitation and a passkey, and be signed in.',
    guard: 'everybody',
    limit: 'sign_in',
    showsSecret: true,
    session: 'opens',
    body: z.object({
      ...newcomer,
      id: challengeId,
      label: freeText(100),
      credential: attestationSchema,
    }),
    answer: openedSchema,
    refusals: ['invitation_unknown', 'login_taken', 'login_malformed', 'passkey_refused'],
    handle: async ({ context, body: { id: challenge, credential: response, ...who } }) => {
      const joined = await joinByPasskey(context, { ...who, challenge, response });
      if (!joined.ok) return joined;
      const { token, session } = joined.value;
      return done({ token, endsAt: session.endsAt.toISOString() });
    },
  }),
];
