import { go } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { answerPage } from './answer.tsx';
import { lookingPage } from './looking.tsx';
import { missingPage, problemPage } from './problem.tsx';
import { progressPage } from './progress.tsx';
import { walletPage } from './wallet.tsx';

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
      return answerPage(visit, claim);
    case 'proving':
      return walletPage(visit, claim);
    default:
      return progressPage(visit, claim);
  }
}

/** The ways out again, while the wallet has still to be shown. */
export async function waysPage(visit: Visit): Promise<Response> {
  const { number = '' } = visit.params;
  const read = await visit.client.readClaim({ number });
  if (!read.ok) return problemPage(visit, read.problem);
  const { state } = read.value;
  return state === 'quoted' || state === 'proving'
    ? answerPage(visit, read.value)
    : go(`/claims/${number}`);
}
