import type { Answer } from './claim.ts';
import {
  changeWords,
  type Diagnosis,
  type Facts,
  type Reason,
  reasonWords,
  wordsContext,
} from './diagnosis/index.ts';
import type { Focus } from './focus-on.ts';

/** The deciding reason in both languages. Null when there is none to tell. */
export function answerInWords(
  facts: Facts,
  diagnosis: Diagnosis,
  focus: Focus | null,
): Answer | null {
  const place = focus ?? diagnosis.found.find((one) => one.reasons.length > 0) ?? null;
  const reason: Reason | undefined = place?.reasons[0] ?? diagnosis.reasons[0];
  if (!reason) return null;
  const words = wordsContext(facts, place, focus);
  return { why: reasonWords(reason, words), change: changeWords(reason, words) };
}
