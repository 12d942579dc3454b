import type { Clue, Draft } from '../../client/index.ts';
import { Address, Button, ErrorSummary, SummaryList } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { NeverSection } from '../parts/claim-sections.tsx';
import { hintNames, hintText, remembersAny } from '../parts/hints.ts';
import { onceOf, PostForm } from '../parts/post-form.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { problemPage } from './problem.tsx';
import { Sealed } from './report.tsx';

/** What is about to be sent, each part with its way back. */
export async function checkPage(visit: Visit): Promise<Response> {
  return showKept(visit, null);
}

/** Sends the report: from here on it has a number. */
export async function fileReport(visit: Visit): Promise<Response> {
  const { client, t } = visit;
  const kept = await client.readDraft();
  if (!kept.ok) return problemPage(visit, kept.problem);
  const { draft } = kept.value;
  if (!draft || !saysAnything(draft)) return alreadySent(visit);
  const filed = await client.fileClaim({
    body: { said: draft.clue, hints: draft.hints },
    ...onceOf(visit),
  });
  if (filed.ok) return go(`/claims/${filed.value.claim.number}`);
  const { status, title } = filed.problem;
  const unsent = status === 0 || status >= 500;
  return showKept(visit, unsent ? t('report.unsent') : title);
}

/** The draft is gone once it was sent: pressed twice, it leads to the newest report. */
async function alreadySent(visit: Visit): Promise<Response> {
  const own = await visit.client.listClaims();
  const newest = own.ok ? own.value.claims[0] : undefined;
  return newest && visit.form('once') !== '' ? go(`/claims/${newest.number}`) : go('/report');
}

function saysAnything(draft: Draft): boolean {
  return draft.clue.trim() !== '' || remembersAny(draft.hints);
}

async function showKept(visit: Visit, error: string | null): Promise<Response> {
  const kept = await visit.client.readDraft();
  if (!kept.ok) return problemPage(visit, kept.problem);
  const { draft } = kept.value;
  if (!draft || !saysAnything(draft)) return go('/report');
  const read = await visit.client.readClue({ body: { text: draft.clue } });
  return showCheck(visit, draft, read.ok ? read.value : null, error);
}

function showCheck(visit: Visit, draft: Draft, clue: Clue | null, error: string | null): Response {
  const { t, url } = visit;
  const title = t('report.checkTitle');
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      error={error !== null}
      back={{ href: '/report', label: t('report.back') }}
    >
      <div className="one">
        {error && <ErrorSummary errors={[{ field: 'answers', text: error }]} />}
        {url.searchParams.has('sealed') && <Sealed visit={visit} />}
        <h1>{title}</h1>
        <p className="lead">{t('report.checkLead')}</p>
        <section className="card" id="answers">
          <SummaryList rows={rowsOf(visit, draft, clue)} />
        </section>
        <PostForm action="/report/check" className="act">
          <Button type="submit" kind="primary">
            {t('report.submit')}
          </Button>
          <p className="fine">{t('report.submitMore')}</p>
        </PostForm>
        <NeverSection visit={visit} />
      </div>
    </Page>,
    error === null ? 200 : 422,
  );
}

function rowsOf(visit: Visit, draft: Draft, clue: Clue | null) {
  const { t } = visit;
  const pieces = (clue?.pieces ?? []).filter(({ kind }) => kind !== 'secret' && kind !== 'link');
  const remembered = hintNames.flatMap((name) => {
    const value = draft.hints[name];
    return value
      ? [{ label: t(`report.${name}`), value: hintText(visit, name, value), changeHref: toHints }]
      : [];
  });
  return [
    ...pieces.map(({ label, kind, value }) => ({
      label: t('report.checkFound', { what: label }),
      value: kind === 'hash' || kind === 'address' ? <Address value={value} /> : value,
      changeHref: '/report',
    })),
    ...(draft.clue.trim() === ''
      ? []
      : [
          {
            label: t('report.checkClue'),
            value: <span className="pasted">{marked(visit, draft.clue)}</span>,
            changeHref: '/report',
          },
        ]),
    ...(remembered.length > 0
      ? remembered
      : [{ label: t('report.checkHints'), value: t('report.none'), changeHref: toHints }]),
  ];
}

const toHints = '/report/hints';
const shownMax = 600;

/** What stands in a secret's place, in the reader's language; a long text is cut for the eye alone. */
function marked({ t }: Visit, clue: string): string {
  const text = clue.replace(/\[removed: [a-z -]+\]/g, t('report.secretMarker'));
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text;
}
