import { Button, ErrorSummary, Textarea } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { NeverSection } from '../parts/claim-sections.tsx';
import { onceOf, PostForm } from '../parts/post-form.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { signInPath } from './problem.tsx';

/** Whatever the reader has of the transfer. */
export function reportPage(visit: Visit): Response {
  return visit.signedIn ? showReport(visit, '', null) : go(signInPath(visit));
}

/** Files the report; what could not be taken stands in the field again. */
export async function fileReport(visit: Visit): Promise<Response> {
  const said = visit.form('clue');
  if (said.trim() === '') return showReport(visit, said, visit.t('report.clueMissing'));
  const filed = await visit.client.fileClaim({ body: { said }, ...onceOf(visit) });
  if (filed.ok) return go(`/claims/${filed.value.claim.number}`);
  return showReport(visit, said, filed.problem.title);
}

function showReport(visit: Visit, clue: string, error: string | null): Response {
  const { t } = visit;
  const title = t('report.title');
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      error={error !== null}
      back={{ href: '/', label: t('home.title') }}
    >
      <div className="one">
        {error && <ErrorSummary errors={[{ field: 'clue', text: error }]} />}
        <h1>{title}</h1>
        <p className="lead">{t('report.lead')}</p>
        <PostForm action="/report" className="act" draft>
          <Textarea
            name="clue"
            label={t('report.clue')}
            hint={t('report.clueHint')}
            error={error}
            defaultValue={clue}
            rows={5}
          />
          <Button type="submit" kind="primary">
            {t('report.go')}
          </Button>
          <p className="fine">{t('report.free')}</p>
        </PostForm>
        <NeverSection visit={visit} />
      </div>
    </Page>,
    error === null ? 200 : 422,
  );
}
