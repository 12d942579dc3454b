import type { Claim } from '../../client/index.ts';
import { LinkButton } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import { EvidenceSection, NeverSection, WhereSection } from '../parts/claim-sections.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

/** Taken back by the customer. Nothing is lost by it, and it can be reported again. */
export function withdrawnPage(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  return show(
    visit,
    <Page visit={visit} title={claim.headline} back={backToClaims(visit)}>
      <div className="narrow">
        <ClaimHead visit={visit} claim={claim} />
        <section aria-labelledby="after">
          <h2 id="after">{t('outcome.withdrawn')}</h2>
          <p>{t('outcome.withdrawnText')}</p>
        </section>
        <p className="act ways">
          <LinkButton href="/report">{t('outcome.reportAgain')}</LinkButton>
        </p>
        <WhereSection visit={visit} claim={claim} />
        <EvidenceSection visit={visit} claim={claim} />
        <NeverSection visit={visit} />
      </div>
    </Page>,
  );
}
