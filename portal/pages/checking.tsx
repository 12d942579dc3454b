import type { Claim } from '../../client/index.ts';
import { Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { ClaimFacts } from '../parts/claim-facts.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import { EvidenceSection, NeverSection, WhereSection } from '../parts/claim-sections.tsx';
import { ClaimSteps } from '../parts/claim-steps.tsx';
import { NextWord } from '../parts/next-word.tsx';
import { TalkLink } from '../parts/talk-link.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

/** A person looks: before anything moves, for compensation, or once more after a refusal. */
export function checkingPage(visit: Visit, claim: Claim): Response {
  return show(
    visit,
    <Page visit={visit} title={claim.headline} back={backToClaims(visit)} live={claim} renews>
      <ClaimHead visit={visit} claim={claim} />
      <ClaimFacts visit={visit} claim={claim} />
      <div className="cols">
        <div className="main">
          <Standing visit={visit} claim={claim} />
          <ClaimSteps visit={visit} claim={claim} />
        </div>
        <div className="side">
          <section className="card quote">
            <NextWord visit={visit} claim={claim} />
            <div className="act">
              <TalkLink visit={visit} claim={claim} />
            </div>
          </section>
          <NeverSection visit={visit} />
        </div>
        <div className="main">
          {claim.state !== 'held' && <WhereSection visit={visit} claim={claim} />}
          <EvidenceSection visit={visit} claim={claim} />
        </div>
      </div>
    </Page>,
  );
}

/** What the check is, and what it means for the money. Why it is held is not told. */
function Standing({ visit, claim }: { readonly visit: Visit; readonly claim: Claim }) {
  const { t, tx } = visit;
  switch (claim.state) {
    case 'reviewing':
      return (
        <section aria-labelledby="standing">
          <h2 id="standing">{t('progress.reviewTitle')}</h2>
          <p>{t('progress.reviewText')}</p>
        </section>
      );
    case 'appealed':
      return (
        <section aria-labelledby="standing">
          <h2 id="standing">{t('progress.appealTitle')}</h2>
          <p>
            {tx('progress.appealText', {
              when: claim.appeal ? <Time key="when" at={claim.appeal.at} /> : '',
            })}
          </p>
        </section>
      );
    default:
      return (
        <section aria-labelledby="standing">
          <h2 id="standing">{t('progress.heldTitle')}</h2>
          <p>{t('progress.heldKept')}</p>
          <p>{t('progress.heldYou')}</p>
        </section>
      );
  }
}
