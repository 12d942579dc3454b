import type { Claim } from '../../client/index.ts';
import { Page } from '../layout.tsx';
import { ClaimDestination } from '../parts/claim-destination.tsx';
import { ClaimFacts } from '../parts/claim-facts.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import { ClaimRecord } from '../parts/claim-record.tsx';
import { DemoDesk, EvidenceSection, NeverSection, WhereSection } from '../parts/claim-sections.tsx';
import { ClaimSteps } from '../parts/claim-steps.tsx';
import { NextWord } from '../parts/next-word.tsx';
import { TalkLink } from '../parts/talk-link.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { checkingPage } from './checking.tsx';
import { donePage } from './done.tsx';
import { keptPage } from './kept.tsx';
import { refusedPage } from './refused.tsx';
import { withdrawnPage } from './withdrawn.tsx';

/** A claim after the choice, or one that came out otherwise: which page it is follows from its state. */
export function progressPage(visit: Visit, claim: Claim): Response {
  switch (claim.state) {
    case 'held':
    case 'reviewing':
    case 'appealed':
      return checkingPage(visit, claim);
    case 'returned':
    case 'credited':
    case 'compensated':
      return donePage(visit, claim);
    case 'kept':
      return keptPage(visit, claim);
    case 'refused':
      return refusedPage(visit, claim);
    case 'withdrawn':
      return withdrawnPage(visit, claim);
    default:
      return underWayPage(visit, claim);
  }
}

/** Planning, approving, paying, stopped: dates, whose turn it is, and where our sight ends. */
function underWayPage(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  return show(
    visit,
    <Page visit={visit} title={claim.headline} back={backToClaims(visit)} live={claim} renews>
      <ClaimHead visit={visit} claim={claim} />
      <ClaimFacts visit={visit} claim={claim} />
      <div className="cols">
        <div className="main">
          <ClaimSteps visit={visit} claim={claim} />
          <DemoDesk visit={visit} claim={claim} />
          <ClaimRecord visit={visit} claim={claim} />
        </div>
        <div className="side">
          <section className="card quote" aria-labelledby="chosen">
            <h2 id="chosen">{t('progress.chosen')}</h2>
            <p>{claim.choice?.title}</p>
            <NextWord visit={visit} claim={claim} />
            <ClaimDestination visit={visit} claim={claim} />
            <div className="act">
              <TalkLink visit={visit} claim={claim} />
              {claim.canWithdraw && (
                <p className="fine">
                  {t('progress.withdrawUntil')}{' '}
                  <a href={`/claims/${claim.number}/withdraw`}>{t('looking.withdraw')}</a>
                </p>
              )}
            </div>
          </section>
          <NeverSection visit={visit} />
        </div>
        <div className="main">
          <WhereSection visit={visit} claim={claim} />
          <EvidenceSection visit={visit} claim={claim} />
        </div>
      </div>
    </Page>,
  );
}
