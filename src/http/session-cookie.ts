import type { Context as HonoContext } from 'hono';
import { secondMs } from '../std/index.ts';
import type { Desk } from './desk.ts';

/** A browser may be a customer's and, in the demo, a colleague's at once: each has a cookie. */
type Holder = 'customer' | 'staff';

/** The customers' cookie. Outside the demo its name binds it to this host and to TLS (RFC 6265bis). */
export function sessionCookie(desk: Pick<Desk, 'demo'>): string {
  return nameOf('customer', desk);
}

/** Whether the caller wants its session as a cookie: no page of another site can send this header. */
export function asksByCookie(c: HonoContext): boolean {
  return c.req.header('kaeru-session') === 'cookie';
}

/**
 * The token in a cookie. A browser sends cookies along unasked, so one acts only for a page of this
 * very site: the browser itself says so (Sec-Fetch-Site), and an old one by Origin. Without that it
 * only ever reads.
 */
export function tokenInCookie(
  c: HonoContext,
  desk: Pick<Desk, 'demo' | 'site'>,
): string | undefined {
  if (c.req.method !== 'GET' && !isFromOwnPage(c, desk)) return undefined;
  return holdersFor(c)
    .map((holder) => cookieOf(c, nameOf(holder, desk)))
    .find((token) => token !== undefined);
}

/** Puts a session's token where no script reads it. Staff come from no other site's link. */
export function keepInCookie(
  c: HonoContext,
  desk: Pick<Desk, 'demo' | 'clock'>,
  holder: Holder,
  opened: { readonly token: string; readonly endsAt: Date },
): void {
  const lastsMs = opened.endsAt.getTime() - desk.clock.now().getTime();
  setCookie(c, desk, holder, opened.token, Math.floor(lastsMs / secondMs));
}

/** Takes the cookie away that the request's session came in. */
export function dropCookie(c: HonoContext, desk: Pick<Desk, 'demo'>): void {
  const holder = holdersFor(c).find((one) => cookieOf(c, nameOf(one, desk)) !== undefined);
  if (holder) setCookie(c, desk, holder, '', 0);
}

function setCookie(
  c: HonoContext,
  desk: Pick<Desk, 'demo'>,
  holder: Holder,
  token: string,
  seconds: number,
): void {
  const sameSite = holder === 'staff' ? 'Strict' : 'Lax';
  const secure = desk.demo ? '' : '; Secure';
  c.header(
    'set-cookie',
    `${nameOf(holder, desk)}=${token}; Path=/; HttpOnly; SameSite=${sameSite}; Max-Age=${seconds}${secure}`,
  );
}

function nameOf(holder: Holder, desk: Pick<Desk, 'demo'>): string {
  const name = holder === 'staff' ? 'kaeru_staff' : 'kaeru_session';
  return desk.demo ? name : `__Host-${name}`;
}

/** Whose cookies count for this request: the desk's own calls never act for a customer. */
function holdersFor(c: HonoContext): readonly Holder[] {
  const isDesk = /^\/(?:v1\/desk|demo)\//.test(c.req.path) || asksByCookie(c);
  return isDesk ? ['staff'] : ['customer', 'staff'];
}

function isFromOwnPage(c: HonoContext, desk: Pick<Desk, 'site'>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  return origin !== undefined && desk.site.origins.includes(origin);
}

function cookieOf(c: HonoContext, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w.-]{1,200})`);
  return pattern.exec(c.req.header('cookie') ?? '')?.[1];
}
