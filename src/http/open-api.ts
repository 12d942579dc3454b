import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { problemSchema } from './problem-document.ts';
import type { Route } from './route.ts';

/** What the OpenAPI document says of itself. */
export const document = {
  openapi: '3.1.0',
  info: {
    title: 'Kaeru',
    version: '1',
    description:
      'The customer-protection desk of an exchange: claims, quotes, approvals, payments. ' +
      'What acts takes an Idempotency-Key; refusals are problem documents with a stable code.',
  },
} as const;

/** A route in the words of OpenAPI. `x-guard` names the action of the table of roles that it needs. */
export function describeRoute<Ctx>(one: Route<Ctx>, middleware: MiddlewareHandler[] = []) {
  const content = (schema: z.ZodType) => ({ 'application/json': { schema } });
  const refusals = [...one.refusals].sort().join(', ');
  return createRoute({
    method: one.method,
    path: one.path,
    operationId: one.operation,
    summary: one.summary,
    middleware,
    ...(one.guard === 'everybody' ? {} : { 'x-guard': one.guard, security: [{ session: [] }] }),
    request: {
      ...(one.params ? { params: one.params as z.ZodObject } : {}),
      ...(one.query ? { query: one.query as z.ZodObject } : {}),
      ...(one.body ? { body: { content: content(one.body), required: true } } : {}),
    },
    responses: {
      200: { description: one.summary, content: content(one.answer) },
      default: {
        description: refusals === '' ? 'A problem.' : `A problem: ${refusals}, or a common one.`,
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  });
}

/** Tells in an app's document how one shows who one is. */
export function describeSessions(app: Pick<OpenAPIHono, 'openAPIRegistry'>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that opening a session answers with.',
  });
}

/** The OpenAPI document of these routes, without a server. */
export function openApiDocument<Ctx>(routes: readonly Route<Ctx>[]): object {
  const app = new OpenAPIHono();
  describeSessions(app);
  for (const one of routes) app.openAPIRegistry.registerPath(describeRoute(one));
  return app.getOpenAPI31Document(document);
}
