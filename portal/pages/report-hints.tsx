import { Button, Note, Textarea, TextInput } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { type DraftHints, fromChoices, hintsOf, whenChoices } from '../parts/hints.ts';
import { PostForm } from '../parts/post-form.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import type { WordKey } from '../words/index.ts';
import { problemPage } from './problem.tsx';
import { Sealed } from './report.tsx';

/** What is remembered: all of it may be left out. */
export async function hintsPage(visit: Visit): Promise<Response> {
  const kept = await visit.client.readDraft();
  if (!kept.ok) return problemPage(visit, kept.problem);
  const { clue = '', hints = {} } = kept.value.draft ?? {};
  return showHints(visit, clue, hints, null);
}

/** Keeps what is remembered with the draft, and goes on to the check. */
export async function takeHints(visit: Visit): Promise<Response> {
  const { t, client, form, language } = visit;
  const clue = form('clue');
  const hints = hintsOf(visit);
  const saved = await client.saveDraft({ body: { clue, hints, language } });
  if (saved.ok) return go('/report/check');
  const { status, title } = saved.problem;
  const unsent = status === 0 || status >= 500;
  const error = status === 401 ? t('report.expired') : unsent ? t('report.unsent') : title;
  return showHints(visit, clue, hints, error);
}

function showHints(visit: Visit, clue: string, hints: DraftHints, error: string | null): Response {
  const { t, url } = visit;
  const title = t('report.hintsTitle');
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      error={error !== null}
      back={{ href: '/report', label: t('report.back') }}
    >
      <div className="one">
        {error && (
          <Note family="stop" live>
            {error}
          </Note>
        )}
        {url.searchParams.has('sealed') && <Sealed visit={visit} />}
        <h1>{title}</h1>
        <p className="lead">{t('report.hintsLead')}</p>
        {url.searchParams.has('unfound') && (
          <Note family="wait" icon="info">
            {t('report.hintsNotFound')}
          </Note>
        )}
        <PostForm action="/report/hints" className="act fields" draft keep="report-hints">
          <input type="hidden" name="clue" value={clue} />
          <Radios
            visit={visit}
            name="when"
            legend={t('report.when')}
            choices={whenChoices}
            value={hints.when ?? ''}
          />
          <TextInput
            name="asset"
            label={t('report.asset')}
            hint={t('report.assetHint')}
            need="optional"
            defaultValue={hints.asset ?? ''}
            maxLength={40}
            autoComplete="off"
          />
          <TextInput
            name="amount"
            label={t('report.amount')}
            hint={t('report.amountHint')}
            need="optional"
            inputMode="decimal"
            defaultValue={hints.amount ?? ''}
            maxLength={100}
            autoComplete="off"
          />
          <Radios
            visit={visit}
            name="from"
            legend={t('report.from')}
            choices={fromChoices}
            value={hints.from ?? ''}
          />
          <TextInput
            name="address"
            label={t('report.address')}
            hint={t('report.addressHint')}
            need="optional"
            className="mono"
            defaultValue={hints.address ?? ''}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Textarea
            name="note"
            label={t('report.note')}
            hint={t('report.noteHint')}
            need="optional"
            defaultValue={hints.note ?? ''}
            maxLength={2_000}
          />
          <p className="fine" data-draft-state="" role="status" />
          <Note family="you" icon="shield-alert">
            {t('report.warning')}
          </Note>
          <Button type="submit" kind="primary">
            {t('report.next')}
          </Button>
        </PostForm>
      </div>
    </Page>,
    error === null ? 200 : 422,
  );
}

function Radios(props: {
  readonly visit: Visit;
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly (readonly [string, WordKey])[];
  readonly value: string;
}) {
  const { visit, name, legend, choices, value } = props;
  return (
    <fieldset className="radios" id={name}>
      <legend>{legend}</legend>
      <div>
        {choices.map(([one, word]) => (
          <label key={one}>
            <input type="radio" name={name} value={one} defaultChecked={one === value} />
            <span>{visit.t(word)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
