import type { Context as HonoContext } from 'hono';
import { readSession, type Session } from '../access/index.ts';
import { type Outcome, refuse } from '../std/index.ts';
import type { Desk } from './desk.ts';

/** The session's cookie. Outside the demo its name binds it to this host and to TLS (RFC 6265bis). */
export function sessionCookie(desk: Pick<Desk, 'demo'>): string {
  return desk.demo ? 'kaeru_session' : '__Host-kaeru_session';
}

/** The token of a session: as a bearer, or as the cookie of a page. */
export function tokenOf(c: HonoContext, desk: Pick<Desk, 'demo'>): string | undefined {
  const bearer = /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1];
  // A cookie is sent along by the browser unasked, so it only ever reads.
  return bearer ?? (c.req.method === 'GET' ? cookieOf(c, sessionCookie(desk)) : undefined);
}

function cookieOf(c: HonoContext, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w.-]{1,200})`);
  return pattern.exec(c.req.header('cookie') ?? '')?.[1];
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
