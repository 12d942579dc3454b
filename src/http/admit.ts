import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { permit, type Session } from '../access/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { principalOf, sessionOf } from './caller.ts';
import type { Desk } from './desk.ts';
import type { RateLimiter } from './limits.ts';
import type { Guard, LimitName } from './route.ts';

/** Who was let in. */
export interface Admitted {
  /** Null on routes for everybody, when nobody is signed in. */
  readonly session: Session | null;
  readonly principal: string;
}

/** What a request carries once it was let in. */
export interface Env {
  Variables: { admitted: Admitted };
}

/** The server's application, whose requests carry who was let in. */
export type App = OpenAPIHono<Env>;

/** What decides about letting in. */
export interface Door {
  readonly desk: Desk;
  readonly limiter: RateLimiter;
}

/**
 * The one door that every request passes before anything of it is read: not too many, signed in,
 * and permitted. Whoever may not come in learns nothing about what is there.
 */
export async function admit(
  c: HonoContext,
  { desk, limiter }: Door,
  rule: { readonly guard: Guard; readonly limit: LimitName },
): Promise<Outcome<Admitted>> {
  const session = await sessionOf(c, desk);
  const principal = principalOf(c, session);
  const waitSeconds = limiter.take(rule.limit, principal);
  if (waitSeconds > 0) return refuse('too_many_requests', { seconds: String(waitSeconds) });
  if (rule.guard === 'everybody') {
    return done({ session: session.ok ? session.value : null, principal });
  }
  if (!session.ok) return session;
  const permitted = permit(session.value.actor, rule.guard);
  return permitted.ok ? done({ session: session.value, principal }) : permitted;
}
