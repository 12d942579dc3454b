import { onceOf } from '../parts/post-form.tsx';
import { go } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { problemPage } from './problem.tsx';

/** Has a kept claim, a refused one or an old quote looked at again: a new answer comes of it. */
export async function takeUp(visit: Visit): Promise<Response> {
  const { number = '' } = visit.params;
  const taken = await visit.client.takeUpClaim({ number, ...onceOf(visit) });
  // Pressed twice, or in two tabs: it is being looked at already, and the page says so.
  if (taken.ok || taken.problem.code === 'step_not_possible') return go(`/claims/${number}`);
  return problemPage(visit, taken.problem);
}
