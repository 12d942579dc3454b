import { errors, importJWK, type JWK, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ExchangeCustomerId } from '../accounts/index.ts';
import { type Clock, done, type Outcome, refuse } from '../std/index.ts';
import { customerWire, languageWire } from './wire.ts';

/** Who may hand customers over: the exchange's log-in, by its name and its public keys. */
export interface HandoverSigner {
  readonly issuer: string;
  /** Ed25519 public keys with `kid`. Two at a time while a key is being changed. */
  readonly keys: readonly JWK[];
}

/** The log-in itself: customers come from there, and are sent there to show a factor again. */
export interface HandoverIssuer extends HandoverSigner {
  readonly loginUrl: string;
}

/** A customer whom the exchange's log-in has just recognised. */
export interface Handover {
  /** `jti`: used once. */
  readonly id: string;
  readonly customer: ExchangeCustomerId;
  readonly language: string;
  readonly expiresAt: Date;
  /** When the exchange last asked the customer for a factor; null where it does not say. */
  readonly authenticatedAt: Date | null;
}

/** Why a hand-over was not taken. */
export type HandoverCode = 'handover_invalid' | 'handover_expired' | 'handover_used';

/** A hand-over that lives longer than this is not one. */
export const handoverSecondsMax = 120;
/** The two clocks may differ by this much. */
const skewSeconds = 5;
const tokenLengthMax = 4_096;
const audience = 'kaeru';
/** `typ` of the header, so that no other token of the exchange passes for a hand-over. */
const tokenType = 'handover+jwt';

const claims = z.object({
  sub: customerWire,
  jti: z.string().min(8).max(100),
  iat: z.int().positive(),
  exp: z.int().positive(),
  auth_time: z.int().positive().optional(),
  language: languageWire,
});

/**
 * Reads a signed hand-over (JWT, EdDSA alone). Checks everything but whether it was used before:
 * that takes the database (`acceptHandover`).
 */
export async function verifyHandover(
  clock: Clock,
  issuer: HandoverSigner,
  token: string,
): Promise<Outcome<Handover, HandoverCode>> {
  if (token.length > tokenLengthMax) return refuse('handover_invalid');
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(issuer, kid), {
      algorithms: ['EdDSA'],
      typ: tokenType,
      issuer: issuer.issuer,
      audience,
      requiredClaims: ['sub', 'jti', 'iat', 'exp'],
      maxTokenAge: handoverSecondsMax,
      clockTolerance: skewSeconds,
      currentDate: clock.now(),
    });
    const read = claims.safeParse(payload);
    if (!read.success) return refuse('handover_invalid');
    const { sub, jti, iat, exp, language, auth_time: asked } = read.data;
    if (exp - iat > handoverSecondsMax) return refuse('handover_invalid');
    // A factor that is yet to be shown was not shown.
    if (asked !== undefined && asked > iat) return refuse('handover_invalid');
    return done({
      ...{ id: jti, customer: sub, language, expiresAt: new Date(exp * 1_000) },
      authenticatedAt: asked === undefined ? null : new Date(asked * 1_000),
    });
  } catch (error) {
    if (error instanceof errors.JWTExpired) return refuse('handover_expired');
    if (error instanceof errors.JOSEError) return refuse('handover_invalid');
    throw error;
  }
}

async function keyOf(issuer: HandoverSigner, kid: string | undefined) {
  const jwk = issuer.keys.find((one) => kid !== undefined && one.kid === kid);
  if (!jwk) throw new errors.JWKSNoMatchingKey();
  return importJWK(jwk, 'EdDSA');
}
