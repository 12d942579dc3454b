import { convertCOSEtoPKCS } from '@simplewebauthn/server/helpers';
import type { Context } from '../audit/index.ts';

/** A point on P-256, as a JWK writes it: the form that the signer's policy takes. */
export interface PasskeyPoint {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** One passkey of a member of staff. */
export interface ListedPasskey {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** Null for a key of another kind than ES256: it signs its holder in, and can't approve. */
  readonly publicKey: PasskeyPoint | null;
}

/** The passkeys of one member of staff, the oldest first. */
export async function listPasskeys(
  { database }: Pick<Context, 'database'>,
  staffId: string,
): Promise<readonly ListedPasskey[]> {
  const rows = await database
    .selectFrom('passkeys')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .orderBy('credential_id')
    .execute();
  return rows.map((row) => ({
    id: row.credential_id,
    label: row.label,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    publicKey: pointOf(row.public_key),
  }));
}

/** 0x04 and the two coordinates of 32 bytes (SEC 1, §2.3.3). */
const pointBytes = 65;

function pointOf(cose: Uint8Array): PasskeyPoint | null {
  const raw = rawPointOf(cose);
  if (raw?.length !== pointBytes) return null;
  return {
    kty: 'EC',
    crv: 'P-256',
    x: raw.subarray(1, 33).toString('base64url'),
    y: raw.subarray(33).toString('base64url'),
  };
}

/** Null for what is no point: an RSA or an Ed25519 key. */
function rawPointOf(cose: Uint8Array): Buffer | null {
  try {
    return Buffer.from(convertCOSEtoPKCS(Uint8Array.from(cose)));
  } catch {
    return null;
  }
}
