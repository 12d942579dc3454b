import { Secret, TOTP } from 'otpauth';
import { seal, unseal } from './seal.ts';

const periodSeconds = 30;
/** One step to either side: clocks of telephones go wrong by seconds, not by minutes. */
const window = 1;
const secretBytes = 20;

/** What the holder's authenticator is told, once. */
export interface OneTimeEnrolment {
  /** Base32, to be typed. */
  readonly secret: string;
  /** `otpauth://…`, to be scanned. */
  readonly uri: string;
}

/** A new secret for one-time codes, or the one given, as an authenticator takes it. */
export function newOneTimeSecret(login: string, secretBase32?: string): OneTimeEnrolment {
  const secret = secretBase32 ? Secret.fromBase32(secretBase32) : new Secret({ size: secretBytes });
  const totp = new TOTP({ issuer: 'Kaeru', label: login, secret, period: periodSeconds });
  return { secret: secret.base32, uri: totp.toString() };
}

/** The secret as the database keeps it: it opens for this member of staff alone. */
export function sealOneTimeSecret(accessKey: Uint8Array, staffId: string, secret: string): string {
  return seal(accessKey, `one-time/${staffId}`, secret);
}

/**
 * The time step that a code belongs to, or null when it is not a code of now. RFC 6238 §5.2: the
 * caller refuses a step that was used before. Without a secret the same work is done.
 */
export function stepOfCode(
  accessKey: Uint8Array,
  holder: { readonly id: string; readonly one_time_secret_sealed: string | null } | null,
  code: string,
  at: Date,
): bigint | null {
  const sealed = holder?.one_time_secret_sealed;
  const secret =
    holder && sealed
      ? Secret.fromBase32(unseal(accessKey, `one-time/${holder.id}`, sealed))
      : new Secret({ size: secretBytes });
  const totp = new TOTP({ secret, period: periodSeconds });
  const isCode = /^\d{6}$/.test(code);
  const delta = totp.validate({ token: isCode ? code : '000000', timestamp: at.getTime(), window });
  if (!sealed || !isCode || delta === null) return null;
  return BigInt(TOTP.counter({ period: periodSeconds, timestamp: at.getTime() }) + delta);
}
