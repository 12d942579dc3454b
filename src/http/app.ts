import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { newId, refuse } from '../std/index.ts';
import { type App, admit, type Door, type Env } from './admit.ts';
import { answerRoute } from './answer-route.ts';
import { describeFailure } from './describe-failure.ts';
import type { Desk, SignedIn } from './desk.ts';
import { mountDeskStreams } from './desk-live.ts';
import { takeOver } from './hand-over.ts';
import { RateLimiter } from './limits.ts';
import { streamClaim } from './live.ts';
import { mountPapers } from './mount-papers.ts';
import { mountProbes } from './mount-probes.ts';
import { describeRoute, describeSessions, document } from './open-api.ts';
import { respondWithProblem } from './respond.ts';
import type { Route } from './route.ts';

/** A message of a customer at its longest is well below; a desk's approval of 200 plans, too. */
export const bodyBytesMax = 256 * 1024;

/** Answers load nothing, run nothing, and are framed by nobody. Pages say what they need themselves. */
const securityHeaders: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    formAction: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
};

/** The HTTP API of a desk: the routes given, as data; everything that all of them share is here. */
export function httpApp(desk: Desk, routes: readonly Route<SignedIn>[], logger: Logger): App {
  const app = new OpenAPIHono<Env>({ defaultHook: refuseMalformed });
  const door: Door = { desk, limiter: new RateLimiter(desk.clock) };
  app.use(secureHeaders(securityHeaders));
  app.use(keepNothing);
  app.use(
    bodyLimit({
      maxSize: bodyBytesMax,
      onError: (c) =>
        respondWithProblem(c, refuse('body_too_large', { max: String(bodyBytesMax) })),
    }),
  );
  app.onError((error, c) => {
    if (isUnreadableJson(error)) return respondWithProblem(c, refuse('body_malformed'));
    const request = newId();
    logger.error({ request, ...describeFailure(error) }, 'a request failed');
    return respondWithProblem(c, refuse('internal_error', { request }));
  });
  app.notFound((c) => respondWithProblem(c, refuse('route_not_found')));
  for (const one of routes) mount(app, door, one);
  app.post('/session/hand-over', (c) => takeOver(c, door));
  app.get('/v1/claims/:number/events', (c) => streamClaim(c, door));
  mountDeskStreams(app, door);
  mountPapers(app, door);
  mountProbes(app, door);
  describeSessions(app);
  app.doc31('/openapi.json', document);
  return app;
}

function mount(app: App, door: Door, one: Route<SignedIn>): void {
  // Before the schemas: who may not come in is not told how the body should have looked.
  const atTheDoor: MiddlewareHandler<Env> = async (c, next) => {
    const admitted = await admit(c, door, one);
    if (!admitted.ok) return respondWithProblem(c, admitted);
    if (one.body && !isJson(c)) return respondWithProblem(c, refuse('body_not_json'));
    c.set('admitted', admitted.value);
    return await next();
  };
  app.openapi(describeRoute(one, [atTheDoor]), async (c) => {
    const answered = await answerRoute(c, door.desk, one, c.get('admitted'));
    return answered as never;
  });
}

/** What is told here is told to one person, now: no cache keeps it. */
const keepNothing: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};

function isJson(c: HonoContext): boolean {
  return /^application\/json(;|$)/i.test(c.req.header('content-type') ?? '');
}

function isUnreadableJson(error: Error): boolean {
  return error instanceof HTTPException && error.status === 400;
}

function refuseMalformed(
  result: { success: boolean; error?: { issues: readonly { path: PropertyKey[] }[] } },
  c: HonoContext,
): Response | undefined {
  if (result.success) return undefined;
  const field = result.error?.issues[0]?.path.map(String).join('.') || 'body';
  return respondWithProblem(c, refuse('request_malformed', { field }));
}
