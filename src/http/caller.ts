import type { Context as HonoContext } from 'hono';
import { readSession, type Session } from '../access/index.ts';
import { type Outcome, refuse } from '../std/index.ts';
import type { Desk } from './desk.ts';
import { tokenInCookie } from './session-cookie.ts';

/** The token of a session: as a bearer, or in the cookie of a page. */
export function tokenOf(c: HonoContext, desk: Pick<Desk, 'demo' | 'site'>): string | undefined {
  const bearer = /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ?? tokenInCookie(c, desk);
}

/** What a page adds to its own address when it loads itself again: nobody may be looking any more. */
export const byItself = 'again';

/** Whose session the request carries. A page that loads itself again does not keep it open. */
export async function sessionOf(c: HonoContext, desk: Desk): Promise<Outcome<Session>> {
  const token = tokenOf(c, desk);
  const by = c.req.query(byItself) === undefined ? 'person' : 'page';
  return token ? await readSession(desk, token, by) : refuse('not_signed_in');
}

/**
 * Whom limits and idempotency keys are counted for: a person however often they sign in, else the
 * address that the request came from.
 */
export function principalOf(c: HonoContext, session: Outcome<Session>): string {
  if (!session.ok) return `address ${addressOf(c)}`;
  const { kind, id } = session.value.actor;
  return `${kind} ${id}`;
}

/** The address at the other end of the connection. What a header claims counts for nothing. */
export function addressOf(c: HonoContext): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}
