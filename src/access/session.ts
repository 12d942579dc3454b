import type { Actor } from '../audit/index.ts';
import type { Branded } from '../std/index.ts';

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
