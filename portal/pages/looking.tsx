import type { Claim } from '../../client/index.ts';
import { Icon, LinkButton, Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import {
  EvidenceSection,
  NeverSection,
  StepsSection,
  WhereSection,
  WhySection,
} from '../parts/claim-sections.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

interface Shown {
  readonly visit: Visit;
  readonly claim: Claim;
}

/** While we look, and while nothing can be concluded yet: what we do, and when the reader hears. */
export function lookingPage(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  const waiting = claim.state === 'waiting';
  return show(
    visit,
    <Page
      visit={visit}
      title={claim.headline}
      back={backToClaims(visit)}
      live={claim}
      renews={true}
    >
      <ClaimHead visit={visit} claim={claim} />
      <div className="reading">
        {waiting ? <NextWord visit={visit} claim={claim} /> : <Doing visit={visit} claim={claim} />}
        <WhereSection visit={visit} claim={claim} />
        {waiting && <WhySection visit={visit} claim={claim} />}
        {waiting && <AskTheSender visit={visit} claim={claim} />}
        {waiting && <StepsSection visit={visit} claim={claim} />}
        <NeverSection visit={visit} />
        <EvidenceSection visit={visit} claim={claim} />
        <p className="fine follow">{t('claim.follows')}</p>
        {claim.canWithdraw && (
          <p className="fine link-row">
            <a href={`/claims/${claim.number}/withdraw`}>{t('looking.withdraw')}</a>
          </p>
        )}
      </div>
    </Page>,
  );
}

/** What happens within the next moments. */
function Doing({ visit, claim }: Shown) {
  const { t } = visit;
  const byHash = claim.transaction !== null;
  const doing = [
    { label: t(byHash ? 'looking.read' : 'looking.readHints'), state: 'done' },
    { label: t('looking.search'), state: 'now' },
    { label: t('looking.whose'), state: 'next' },
    { label: t('looking.write'), state: 'next' },
  ] as const;
  const icons = { done: 'circle-check', now: 'circle-dot', next: 'circle' } as const;
  return (
    <section aria-labelledby="doing">
      <h2 id="doing">{t('looking.steps')}</h2>
      <ul className="doing card">
        {doing.map(({ label, state }) => (
          <li key={label} className={state}>
            <Icon name={icons[state]} />
            <span>
              {label}
              <small>{t(`looking.${state}`)}</small>
            </span>
          </li>
        ))}
      </ul>
      <p className="fine">{t('looking.usual')}</p>
    </section>
  );
}

function NextWord({ visit, claim }: Shown) {
  const { t, tx } = visit;
  const at = claim.nextWordAt ?? claim.promisedAt;
  return (
    <section className="card next-word">
      <Icon name="clock" />
      <p>{at ? tx('looking.nextLook', { when: <Time at={at} /> }) : t('looking.nextLookSoon')}</p>
    </section>
  );
}

/** What else the reader can do: a question for whoever sent it, ready to be copied. */
function AskTheSender({ visit, claim }: Shown) {
  const { t } = visit;
  const hash = claim.transaction;
  if (!hash) {
    return (
      <p className="act">
        <LinkButton href="/report">{t('looking.tellMore')}</LinkButton>
      </p>
    );
  }
  const text = t('looking.askText', { hash });
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{t('looking.ask')}</h2>
      <blockquote className="card ask">
        <p>{text}</p>
        <button type="button" className="btn btn-secondary js-only" data-copy={text}>
          <Icon name="copy" />
          <span>{t('looking.askCopy')}</span>
        </button>
      </blockquote>
    </section>
  );
}
