import type { Claim } from '../../client/index.ts';
import { Button, type Fact, Facts, LinkButton, Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import { EvidenceSection, NeverSection, WhereSection } from '../parts/claim-sections.tsx';
import { ClaimSteps } from '../parts/claim-steps.tsx';
import { Money, Remark } from '../parts/money.tsx';
import { PostForm } from '../parts/post-form.tsx';
import { TalkLink } from '../parts/talk-link.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

/** Waiting without a promise; it can be taken up again at any time. */
export function keptPage(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  return show(
    visit,
    <Page visit={visit} title={claim.headline} back={backToClaims(visit)} live={claim}>
      <ClaimHead visit={visit} claim={claim} />
      <Facts facts={factsOf(visit, claim)} />
      <div className="cols">
        <div className="main">
          {claim.reason?.wouldChange && (
            <section aria-labelledby="goes">
              <h2 id="goes">{t('outcome.keptWhen')}</h2>
              <p>{claim.reason.wouldChange}</p>
              <p>{t('outcome.keptWhenText')}</p>
              <p className="fine">{t('outcome.keptNoDate')}</p>
            </section>
          )}
          <WhereSection visit={visit} claim={claim} />
        </div>
        <div className="side">
          <section className="card quote" aria-labelledby="again">
            <h2 id="again">{t('outcome.takeUpTitle')}</h2>
            <p>{t('outcome.takeUpText')}</p>
            <div className="act">
              {claim.canTakeUp && (
                <PostForm action={`/claims/${claim.number}/look`} className="act-form">
                  <Button type="submit" kind="primary">
                    {t('outcome.takeUp')}
                  </Button>
                </PostForm>
              )}
              <TalkLink visit={visit} claim={claim} />
              {claim.canWithdraw && (
                <LinkButton kind="quiet" href={`/claims/${claim.number}/withdraw`}>
                  {t('outcome.withdraw')}
                </LinkButton>
              )}
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

function factsOf({ t }: Visit, claim: Claim): Fact[] {
  const { found } = claim;
  return [
    ...(found
      ? [
          {
            label: t('outcome.keptTitle'),
            value: <Money value={found.amount} />,
            ...(found.fiat ? { note: <Remark worth={found.fiat} short /> } : {}),
          },
        ]
      : []),
    { label: t('outcome.keptFee'), value: t('outcome.free') },
    {
      label: t('outcome.keptSince'),
      value: <Time at={claim.choice?.at ?? claim.updatedAt} to="date" />,
    },
  ];
}
