import type { Claim } from '../../client/index.ts';
import { Page } from '../layout.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

/** Where the claim stands. */
export function answerPage(visit: Visit, claim: Claim): Response {
  return show(
    visit,
    <Page visit={visit} title={claim.sentence} live={claim}>
      <h1>{claim.sentence}</h1>
    </Page>,
  );
}
