import type { Context as HonoContext } from 'hono';
import type { Outcome } from '../std/index.ts';
import type { Admitted } from './admit.ts';
import type { Desk, SignedIn } from './desk.ts';
import { onceForKey } from './idempotency.ts';
import { languageOf, respondWithProblem } from './respond.ts';
import type { Route } from './route.ts';
import { asksByCookie, dropCookie, keepInCookie } from './session-cookie.ts';
import { storable } from './storable.ts';

interface Parsed {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Answers one call of a route, after the door and the schemas. Whoever is signed in may send an
 * Idempotency-Key with what acts. Reading takes none, nor does what shows a secret, which is kept
 * nowhere.
 */
export async function answerRoute(
  c: HonoContext,
  desk: Desk,
  one: Route<SignedIn>,
  { session, principal }: Admitted,
): Promise<Response> {
  const parsed = parsedOf(c, one);
  const key = c.req.header('idempotency-key');
  const work = () => handle(c, desk, one, session, parsed);
  const takesKey = one.method !== 'get' && one.showsSecret !== true && session !== null;
  if (!takesKey || key === undefined) return respond(c, desk, one, await work());
  const { params, body } = parsed;
  const asked = { principal, key, operation: one.operation, asked: { params, body } };
  return respond(c, desk, one, await onceForKey(desk, asked, work));
}

function parsedOf(c: HonoContext, one: Route<SignedIn>): Parsed {
  return storable({
    params: one.params ? c.req.valid('param' as never) : undefined,
    query: one.query ? c.req.valid('query' as never) : undefined,
    body: one.body ? c.req.valid('json' as never) : undefined,
  });
}

async function handle(
  c: HonoContext,
  desk: Desk,
  one: Route<SignedIn>,
  session: Admitted['session'],
  parsed: Parsed,
): Promise<Outcome<unknown>> {
  const language = languageOf(c);
  const context = await desk.signedIn(session, language);
  return await one.handle({ ...parsed, context, language });
}

function respond(
  c: HonoContext,
  desk: Desk,
  one: Route<SignedIn>,
  outcome: Outcome<unknown>,
): Response {
  if (!outcome.ok) return respondWithProblem(c, outcome);
  if (one.session === 'ends') dropCookie(c, desk);
  if (one.session !== 'opens' || !asksByCookie(c)) return c.json(outcome.value as object);
  const opened = outcome.value as { readonly token: string; readonly endsAt: string };
  keepInCookie(c, desk, 'staff', { token: opened.token, endsAt: new Date(opened.endsAt) });
  return c.json({ ...opened, token: '' });
}
