import type { Visit } from '../visit.ts';
import { answerPage } from './answer.tsx';
import { lookingPage } from './looking.tsx';
import { missingPage, problemPage } from './problem.tsx';
import { progressPage } from './progress.tsx';

/** One claim: which page it is follows from where the claim stands. */
export async function claimPage(visit: Visit): Promise<Response> {
  const { number = '' } = visit.params;
  const read = await visit.client.readClaim({ number });
  if (!read.ok) {
    return read.problem.status === 404 ? missingPage(visit) : problemPage(visit, read.problem);
  }
  const claim = read.value;
  switch (claim.state) {
    case 'looking':
    case 'waiting':
      return lookingPage(visit, claim);
    case 'quoted':
    case 'proving':
      return answerPage(visit, claim);
    default:
      return progressPage(visit, claim);
  }
}
