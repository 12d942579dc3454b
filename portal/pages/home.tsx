import type { Answer, Claim } from '../../client/index.ts';
import { Icon, type IconName, LinkButton, StatusPill, Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import type { WordKey } from '../words/index.ts';
import { problemPage, signInPath } from './problem.tsx';
import { welcomePage } from './welcome.tsx';

type Claims = Answer<{ readonly claims: readonly Claim[] }>;

/** The first page. In the demo whoever is new is led into the story first. */
export async function firstPage(visit: Visit): Promise<Response> {
  return visit.options.demo && !visit.signedIn ? welcomePage(visit) : homePage(visit);
}

/** What happened, and one's own reports. Nobody has to sign in to see what can be done. */
export async function homePage(visit: Visit): Promise<Response> {
  const claims = visit.signedIn ? await visit.client.listClaims() : null;
  const signedOut = claims === null || (!claims.ok && claims.problem.status === 401);
  return showHome(visit, signedOut ? null : claims);
}

/** One's own reports are asked for by their address: whoever is not signed in is led to do so. */
export async function claimsPage(visit: Visit): Promise<Response> {
  const claims = await visit.client.listClaims();
  return claims.ok ? showHome(visit, claims) : problemPage(visit, claims.problem);
}

function showHome(visit: Visit, claims: Claims | null): Response {
  const { t } = visit;
  return show(
    visit,
    <Page visit={visit} title={t('home.title')}>
      <div className="one home">
        <h1>{t('home.title')}</h1>
        <Reasons visit={visit} />
        <section aria-labelledby="claims">
          <h2 id="claims">{t('home.claims')}</h2>
          <Reports visit={visit} claims={claims} />
        </section>
        {visit.options.demo && (
          <p className="fine link-row">
            <a href="/welcome">{t('home.demo')}</a>
          </p>
        )}
      </div>
    </Page>,
  );
}

interface Reason {
  readonly word: 'deposit' | 'withdrawal' | 'account' | 'trade' | 'other';
  readonly href: string;
  readonly icon: IconName;
}

const reasons: readonly Reason[] = [
  { word: 'deposit', href: '/report', icon: 'search' },
  { word: 'withdrawal', href: '/contact?about=withdrawal', icon: 'send' },
  { word: 'account', href: '/contact?about=account', icon: 'lock' },
  { word: 'trade', href: '/contact?about=trade', icon: 'arrow-up-down' },
  { word: 'other', href: '/contact', icon: 'circle-question' },
];

/** Theft stands first and looks it: minutes count. */
function Reasons({ visit: { t } }: { readonly visit: Visit }) {
  return (
    <ul className="reasons">
      <li>
        <a className="reason theft" href="/contact?about=theft#urgent">
          <Icon name="siren" />
          <span>
            <b>{t('home.theft')}</b>
            <small>{t('home.theftMore')}</small>
          </span>
          <Icon name="chevron-right" />
        </a>
      </li>
      {reasons.map(({ word, href, icon }) => (
        <li key={word}>
          <a className="reason" href={href}>
            <Icon name={icon} />
            <span>
              <b>{t(`home.${word}` satisfies WordKey)}</b>
              {word === 'deposit' && <small>{t('home.depositMore')}</small>}
            </span>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Reports(props: { readonly visit: Visit; readonly claims: Claims | null }) {
  const { visit, claims } = props;
  const { t } = visit;
  if (claims === null) {
    return (
      <>
        <p>{t('home.claimsSignIn')}</p>
        <p className="act">
          <LinkButton href={signInPath(visit)}>{t('home.signIn')}</LinkButton>
        </p>
      </>
    );
  }
  if (!claims.ok) return <p>{t('home.claimsUnread')}</p>;
  if (claims.value.claims.length === 0) return <p>{t('home.claimsNone')}</p>;
  return (
    <ul className="reports card">
      {claims.value.claims.map((claim) => (
        <li key={claim.number}>
          <a href={`/claims/${claim.number}`}>
            <StatusPill family={claim.family}>{claim.familyLabel}</StatusPill>
            <b>{claim.headline}</b>
            <small>
              <span className="id">{claim.number}</span>
              {visit.tx('home.filedAt', { when: <Time at={claim.createdAt} /> })}
            </small>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ul>
  );
}
