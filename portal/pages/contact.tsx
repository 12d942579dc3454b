import { Callout, CopyButton, LinkButton } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { NeverSection } from '../parts/claim-sections.tsx';
import { Contacts } from '../parts/contacts.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

interface Known {
  readonly number: string;
  readonly headline: string;
}

/** To a person. Whoever is signed in finds the numbers to quote; nobody has to be. */
export async function contactPage(visit: Visit): Promise<Response> {
  const { t } = visit;
  const claims = visit.signedIn ? await visit.client.listClaims() : null;
  const open = claims?.ok ? claims.value.claims : null;
  return show(
    visit,
    <Page visit={visit} title={t('trust.contactTitle')}>
      <div className="narrow">
        <h1>{t('trust.contactTitle')}</h1>
        <p className="lead">{t(open?.length ? 'trust.contactLeadKnown' : 'trust.contactLead')}</p>
        <Callout urgency="now" title={t('trust.urgent')}>
          <p>{t('trust.urgentText')}</p>
        </Callout>
        <Contacts visit={visit} />
        <section aria-labelledby="numbers">
          <h2 id="numbers">{t('trust.contactNumbers')}</h2>
          <p>{t('trust.contactHow')}</p>
          <Numbers visit={visit} claims={open} />
        </section>
        <section aria-labelledby="complaint-title" id="complaint">
          <h2 id="complaint-title">{t('trust.complaint')}</h2>
          <p>{t('trust.complaintText')}</p>
        </section>
        <NeverSection visit={visit} />
      </div>
    </Page>,
  );
}

function Numbers(props: { readonly visit: Visit; readonly claims: readonly Known[] | null }) {
  const { visit, claims } = props;
  const { t } = visit;
  if (claims === null) return <p className="fine">{t('trust.contactSignIn')}</p>;
  if (claims.length === 0) {
    return (
      <>
        <p>{t('trust.contactNone')}</p>
        <p className="act ways">
          <LinkButton href="/report">{t('trust.contactReport')}</LinkButton>
        </p>
      </>
    );
  }
  return (
    <ul className="numbers card">
      {inFront(claims, visit.url.searchParams.get('case')).map(({ number, headline }) => (
        <li key={number}>
          <span className="caseno">
            <b>{number}</b>
            <CopyButton value={number} name={number} />
          </span>
          <a href={`/claims/${number}`}>{headline}</a>
        </li>
      ))}
    </ul>
  );
}

/** The case that somebody came from stands first; more than a few help nobody. */
function inFront(claims: readonly Known[], number: string | null): readonly Known[] {
  const shown = 5;
  return [...claims]
    .sort((a, b) => Number(b.number === number) - Number(a.number === number))
    .slice(0, shown);
}
