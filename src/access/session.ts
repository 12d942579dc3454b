import { createHash } from 'node:crypto';
import type { Actor } from '../audit/index.ts';
import { type Branded, hourMs, later, minuteMs } from '../std/index.ts';
import { approverRoles } from './actions.ts';

/** What a browser or program holds. Shown once; the database keeps only its SHA-256. */
export type SessionToken = Branded<string, 'SessionToken'>;

/** How the last factor was shown. A customer's is the exchange's hand-over. */
export type Factor = 'password_and_code' | 'code' | 'passkey' | 'hand_over';

/** Somebody signed in. `freshAt` is when a factor was last shown, for `requireFresh`. */
export interface Session {
  /** SHA-256 of the token, as hex: names the session in the audit record, opens nothing. */
  readonly id: string;
  readonly actor: Exclude<Actor, { kind: 'system' }>;
  readonly factor: Factor;
  readonly startedAt: Date;
  readonly freshAt: Date;
  /** When it ends unless it is used before. */
  readonly idleUntil: Date;
  /** When it ends whatever happens. */
  readonly endsAt: Date;
}

/** NIST SP 800-63B-4: at most 24 hours and 1 hour for most; half a day and a coffee for approvers. */
const approverLimits = { absoluteMs: 12 * hourMs, idleMs: 15 * minuteMs };
const otherLimits = { absoluteMs: 24 * hourMs, idleMs: hourMs };

/** Until when a session lasts. Asked of the roles held now, so that a new role shortens it at once. */
export function sessionEnds(
  actor: Session['actor'],
  times: { readonly startedAt: Date; readonly lastSeenAt: Date },
): { idleUntil: Date; endsAt: Date } {
  const roles: readonly string[] = actor.kind === 'staff' ? actor.roles : [];
  const limits = approverRoles.some((role) => roles.includes(role)) ? approverLimits : otherLimits;
  return {
    idleUntil: later(times.lastSeenAt, limits.idleMs),
    endsAt: later(times.startedAt, limits.absoluteMs),
  };
}

/** How the database knows a token that opens something. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
