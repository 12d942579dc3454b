import { expect } from 'vitest';

/** A problem document as it was read. */
export interface ReadProblem {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Reads a refusal, and expects of it what every refusal owes: a stable code, one sentence or two that
 * are whole, the status twice the same, and nothing of the machine's insides.
 */
export async function readProblem(answer: Response): Promise<ReadProblem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const text = await answer.text();
  expect(text).not.toMatch(/\bat \S+:\d+|node_modules|Error:|kysely|postgres|sql/i);
  const problem = JSON.parse(text) as ReadProblem;
  expect(problem.status).toBe(answer.status);
  expect(problem.code).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
  expect(problem.title.length).toBeGreaterThan(8);
  expect(problem.title.length).toBeLessThan(900);
  expect(answer.status).not.toBe(500);
  return problem;
}

/** A fact that nobody gave leaves a hole in the sentence; what was sent is quoted as it was. */
export function expectWhole({ title }: ReadProblem): void {
  expect(title).not.toMatch(/「」|‘’|""|\(\)|（）|\{\w+\}|undefined|null/);
}
