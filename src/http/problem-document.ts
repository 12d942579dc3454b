import { z } from '@hono/zod-openapi';
import type { Refusal } from '../std/index.ts';
import type { Language } from './language.ts';
import { problems, statusOf } from './statuses.ts';

/** RFC 9457. `code` is for programs and never changes; `title` is for people, in their language. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    lasts: z.enum(['transient', 'final']),
    facts: z.record(z.string(), z.string()),
  })
  .openapi('ProblemDocument');

export type ProblemDocument = z.infer<typeof problemSchema>;

/** The refusal as it is told to whoever asked. */
export function problemDocument(refusal: Refusal, language: Language): ProblemDocument {
  const { code, facts } = refusal;
  const problem = problems[code];
  const sentence = problem?.[language] ?? code;
  return {
    type: 'about:blank',
    title: fill(sentence, facts),
    status: statusOf(code),
    code,
    lasts: problem?.lasts ?? 'final',
    facts: { ...facts },
  };
}

/** Fills `{name}` from the facts; a fact that is missing leaves nothing behind. */
function fill(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
