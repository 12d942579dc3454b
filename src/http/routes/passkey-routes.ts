import { z } from '@hono/zod-openapi';
import {
  askForPasskey,
  beginPasskeyRegistration,
  finishPasskeyRegistration,
  type ListedPasskey,
  listPasskeys,
  permit,
  removePasskey,
  signInByPasskey,
} from '../../access/index.ts';
import { approverKeyOf, readApproverKeys } from '../../custody/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { freeText } from './claim-schema.ts';
import {
  assertionSchema,
  attestationSchema,
  challengeId,
  creationOptionsSchema,
  requestOptionsSchema,
} from './passkey-schema.ts';
import { openedSchema } from './session-routes.ts';

const passkeySchema = z
  .object({
    id: z.string(),
    label: z.string(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    /** What the keepers of the root key put into the signer's policy; null where it can't approve. */
    policyKey: z.record(z.string(), z.unknown()).nullable(),
  })
  .openapi('Passkey');

/** Passkeys: coming in by one, adding one, and which of them the signer takes for an approval. */
export const passkeyRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'challengeStaffPasskey',
    method: 'post',
    path: '/v1/desk/sessions/passkey-challenges',
    summary: 'Ask for a passkey, to sign in or to show it again; the same question for everybody.',
    guard: 'everybody',
    limit: 'sign_in',
    showsSecret: true,
    body: z.object({}),
    answer: z.object({ id: z.string(), challenge: requestOptionsSchema }),
    refusals: [],
    handle: async ({ context }) => {
      const { challenge: id, options } = await askForPasskey(context);
      return done({ id, challenge: options });
    },
  }),
  route({
    operation: 'openStaffSessionByPasskey',
    method: 'post',
    path: '/v1/desk/sessions/passkey',
    summary: 'Sign a member of staff in by a passkey alone.',
    guard: 'everybody',
    limit: 'sign_in',
    showsSecret: true,
    session: 'opens',
    body: z.object({ id: challengeId, credential: assertionSchema }),
    answer: openedSchema,
    refusals: ['passkey_refused'],
    handle: async ({ context, body }) => {
      const answer = { challenge: body.id, response: body.credential };
      const opened = await signInByPasskey(context, answer);
      if (!opened.ok) return opened;
      const { token, session } = opened.value;
      return done({ token, endsAt: session.endsAt.toISOString() });
    },
  }),
  route({
    operation: 'challengeNewPasskey',
    method: 'post',
    path: '/v1/desk/passkeys/challenges',
    summary: 'Begin to add a passkey to one’s own account.',
    guard: 'factor.add',
    limit: 'write',
    showsSecret: true,
    body: z.object({}),
    answer: z.object({ id: z.string(), challenge: creationOptionsSchema }),
    refusals: ['factor_not_fresh', 'passkeys_too_many'],
    handle: async ({ context }) => {
      const begun = await beginPasskeyRegistration(context, context.session);
      if (!begun.ok) return begun;
      const { challenge: id, options } = begun.value;
      return done({ id, challenge: options });
    },
  }),
  route({
    operation: 'addPasskey',
    method: 'post',
    path: '/v1/desk/passkeys',
    summary: 'Add the passkey that the browser made. The demo’s signer learns of an approver’s.',
    guard: 'factor.add',
    limit: 'write',
    body: z.object({ id: challengeId, label: freeText(100), credential: attestationSchema }),
    answer: passkeySchema,
    refusals: ['passkey_refused'],
    handle: async ({ context, body: { id: challenge, label, credential: response } }) => {
      const answer = { challenge, label, response };
      const added = await finishPasskeyRegistration(context, context.session, answer);
      return added.ok ? await addedPasskey(context, added.value.id) : added;
    },
  }),
  route({
    operation: 'listPasskeys',
    method: 'get',
    path: '/v1/desk/passkeys',
    summary: 'One’s own passkeys, each as the signer’s policy would take it.',
    guard: 'factor.add',
    limit: 'read',
    answer: z.object({ passkeys: z.array(passkeySchema) }),
    refusals: [],
    handle: async ({ context }) => {
      const passkeys = await listPasskeys(context, context.actor.id);
      return done({ passkeys: passkeys.map((one) => presentPasskey(context, one)) });
    },
  }),
  route({
    operation: 'removePasskey',
    method: 'delete',
    path: '/v1/desk/passkeys/{passkey}',
    summary: 'Take a passkey off one’s own account. The signer’s policy is not changed by it.',
    guard: 'factor.add',
    limit: 'write',
    params: z.object({ passkey: z.string().max(1_400) }),
    answer: z.object({ removed: z.literal(true) }),
    refusals: ['factor_not_fresh', 'passkey_unknown', 'passkey_is_only_way_in'],
    handle: async ({ context, params }) => {
      const removed = await removePasskey(context, context.session, { id: params.passkey });
      return removed.ok ? done({ removed: true as const }) : removed;
    },
  }),
  route({
    operation: 'readApproverKeys',
    method: 'get',
    path: '/v1/desk/approver-keys',
    summary: 'One’s own keys that the signer’s policy knows: those that one can approve with.',
    guard: 'plan.approve',
    limit: 'read',
    answer: z.object({
      keys: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['passkey', 'ed25519']),
          credentialId: z.string().nullable(),
          label: z.string(),
        }),
      ),
    }),
    refusals: ['signer_unreachable', 'signer_answer_wrong'],
    handle: async ({ context }) => {
      const keys = await readApproverKeys(context, context.actor.id);
      return keys.ok ? done({ keys: [...keys.value] }) : keys;
    },
  }),
];

/** The passkey that was just added; in the demo its holder may approve with it in a moment. */
async function addedPasskey(
  context: SignedIn,
  id: string,
): Promise<Outcome<z.input<typeof passkeySchema>, 'passkey_refused'>> {
  const { actor, demoDesk, site } = context;
  const passkeys = await listPasskeys(context, actor.id);
  const added = passkeys.find((one) => one.id === id);
  if (!added) return refuse('passkey_refused');
  const key = approverKeyOf(site, added);
  if (key && permit(actor, 'plan.approve').ok) demoDesk?.enrol(actor.id, key);
  return done(presentPasskey(context, added));
}

function presentPasskey({ site }: SignedIn, passkey: ListedPasskey): z.input<typeof passkeySchema> {
  const { id, label, createdAt, lastUsedAt } = passkey;
  return {
    id,
    label,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    policyKey: approverKeyOf(site, passkey),
  };
}
