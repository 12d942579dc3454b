import type { Claim } from '../../client/index.ts';
import { Button, LinkButton, Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import { EvidenceSection, NeverSection, WhereSection } from '../parts/claim-sections.tsx';
import { PostForm } from '../parts/post-form.tsx';
import { TalkLink } from '../parts/talk-link.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

interface Shown {
  readonly visit: Visit;
  readonly claim: Claim;
}

/** The answer is no: what we found, why, what would change it, and the ways on. */
export function refusedPage(visit: Visit, claim: Claim): Response {
  return show(
    visit,
    <Page visit={visit} title={claim.headline} back={backToClaims(visit)} live={claim}>
      <ClaimHead visit={visit} claim={claim} />
      <div className="cols">
        <div className="main">
          <Found visit={visit} claim={claim} />
          <Why visit={visit} claim={claim} />
          <Change visit={visit} claim={claim} />
        </div>
        <div className="side">
          <Letter visit={visit} claim={claim} />
          <Appeal visit={visit} claim={claim} />
          <NeverSection visit={visit} />
        </div>
        <div className="main">
          <EvidenceSection visit={visit} claim={claim} />
        </div>
      </div>
    </Page>,
  );
}

/** The money's way says best what was found. */
function Found({ visit, claim }: Shown) {
  return <WhereSection visit={visit} claim={claim} title={visit.t('outcome.foundOut')} />;
}

/** The reason, unless it already stands under the heading. */
function Why({ visit, claim }: Shown) {
  const { t } = visit;
  const other = claim.reason?.code === 'OTHER_USERS_ADDRESS';
  const closed = (text: string) => text.replaceAll(' ', '');
  const above = closed(`${claim.headline}${claim.lead}`);
  const said = claim.reason && !above.endsWith(closed(claim.reason.sentence));
  if (!said && !other) return null;
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t('outcome.why')}</h2>
      {said && <p>{claim.reason?.sentence}</p>}
      {other && <p>{t('outcome.otherText')}</p>}
    </section>
  );
}

function Change({ visit, claim }: Shown) {
  const { t } = visit;
  if (!claim.reason?.wouldChange) return null;
  return (
    <section aria-labelledby="change">
      <h2 id="change">{t('outcome.change')}</h2>
      <p>{claim.reason.wouldChange}</p>
      {claim.canTakeUp && (
        <PostForm action={`/claims/${claim.number}/look`} className="below">
          <Button type="submit">{t('outcome.again')}</Button>
        </PostForm>
      )}
    </section>
  );
}

/** For an address that is not ours: what the customer can give to whom it belongs. */
function Letter({ visit, claim }: Shown) {
  const { t } = visit;
  if (!claim.letterAvailable) return null;
  return (
    <section className="card quote" aria-labelledby="letter">
      <h2 id="letter">{t('outcome.letterTitle')}</h2>
      <p>{t('outcome.letterText')}</p>
      <div className="act">
        <LinkButton kind="primary" icon="download" href={`/claims/${claim.number}/letter.pdf`}>
          {t('outcome.letter')}
        </LinkButton>
      </div>
    </section>
  );
}

/** Another person's look is offered on every no, and its answer shown once there is one. */
function Appeal({ visit, claim }: Shown) {
  const { t, tx } = visit;
  const { appeal } = claim;
  return (
    <section className="card quote" aria-labelledby="appeal">
      {appeal?.answer && (
        <div className="answered">
          <h2>{t('outcome.appealAnswer')}</h2>
          <p className="fine">
            {tx('outcome.appealAnswerAt', { when: <Time key="when" at={appeal.at} /> })}
          </p>
          <p>{appeal.answer}</p>
        </div>
      )}
      <h2 id="appeal">{t('outcome.appealTitle')}</h2>
      <p>{t('outcome.appealText')}</p>
      <div className="act">
        {claim.canAppeal && (
          <LinkButton
            kind={claim.letterAvailable ? 'secondary' : 'primary'}
            href={`/claims/${claim.number}/appeal`}
          >
            {t(appeal ? 'outcome.appealAgain' : 'outcome.appeal')}
          </LinkButton>
        )}
        <TalkLink visit={visit} claim={claim} />
        <LinkButton kind="quiet" href="/contact#complaint">
          {t('outcome.complaint')}
        </LinkButton>
      </div>
    </section>
  );
}
