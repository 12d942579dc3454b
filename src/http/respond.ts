import type { Context as HonoContext } from 'hono';
import type { Refusal } from '../std/index.ts';
import { type Language, preferredLanguage } from './language.ts';
import { type ProblemDocument, problemDocument } from './problem-document.ts';

/** The reader's language. */
export function languageOf(c: HonoContext): Language {
  return preferredLanguage(c.req.header('accept-language'));
}

/** Answers with a problem document (RFC 9457), and with when to come back where it is known. */
export function respondWithProblem(c: HonoContext, refusal: Refusal): Response {
  return giveProblem(c, problemDocument(refusal, languageOf(c)));
}

/** Answers with a problem document that has been made. */
export function giveProblem(c: HonoContext, problem: ProblemDocument): Response {
  const { seconds } = problem.facts;
  return c.body(JSON.stringify(problem), problem.status as 400, {
    'content-type': 'application/problem+json',
    ...(seconds && /^\d+$/.test(seconds) ? { 'retry-after': seconds } : {}),
  });
}
