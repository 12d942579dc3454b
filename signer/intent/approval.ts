import { z } from 'zod';
import { base64urlField } from './fields.ts';

/** A key's name in the policy file. */
export const keyIdField = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);

/** An Ed25519 signature is 64 bytes: 86 characters. */
const ed25519Schema = z.strictObject({
  kind: z.literal('ed25519'),
  key: keyIdField,
  signature: base64urlField(86),
});

/** What `navigator.credentials.get` answers, every part as base64url. */
const passkeySchema = z.strictObject({
  kind: z.literal('passkey'),
  key: keyIdField,
  authenticatorData: base64urlField(2_000),
  clientDataJSON: base64urlField(4_000),
  signature: base64urlField(200),
});

export const approvalSchema = z.discriminatedUnion('kind', [ed25519Schema, passkeySchema]);

/**
 * One person's yes to an approval digest: a device key's signature of `approvalMessage(digest)`, or
 * a passkey's assertion with the challenge `approvalChallenge(digest)`.
 */
export type Approval = Readonly<z.infer<typeof approvalSchema>>;
