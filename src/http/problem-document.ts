import { z } from '@hono/zod-openapi';
import { removeSecrets } from '../recovery/index.ts';
import type { Refusal } from '../std/index.ts';
import { tellBecause } from './because.ts';
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

/** A problem as it is sent. */
export type ProblemDocument = z.infer<typeof problemSchema>;

/** The refusal as it is told to whoever asked. */
export function problemDocument(refusal: Refusal, language: Language): ProblemDocument {
  const { code, facts } = refusal;
  const problem = problems[code];
  const told = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, tellable(value)]),
  );
  const because = facts['because'] ? tellBecause(facts['because'], language) : null;
  // A code without words is a defect of ours, which a test of all routes shows.
  const sentence = problem?.[language] ?? problems['internal_error']?.[language] ?? '';
  return {
    type: 'about:blank',
    title: fill(sentence, because ? { ...told, because: because.words } : told),
    status: statusOf(code),
    code,
    lasts: problem?.lasts ?? 'final',
    facts: because ? { ...told, because: because.code } : told,
  };
}

const factCharactersMax = 400;

/** What somebody sent is quoted back to them in part, and without what nobody should see twice. */
function tellable(value: string): string {
  const { text } = removeSecrets(value.slice(0, factCharactersMax));
  return text.length < value.length && value.length > factCharactersMax ? `${text}…` : text;
}

/** Fills `{name}` from the facts; a fact that is missing leaves nothing behind. */
function fill(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
