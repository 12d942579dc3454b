import { api, valueFrom } from '../api/client.ts';
import { challengeOf } from './digest.ts';

/** A key of one's own that the signer's policy knows. */
export interface ApproverKey {
  readonly id: string;
  readonly kind: 'passkey' | 'ed25519';
  readonly credentialId: string | null;
  readonly label: string;
}

/** The keys that one may sign with. */
export const approverKeysQuery = {
  queryKey: ['approver-keys'],
  queryFn: async (): Promise<readonly ApproverKey[]> =>
    (await valueFrom(api().readApproverKeys())).keys,
  staleTime: 10_000,
} as const;

type Approval = Parameters<ReturnType<typeof api>['approvePlans']>[0]['body']['approval'];

/** With what it is signed: one's passkey, or the device that the demo made. */
export type SignWay = 'passkey' | 'demo';

/** How signing failed before anything was sent. */
export class NotSigned extends Error {
  readonly why: 'given_up' | 'unknown_key' | 'other_challenge';

  constructor(why: NotSigned['why']) {
    super(why);
    this.why = why;
  }
}

const waitMsMax = 120_000;

/**
 * Has the digest signed and gives the approval. What the passkey reports to have signed is compared
 * with the digest once more: a device that signed something else approves nothing.
 */
export function signDigest(
  way: SignWay,
  digest: string,
  keys: readonly ApproverKey[],
): Promise<Approval> {
  return way === 'demo' ? signByDemoDevice(digest) : signByPasskey(digest, keys);
}

async function signByDemoDevice(digest: string): Promise<Approval> {
  return (await valueFrom(api().signWithDemoDevice({ body: { digest } }))).approval;
}

async function signByPasskey(digest: string, keys: readonly ApproverKey[]): Promise<Approval> {
  const passkeys = keys.filter(({ credentialId }) => credentialId !== null);
  const challenge = challengeOf(digest);
  const credential = await navigator.credentials
    .get({
      publicKey: {
        challenge,
        allowCredentials: passkeys.map(({ credentialId }) => ({
          type: 'public-key',
          id: fromBase64url(credentialId ?? ''),
        })),
        userVerification: 'required',
        timeout: waitMsMax,
      },
    })
    .catch(() => {
      throw new NotSigned('given_up');
    });
  if (!(credential instanceof PublicKeyCredential)) throw new NotSigned('given_up');
  const key = passkeys.find(({ credentialId }) => credentialId === credential.id);
  if (!key) throw new NotSigned('unknown_key');
  const response = credential.response as AuthenticatorAssertionResponse;
  const client = JSON.parse(new TextDecoder().decode(response.clientDataJSON)) as {
    readonly challenge?: unknown;
  };
  if (client.challenge !== toBase64url(challenge)) throw new NotSigned('other_challenge');
  return {
    kind: 'passkey',
    key: key.id,
    authenticatorData: toBase64url(new Uint8Array(response.authenticatorData)),
    clientDataJSON: toBase64url(new Uint8Array(response.clientDataJSON)),
    signature: toBase64url(new Uint8Array(response.signature)),
  };
}

function toBase64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(raw, (sign) => sign.charCodeAt(0));
}
