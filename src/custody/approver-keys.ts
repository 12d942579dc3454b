import { createHash } from 'node:crypto';
import { type ApproverKey, passkeyKey } from '../../signer/intent/index.ts';
import { type ListedPasskey, listPasskeys, type PasskeySite } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { done, type Outcome } from '../std/index.ts';
import type { Custody } from './custody.ts';
import type { CustodyCode } from './problems.ts';

/** A key of one's own that the signer's policy holds: with it, and no other, one can approve. */
export interface OwnApproverKey {
  /** Its name in the policy, which an approval carries. */
  readonly id: string;
  readonly kind: ApproverKey['kind'];
  /** The passkey that the browser must ask for; null for a device key, and for one not added here. */
  readonly credentialId: string | null;
  readonly label: string;
}

/** The keys of this member of staff that the signer's policy knows now. */
export async function readApproverKeys(
  context: { readonly database: Database; readonly custody: Custody },
  staffId: string,
): Promise<Outcome<readonly OwnApproverKey[], CustodyCode>> {
  const status = await context.custody.status();
  if (!status.ok) return status;
  const { approvers } = status.value.policy;
  const known = approvers.find(({ person }) => person === staffId)?.keys ?? [];
  const passkeys = await listPasskeys(context, staffId);
  return done(
    known.map((key) => {
      const passkey = passkeys.find((one) => isSameKey(key, one));
      const { id, kind } = key;
      return { id, kind, credentialId: passkey?.id ?? null, label: passkey?.label ?? id };
    }),
  );
}

/**
 * A passkey as the signer's policy takes it in, under a name that its credential alone decides. Null
 * for a passkey that can't approve. Whoever holds the root key puts it into the next policy.
 */
export function approverKeyOf(site: PasskeySite, passkey: ListedPasskey): ApproverKey | null {
  if (passkey.publicKey === null) return null;
  const digest = createHash('sha256').update(passkey.id).digest('hex');
  return {
    id: `passkey-${digest.slice(0, 32)}`,
    kind: 'passkey',
    publicKey: { ...passkey.publicKey },
    rpId: site.rpId,
    origins: [...site.origins],
  };
}

/** The policy names keys as its authors please, so that only the key itself says which it is. */
function isSameKey(key: ApproverKey, passkey: ListedPasskey): boolean {
  if (key.kind !== 'passkey' || passkey.publicKey === null) return false;
  const { x, y } = passkeyKey(key).export({ format: 'jwk' });
  return x === passkey.publicKey.x && y === passkey.publicKey.y;
}
