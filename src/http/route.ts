import type { z } from '@hono/zod-openapi';
import type { Action } from '../access/index.ts';
import type { Outcome } from '../std/index.ts';
import type { Language } from './language.ts';

/** Who may call a route: an action of the role table, or everybody. */
export type Guard = Action | 'everybody';

/** Named in the one table of rate limits. */
export type LimitName = 'read' | 'write' | 'file' | 'search' | 'sign_in' | 'money';

/** What a route is told. `Params`, `Query` and `Body` have been parsed by their schemas. */
export interface Call<Ctx, Params, Query, Body> {
  readonly context: Ctx;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly language: Language;
}

type Shape = z.ZodType;

/**
 * One route as data: the OpenAPI document, the guard, the limits and the tests all read it from
 * here. `operation` is the name of the client's method.
 */
export interface Route<
  Ctx,
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Answer extends Shape = Shape,
> {
  readonly operation: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `{name}` for parameters: `/v1/claims/{number}`. */
  readonly path: string;
  readonly summary: string;
  readonly guard: Guard;
  readonly limit: LimitName;
  /** The answer holds a secret that is shown once and kept nowhere: it takes no Idempotency-Key. */
  readonly showsSecret?: true;
  /** The answer opens a session of staff, or the call ends one: it may be kept in a cookie. */
  readonly session?: 'opens' | 'ends';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /** The codes that this route may refuse with, beside those every route has. */
  readonly refusals: readonly string[];
  handle(
    call: Call<Ctx, z.infer<Params>, z.infer<Query>, z.infer<Body>>,
  ): Promise<Outcome<z.input<Answer>>>;
}

/** Keeps a route's types together. */
export function route<
  Ctx,
  Params extends Shape,
  Query extends Shape,
  Body extends Shape,
  Answer extends Shape,
>(one: Route<Ctx, Params, Query, Body, Answer>): Route<Ctx> {
  return one as unknown as Route<Ctx>;
}
