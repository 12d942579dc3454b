import type { Hono, Context as HonoContext } from 'hono';
import { permit, readSession } from '../access/index.ts';
import type { CustomerId } from '../accounts/index.ts';
import { acceptHandover } from '../exchange/index.ts';
import { describeClaim, listOwnClaims, readOwnClaim } from '../recovery/index.ts';
import type { Outcome } from '../std/index.ts';
import type { Desk } from './desk.ts';
import { type Language, preferredLanguage } from './language.ts';
import { streamClaim } from './live.ts';
import { claimPage, claimsPage, missingPage } from './pages.ts';
import { problemDocument } from './problem-document.ts';

const sessionCookie = 'kaeru_session';

/** What a browser reads: the hand-over from the exchange's log-in, the plain pages, live changes. */
export function mountPages(app: Hono, desk: Desk): void {
  app.post('/session/hand-over', (c) => takeOver(c, desk));
  app.get('/claims', (c) => claims(c, desk));
  app.get('/claims/:number', (c) => claim(c, desk));
  app.get('/v1/claims/:number/events', (c) =>
    streamClaim(c, desk, tokenOf(c), (refusal) => {
      const problem = problemDocument(refusal, languageOf(c));
      return c.json(problem, problem.status as 400);
    }),
  );
}

/** The token of a session: as a bearer, or as the cookie of a page. */
export function tokenOf(c: HonoContext): string | undefined {
  const bearer = /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1];
  // A cookie is sent along by the browser unasked, so it only ever reads.
  return bearer ?? (c.req.method === 'GET' ? cookieOf(c) : undefined);
}

function cookieOf(c: HonoContext): string | undefined {
  const pattern = new RegExp(`(?:^|;\\s*)${sessionCookie}=([\\w.-]{1,200})`);
  return pattern.exec(c.req.header('cookie') ?? '')?.[1];
}

function languageOf(c: HonoContext): Language {
  return preferredLanguage(c.req.header('accept-language'));
}

/** The exchange's log-in posts its signed hand-over here; the customer gets a session as a cookie. */
async function takeOver(c: HonoContext, desk: Desk): Promise<Response> {
  const form = await c.req.parseBody();
  const token = typeof form['token'] === 'string' ? form['token'] : '';
  const context = await desk.signedIn(null, languageOf(c));
  const accepted = await acceptHandover(context, context.handoverIssuer, token);
  if (!accepted.ok) return c.html(missingPage(languageOf(c), desk.demo, false), 401);
  const { opened } = accepted.value;
  const seconds = Math.floor((opened.session.endsAt.getTime() - desk.clock.now().getTime()) / 1000);
  const secure = desk.demo ? '' : '; Secure';
  c.header(
    'set-cookie',
    `${sessionCookie}=${opened.token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
  );
  return c.redirect('/claims', 303);
}

async function sessionOf(c: HonoContext, desk: Desk) {
  const token = tokenOf(c);
  const session = token ? await readSession(desk, token) : null;
  return session?.ok ? session.value : null;
}

async function claims(c: HonoContext, desk: Desk): Promise<Response> {
  const session = await sessionOf(c, desk);
  if (session?.actor.kind !== 'customer') {
    return c.html(missingPage(languageOf(c), desk.demo, false), 401);
  }
  const own = await listOwnClaims(desk.database, session.actor.id as CustomerId);
  const described = await Promise.all(own.map((one) => describeClaim(desk.database, one)));
  return c.html(claimsPage(described, languageOf(c), desk.demo));
}

async function claim(c: HonoContext, desk: Desk): Promise<Response> {
  const session = await sessionOf(c, desk);
  const permitted: Outcome<unknown> | null = session && permit(session.actor, 'claim.read');
  if (!session || !permitted?.ok) {
    return c.html(missingPage(languageOf(c), desk.demo, false), 401);
  }
  const found = await readOwnClaim(desk.database, session, c.req.param('number') ?? '');
  if (!found) return c.html(missingPage(languageOf(c), desk.demo, true), 404);
  return c.html(claimPage(await describeClaim(desk.database, found), languageOf(c), desk.demo));
}
