import { z } from '@hono/zod-openapi';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** base64url, or whatever somebody sends in its place: the check of the answer refuses it. */
const part = (max: number) => z.string().max(max);
/** What a browser is asked goes through as the library wrote it (WebAuthn level 3, §5.1.8). */
const anyFields = z.record(z.string(), z.unknown());
/** The longest credential id that there may be has 1,023 bytes (WebAuthn level 3, §5.4.3). */
const credentialId = part(1_400);

/** The id of a challenge, to answer under. */
export const challengeId = z.string().max(100);

/** `publicKey` of `navigator.credentials.get`. */
export const requestOptionsSchema = anyFields.openapi('PasskeyRequestOptions', {
  description: 'PublicKeyCredentialRequestOptionsJSON',
}) as unknown as z.ZodType<PublicKeyCredentialRequestOptionsJSON>;

/** `publicKey` of `navigator.credentials.create`. */
export const creationOptionsSchema = anyFields.openapi('PasskeyCreationOptions', {
  description: 'PublicKeyCredentialCreationOptionsJSON',
}) as unknown as z.ZodType<PublicKeyCredentialCreationOptionsJSON>;

const shared = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: anyFields.optional(),
};

/** What `navigator.credentials.get` answered, as `toJSON` writes it. */
export const assertionSchema = z
  .object({
    ...shared,
    response: z.object({
      clientDataJSON: part(10_000),
      authenticatorData: part(10_000),
      signature: part(2_000),
      userHandle: part(200).nullish(),
    }),
  })
  .openapi('PasskeyAssertion') as unknown as z.ZodType<AuthenticationResponseJSON>;

/** What `navigator.credentials.create` answered, as `toJSON` writes it. */
export const attestationSchema = z
  .object({
    ...shared,
    response: z.object({
      clientDataJSON: part(10_000),
      attestationObject: part(50_000),
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  })
  .openapi('PasskeyAttestation') as unknown as z.ZodType<RegistrationResponseJSON>;
