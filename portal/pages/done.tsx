import type { Claim } from '../../client/index.ts';
import { LinkButton } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { ClaimDestination } from '../parts/claim-destination.tsx';
import { ClaimFacts } from '../parts/claim-facts.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import { ClaimReceipt } from '../parts/claim-receipt.tsx';
import { ClaimRecord } from '../parts/claim-record.tsx';
import { EvidenceSection, NeverSection, WhereSection } from '../parts/claim-sections.tsx';
import { ClaimSteps } from '../parts/claim-steps.tsx';
import { TalkLink } from '../parts/talk-link.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

/** It is home: what arrived, where to look, and two lines for the next time. */
export function donePage(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  const path = `/claims/${claim.number}`;
  return show(
    visit,
    <Page visit={visit} title={claim.headline} back={backToClaims(visit)}>
      <ClaimHead visit={visit} claim={claim} />
      <ClaimFacts visit={visit} claim={claim} />
      <div className="cols">
        <div className="main">
          <ClaimRecord visit={visit} claim={claim} />
          <WhereSection visit={visit} claim={claim} />
          <Lesson visit={visit} claim={claim} />
        </div>
        <div className="side">
          <section className="card quote" aria-labelledby="receipt">
            <h2 id="receipt">{t('outcome.receipt')}</h2>
            <ClaimReceipt visit={visit} claim={claim} />
            <ClaimDestination visit={visit} claim={claim} />
            <div className="act">
              {claim.receiptAvailable && (
                <>
                  <LinkButton icon="download" href={`${path}/receipt.pdf`}>
                    {t('outcome.pdf')}
                  </LinkButton>
                  <LinkButton kind="quiet" href={`${path}/receipt`}>
                    {t('outcome.openReceipt')}
                  </LinkButton>
                </>
              )}
              <TalkLink visit={visit} claim={claim} />
              <p className="fine">{t('outcome.done')}</p>
            </div>
          </section>
          <NeverSection visit={visit} />
        </div>
        <div className="main">
          <ClaimSteps visit={visit} claim={claim} />
          <EvidenceSection visit={visit} claim={claim} />
        </div>
      </div>
    </Page>,
  );
}

/** How it goes right the next time: advice, never blame. */
function Lesson({ visit, claim }: { readonly visit: Visit; readonly claim: Claim }) {
  if (claim.lesson.length === 0) return null;
  return (
    <section aria-labelledby="lesson">
      <h2 id="lesson">{visit.t('outcome.lesson')}</h2>
      <div className="card lesson">
        {claim.lesson.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}
