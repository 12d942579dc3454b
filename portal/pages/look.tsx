import { onceOf } from '../parts/post-form.tsx';
import { go } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { missingPage, problemPage } from './problem.tsx';

/** Has a kept claim, or an offer that ran out, looked at again. */
export async function lookAgain(visit: Visit): Promise<Response> {
  const { number = '' } = visit.params;
  const taken = await visit.client.takeUpClaim({ number, ...onceOf(visit) });
  const { status, code } = taken.ok ? { status: 200, code: '' } : taken.problem;
  if (taken.ok || code === 'step_not_possible' || code === 'claim_changed') {
    return go(`/claims/${number}`);
  }
  return status === 404 ? missingPage(visit) : problemPage(visit, taken.problem);
}
