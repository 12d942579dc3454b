import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { permit, readSession, type Session } from '../access/index.ts';
import { done, newId, type Outcome, refuse } from '../std/index.ts';
import type { Desk, SignedIn } from './desk.ts';
import { type GivenAnswer, onceForKey } from './idempotency.ts';
import { type Language, preferredLanguage } from './language.ts';
import { RateLimiter } from './limits.ts';
import { mountPages, tokenOf } from './mount-pages.ts';
import { describeRoute, document } from './open-api.ts';
import { type ProblemDocument, problemDocument } from './problem-document.ts';
import type { Route } from './route.ts';

const bodyBytesMax = 256 * 1024;

/** The HTTP API of a desk: the routes given, as data; everything that all of them share is here. */
export function httpApp(
  desk: Desk,
  routes: readonly Route<SignedIn>[],
  logger: Logger,
): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseMalformed });
  const limiter = new RateLimiter(desk.clock);
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'self'", "'unsafe-inline'"] },
    }),
  );
  app.use(
    bodyLimit({
      maxSize: bodyBytesMax,
      onError: (c) => problem(c, refuse('body_too_large', { max: String(bodyBytesMax) })),
    }),
  );
  app.onError((error, c) => {
    const request = newId();
    if (error instanceof SyntaxError || /Malformed JSON/.test(error.message)) {
      return problem(c, refuse('body_malformed'));
    }
    logger.error({ request, path: c.req.path, error }, 'a request failed');
    return problem(c, refuse('internal_error', { request }));
  });
  app.notFound((c) => problem(c, refuse('route_not_found')));
  for (const one of routes) mount(app, desk, limiter, one);
  mountPages(app, desk);
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.doc31('/openapi.json', document);
  return app;
}

function mount(app: OpenAPIHono, desk: Desk, limiter: RateLimiter, one: Route<SignedIn>): void {
  app.openapi(describeRoute(one), async (c) => {
    const answered = await answer(c, desk, limiter, one);
    return answered as never;
  });
}

async function answer(
  c: HonoContext,
  desk: Desk,
  limiter: RateLimiter,
  one: Route<SignedIn>,
): Promise<Response> {
  const language = preferredLanguage(c.req.header('accept-language'));
  const session = await sessionOf(c, desk);
  const principal = session.ok ? session.value.id : addressOf(c);
  const waitSeconds = limiter.take(one.limit, principal);
  if (waitSeconds > 0) {
    c.header('retry-after', String(waitSeconds));
    return problem(c, refuse('too_many_requests', { seconds: String(waitSeconds) }));
  }
  const guarded = guard(one, session);
  if (!guarded.ok) return problem(c, guarded);
  const signedIn = await desk.signedIn(guarded.value, language);
  const work = () => handle(c, one, signedIn, language);
  const key = one.method === 'get' ? undefined : c.req.header('idempotency-key');
  if (!key) return given(c, await work());
  const request = {
    principal,
    key,
    operation: `${one.operation} ${c.req.path}`,
    body: await c.req.text(),
  };
  const once = await onceForKey(desk.database, desk.clock, request, work);
  return once.ok ? given(c, once.value) : problem(c, once);
}

/** Whoever is not signed in, or holds no role for it, learns nothing about what is there. */
function guard(one: Route<SignedIn>, session: Outcome<Session>): Outcome<Session | null> {
  if (one.guard === 'everybody') return done(session.ok ? session.value : null);
  if (!session.ok) return session;
  const permitted = permit(session.value.actor, one.guard);
  return permitted.ok ? done(session.value) : permitted;
}

async function sessionOf(c: HonoContext, desk: Desk): Promise<Outcome<Session>> {
  const token = tokenOf(c);
  return token ? await readSession(desk, token) : refuse('not_signed_in');
}

async function handle(
  c: HonoContext,
  one: Route<SignedIn>,
  context: SignedIn,
  language: Language,
): Promise<GivenAnswer> {
  const outcome = await one.handle({
    context,
    params: one.params ? c.req.valid('param' as never) : undefined,
    query: one.query ? c.req.valid('query' as never) : undefined,
    body: one.body ? c.req.valid('json' as never) : undefined,
    language,
    requestId: c.req.header('idempotency-key') ?? newId(),
  });
  if (outcome.ok) return { status: 200, answer: outcome.value };
  const refused = problemDocument(outcome, language);
  return { status: refused.status, answer: refused };
}

function given(c: HonoContext, { status, answer: body }: GivenAnswer): Response {
  return c.json(body as object, status as 200);
}

function problem(c: HonoContext, refusal: Parameters<typeof problemDocument>[0]): Response {
  const language = preferredLanguage(c.req.header('accept-language'));
  const body: ProblemDocument = problemDocument(refusal, language);
  return c.json(body, body.status as 400);
}

function refuseMalformed(
  result: { success: boolean; error?: { issues: readonly { path: PropertyKey[] }[] } },
  c: HonoContext,
): Response | undefined {
  if (result.success) return undefined;
  const field = result.error?.issues[0]?.path.map(String).join('.') || 'body';
  return problem(c, refuse('request_malformed', { field }));
}

function addressOf(c: HonoContext): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}
