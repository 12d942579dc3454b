import type { Clue, Draft, ProblemDocument, SeenDeposits } from '../../client/index.ts';
import { Button, Callout, ErrorSummary, Note, Textarea, Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { hintNames } from '../parts/hints.ts';
import { Money, moneyText } from '../parts/money.tsx';
import { onceOf, PostForm } from '../parts/post-form.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { problemPage, signInPath } from './problem.tsx';
import { signInUrl } from './sign-in.tsx';

/** The first page of a report, with what may be wrong with it. */
interface ReportState {
  readonly clue: string;
  readonly draft: Draft | null;
  readonly error?: string | null;
  /** Something secret was in it, and was taken out. */
  readonly sealed?: boolean;
  /** The session has ended: what was typed is still here. */
  readonly expired?: boolean;
}

/** Nodes that are slow must not keep the page. */
const seenMsMax = 3_000;

/** What was seen already, and one field for whatever the reader has. */
export async function reportPage(visit: Visit): Promise<Response> {
  const [draft, seen] = await Promise.all([
    visit.client.readDraft(),
    soon(visit.client.listSeenDeposits()),
  ]);
  if (!draft.ok) return problemPage(visit, draft.problem);
  const kept = draft.value.draft;
  return showReport(visit, { clue: kept?.clue ?? '', draft: kept }, seen?.ok ? seen.value : null);
}

/** What is not there by then is not waited for: the page can do without it. */
function soon<T>(answer: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, seenMsMax, null));
  return Promise.race([answer, late]);
}

/** Keeps what was typed, reads it, and goes on: to the check, or to what is remembered. */
export async function takeClue(visit: Visit): Promise<Response> {
  const { t, client, form, language } = visit;
  const typed = form('clue');
  const noRecord = form('next') === 'hints';
  const read = await client.readClue({ body: { text: typed } });
  if (!read.ok) return notTaken(visit, read.problem, typed);
  const clue: Clue = read.value;
  const kept = await client.readDraft();
  const draft = kept.ok ? kept.value.draft : null;
  const hints = draft?.hints ?? {};
  const saved = await client.saveDraft({ body: { clue: clue.text, hints, language } });
  if (!saved.ok) return notTaken(visit, saved.problem, clue.text);
  const sealed = clue.sealed ? '?sealed' : '';
  if (noRecord) return go(`/report/hints${sealed}`);
  if (typed.trim() === '') {
    return showReport(visit, { clue: '', draft, error: t('report.clueMissing') }, null);
  }
  if (clue.pieces.some(({ kind }) => kind === 'hash')) return go(`/report/check${sealed}`);
  const [problem] = clue.problems;
  if (problem) {
    const state = { clue: clue.text, draft, error: problem.sentence, sealed: clue.sealed };
    return showReport(visit, state, null);
  }
  return go(`/report/hints?unfound${clue.sealed ? '&sealed' : ''}`);
}

/** Reports the very transfer that was seen. */
export async function reportSeen(visit: Visit): Promise<Response> {
  const transferKey = visit.form('transferKey').slice(0, 300);
  const filed = await visit.client.fileClaim({ body: { said: '', transferKey }, ...onceOf(visit) });
  if (filed.ok) return go(`/claims/${filed.value.claim.number}`);
  return filed.problem.status === 401
    ? go(signInPath({ ...visit, url: new URL('/report', visit.url) }))
    : notTaken(visit, filed.problem, '');
}

/** What was typed stands in the field again, with what is the matter. */
function notTaken(visit: Visit, problem: ProblemDocument, clue: string): Response {
  if (problem.status === 401) return showReport(visit, { clue, draft: null, expired: true }, null);
  const unsent = problem.status === 0 || problem.status >= 500;
  const error = unsent ? visit.t('report.unsent') : problem.title;
  return showReport(visit, { clue, draft: null, error }, null);
}

function showReport(visit: Visit, state: ReportState, seen: SeenDeposits | null): Response {
  const { t } = visit;
  const { clue, draft, error = null, sealed = false, expired = false } = state;
  const title = t('report.title');
  const status = expired ? 401 : error === null ? 200 : 422;
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      error={error !== null || expired}
      back={{ href: '/claims', label: t('home.title') }}
    >
      <div className="one">
        {error && <ErrorSummary errors={[{ field: 'clue', text: error }]} />}
        {expired && <Expired visit={visit} />}
        {sealed && <Sealed visit={visit} />}
        <h1>{title}</h1>
        <p className="lead">{t('report.lead')}</p>
        {seen && <Seen visit={visit} seen={seen} />}
        <PostForm action="/report" className="act" draft keep="report">
          {hintNames.map((name) => (
            <input key={name} type="hidden" name={name} value={draft?.hints[name] ?? ''} />
          ))}
          <Textarea
            name="clue"
            label={t('report.clue')}
            hint={t('report.clueHint')}
            error={error}
            defaultValue={clue}
            rows={5}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <button type="button" className="btn btn-secondary js-only paste" data-paste="clue">
            {t('report.paste')}
          </button>
          <p className="fine" data-draft-state="" role="status" />
          <Note family="you" icon="shield-alert">
            {t('report.warning')}
          </Note>
          <Button type="submit" kind="primary" name="next" value="check">
            {t('report.go')}
          </Button>
          <p className="fine">{t('report.free')}</p>
          <Button type="submit" name="next" value="hints">
            {t('report.noRecord')}
          </Button>
          <Where visit={visit} />
        </PostForm>
      </div>
    </Page>,
    status,
  );
}

/** 「これではありませんか」: nothing has to be typed for what we have seen already. */
function Seen({ visit, seen }: { readonly visit: Visit; readonly seen: SeenDeposits }) {
  const { t, tx } = visit;
  if (seen.deposits.length === 0) return null;
  return (
    <section aria-labelledby="seen">
      <h2 id="seen">{t('report.seen')}</h2>
      <ul className="seen">
        {seen.deposits.map((one) => (
          <li key={one.transferKey} className="card">
            <p className="figure">
              <Money value={one.amount} />
            </p>
            <p>
              {one.at
                ? tx('report.seenAt', { when: <Time at={one.at} />, network: one.network })
                : t('report.seenNow', { network: one.network })}
            </p>
            <PostForm action="/report/seen">
              <input type="hidden" name="transferKey" value={one.transferKey} />
              <Button type="submit" kind="primary">
                {t('report.seenAct', { amount: moneyText(visit, one.amount) })}
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
      <p className="fine">{t('report.seenNot')}</p>
    </section>
  );
}

/** The session has ended: one signs in beside this page, which stays as it is. */
function Expired({ visit }: { readonly visit: Visit }) {
  const { t } = visit;
  return (
    <Callout urgency="today" title={t('signIn.title')}>
      <p>{t('report.expired')}</p>
      <p>
        <a href={signInUrl(visit, '/report')} target="_blank" rel="noopener">
          {t('report.expiredAct')}
        </a>
      </p>
    </Callout>
  );
}

/** A key or a seed phrase was in the text: it is not kept, and no longer a secret. */
export function Sealed({ visit: { t } }: { readonly visit: Visit }) {
  return (
    <Callout urgency="now" title={t('report.sealedTitle')}>
      <p>{t('report.sealed')}</p>
    </Callout>
  );
}

function Where({ visit: { t } }: { readonly visit: Visit }) {
  return (
    <details className="ev where">
      <summary>{t('report.where')}</summary>
      <ul>
        <li>{t('report.whereExchange')}</li>
        <li>{t('report.whereWallet')}</li>
        <li>{t('report.whereOther')}</li>
      </ul>
    </details>
  );
}
