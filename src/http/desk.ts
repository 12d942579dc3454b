import type { PasskeyContext, Session } from '../access/index.ts';
import type { Context, OutsideHeads } from '../audit/index.ts';
import type { HandoverIssuer } from '../exchange/index.ts';
import type { DecidingContext } from '../recovery/index.ts';
import type { Outcome } from '../std/index.ts';
import type { DemoDesk } from './demo-desk.ts';
import type { Language } from './language.ts';

/** The parts that a desk can't work without, and whether they answer. */
export interface Readiness {
  readonly database: boolean;
  readonly signer: boolean;
  readonly exchange: boolean;
}

/** What the server is given: it holds no state of its own beside rate limits. */
export interface Desk extends PasskeyContext, Omit<Context, 'actor'> {
  /** In the demo cookies go without TLS, and its own doors are open. */
  readonly demo: boolean;
  /** Whether each part that the desk can't work without answers. */
  readiness(): Promise<Readiness>;
  /** A context that acts for whoever is signed in; for nobody, when `session` is null. */
  signedIn(session: Session | null, language: Language): Promise<SignedIn> | SignedIn;
}

/** The context of one request. Without a session nothing that needs one can be reached. */
export type SignedIn = DecidingContext &
  PasskeyContext & {
    readonly language: Language;
    readonly handoverIssuer: HandoverIssuer;
    /** What the signer knows of the audit record. */
    outsideHeads(): Promise<Outcome<OutsideHeads>>;
    /** What only the demo can do; null elsewhere. */
    readonly demoDesk: DemoDesk | null;
  };
