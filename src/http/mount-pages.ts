import type { Context as HonoContext } from 'hono';
import type { CustomerId } from '../accounts/index.ts';
import { acceptHandover } from '../exchange/index.ts';
import { describeClaim, listOwnClaims, readOwnClaim } from '../recovery/index.ts';
import { type Refusal, refuse } from '../std/index.ts';
import { type Admitted, type App, admit, type Door } from './admit.ts';
import { claimPage } from './claim-page.ts';
import { demoPage } from './demo-page.ts';
import { streamClaim } from './live.ts';
import { markFile } from './page-layout.ts';
import { pageStyle } from './page-style.ts';
import { claimsPage, missingPage, refusedPage, signInPage } from './pages.ts';
import { problemDocument } from './problem-document.ts';
import { languageOf } from './respond.ts';
import { keepInCookie } from './session-cookie.ts';

/** The pages' own files change with a release: an hour in the browser is no harm. */
const keepAnHour = { 'cache-control': 'public, max-age=3600' };

/** What a browser reads: the hand-over from the exchange's log-in, the plain pages, live changes. */
export function mountPages(app: App, door: Door): void {
  app.post('/session/hand-over', (c) => takeOver(c, door));
  app.get('/', (c) => firstPage(c, door));
  app.get('/claims', (c) => claims(c, door));
  app.get('/claims/:number', (c) => claim(c, door));
  app.get('/pages.css', (c) =>
    c.body(pageStyle, 200, { 'content-type': 'text/css; charset=utf-8', ...keepAnHour }),
  );
  app.get('/pages.svg', (c) =>
    c.body(markFile, 200, { 'content-type': 'image/svg+xml', ...keepAnHour }),
  );
  app.get('/v1/claims/:number/events', (c) => streamClaim(c, door));
}

/** In the demo, what waits and what to do next; elsewhere people come for their claims. */
async function firstPage(c: HonoContext, door: Door): Promise<Response> {
  const admitted = await admit(c, door, { guard: 'everybody', limit: 'read' });
  if (!admitted.ok) return refusedAsPage(c, door, admitted);
  const { welcome } = door.desk;
  return welcome ? c.html(demoPage(welcome, languageOf(c))) : c.redirect('/claims', 303);
}

/** The exchange's log-in posts its signed hand-over here; the customer gets a session as a cookie. */
async function takeOver(c: HonoContext, door: Door): Promise<Response> {
  const { desk } = door;
  const admitted = await admit(c, door, { guard: 'everybody', limit: 'sign_in' });
  if (!admitted.ok) return refusedAsPage(c, door, admitted);
  const form: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
  const token = typeof form['token'] === 'string' ? form['token'] : '';
  const context = await desk.signedIn(null, languageOf(c));
  const accepted = await acceptHandover(context, context.handoverIssuer, token);
  if (!accepted.ok) return refusedAsPage(c, door, refuse('not_signed_in'));
  const { opened } = accepted.value;
  const {
    token: session,
    session: { endsAt },
  } = opened;
  keepInCookie(c, desk, 'customer', { token: session, endsAt });
  return c.redirect(ownPath(form['return']) ?? '/claims', 303);
}

/** Where somebody was before they were sent to log in: a path of ours, and nobody else's page. */
function ownPath(text: unknown): string | null {
  const isOwn = typeof text === 'string' && /^\/(?![/\\])[\w./?=&%-]{0,300}$/.test(text);
  return isOwn ? text : null;
}

async function claims(c: HonoContext, door: Door): Promise<Response> {
  const { desk } = door;
  const admitted = await admit(c, door, { guard: 'claim.choose', limit: 'read' });
  if (!admitted.ok) return refusedAsPage(c, door, admitted);
  const customer = actorOf(admitted.value).id as CustomerId;
  const own = await listOwnClaims(desk.database, customer);
  const reading = await desk.signedIn(null, languageOf(c));
  const described = await Promise.all(own.map((one) => describeClaim(reading, one)));
  return c.html(claimsPage(described, languageOf(c), desk.demo));
}

async function claim(c: HonoContext, door: Door): Promise<Response> {
  const { desk } = door;
  const admitted = await admit(c, door, { guard: 'claim.read', limit: 'read' });
  if (!admitted.ok) return refusedAsPage(c, door, admitted);
  const number = (c.req.param('number') ?? '').replaceAll('\0', '');
  const found = await readOwnClaim(desk.database, { actor: actorOf(admitted.value) }, number);
  if (!found) return c.html(missingPage(languageOf(c), desk.demo), 404);
  const reading = await desk.signedIn(null, languageOf(c));
  return c.html(claimPage(await describeClaim(reading, found), languageOf(c), desk.demo));
}

function actorOf({ session }: Admitted) {
  if (!session) throw new Error('whoever passed a guard is signed in');
  return session.actor;
}

function refusedAsPage(
  c: HonoContext,
  { desk }: Door,
  refusal: Refusal,
): Response | Promise<Response> {
  const language = languageOf(c);
  const { status, title, facts } = problemDocument(refusal, language);
  if (status !== 429) return c.html(signInPage(language, desk.demo), 401);
  return c.html(refusedPage(title, language, desk.demo), 429, {
    'retry-after': facts['seconds'] ?? '60',
  });
}
