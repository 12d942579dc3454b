import type { ProblemDocument } from '../../client/index.ts';
import { CopyButton, LinkButton, Note } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

interface Said {
  readonly title: string;
  readonly lead: string;
  /** Something that eases the mind, beside. */
  readonly note?: string | null;
  readonly act?: { readonly href: string; readonly label: string };
}

/** A page that says what is the matter, and the way on. */
export function plainPage(visit: Visit, said: Said, status: number): Response {
  return show(
    visit,
    <Page visit={visit} title={said.title}>
      <h1>{said.title}</h1>
      <p className="lead">{said.lead}</p>
      {said.note && (
        <div className="found">
          <Note family="done">{said.note}</Note>
        </div>
      )}
      {said.act && (
        <p className="act">
          <a className="btn btn-primary" href={said.act.href}>
            {said.act.label}
          </a>
        </p>
      )}
    </Page>,
    status,
  );
}

const toHome = (visit: Visit) => ({ href: '/', label: visit.t('problem.home') });

/** No such page, or somebody else's claim: the two look the same. */
export function missingPage(visit: Visit): Response {
  const { t } = visit;
  const said = { title: t('problem.missing'), lead: t('problem.missingLead'), act: toHome(visit) };
  return plainPage(visit, said, 404);
}

/**
 * Something of ours failed. What was reported before is kept, and the number lets us find what went
 * wrong.
 */
export function brokenPage(visit: Visit, reference?: string): Response {
  const { t } = visit;
  return show(
    visit,
    <Page visit={visit} title={t('trouble.broken')}>
      <h1>{t('trouble.broken')}</h1>
      <p className="lead">{t('trouble.brokenLead')}</p>
      {reference && (
        <p className="caseno reference">
          {t('trouble.reference')}
          <b>{reference}</b>
          <CopyButton value={reference} name={t('trouble.reference')} />
        </p>
      )}
      <Ways visit={visit} />
    </Page>,
    500,
  );
}

/** Kaeru itself does not answer: it is being renewed, or cut off. */
function awayPage(visit: Visit): Response {
  const { t } = visit;
  return later(
    show(
      visit,
      <Page visit={visit} title={t('trouble.away')}>
        <h1>{t('trouble.away')}</h1>
        <p className="lead">{t('trouble.awayLead')}</p>
        <Ways visit={visit} />
      </Page>,
      503,
    ),
    awaySeconds,
  );
}

const awaySeconds = '120';
const busySeconds = '30';

/** Too much was asked in a short time. */
function busyPage(visit: Visit, problem: ProblemDocument): Response {
  const { t } = visit;
  const seconds = problem.facts['seconds'] ?? busySeconds;
  return later(
    show(
      visit,
      <Page visit={visit} title={t('trouble.busy')}>
        <h1>{t('trouble.busy')}</h1>
        <p className="lead">{t('trouble.busyLead', { seconds })}</p>
        <Ways visit={visit} />
      </Page>,
      429,
    ),
    seconds,
  );
}

function later(page: Response, seconds: string): Response {
  page.headers.set('retry-after', seconds);
  return page;
}

/** Once more, or to a person. */
function Ways({ visit }: { readonly visit: Visit }) {
  const { t, url } = visit;
  return (
    <div className="act ways">
      <LinkButton kind="primary" href={url.pathname}>
        {t('problem.again')}
      </LinkButton>
      <LinkButton icon="message" href="/contact">
        {t('shell.talk')}
      </LinkButton>
    </div>
  );
}

/** A form that came from elsewhere: nothing was done. */
export function notFromHerePage(visit: Visit): Response {
  const { t } = visit;
  const act = { href: visit.url.pathname, label: t('problem.again') };
  return plainPage(
    visit,
    { title: t('problem.notFromHere'), lead: t('problem.notFromHereLead'), act },
    403,
  );
}

/** More was sent than any report is long. */
export function tooLongPage(visit: Visit): Response {
  const { t } = visit;
  const act = { href: visit.url.pathname, label: t('problem.again') };
  return plainPage(
    visit,
    { title: t('problem.tooLong'), lead: t('problem.tooLongLead'), act },
    413,
  );
}

/** What the API refused, as a page: for refusals that no form on the page can put right. */
export function problemPage(visit: Visit, problem: ProblemDocument): Response {
  const { t } = visit;
  if (problem.status === 401) return go(signInPath(visit));
  if (problem.status === 404) return missingPage(visit);
  if (problem.status === 429) return busyPage(visit, problem);
  if (problem.status === 0 || problem.status === 503) return awayPage(visit);
  if (problem.status >= 500) return brokenPage(visit, problem.facts['request']);
  const act = { href: visit.url.pathname, label: t('problem.again') };
  return plainPage(
    visit,
    { title: t('problem.refused'), lead: problem.title, act },
    problem.status,
  );
}

/** Where a reader signs in, to come back here afterwards. */
export function signInPath({ url }: Visit): string {
  return `/sign-in?${new URLSearchParams({ return: url.pathname })}`;
}
