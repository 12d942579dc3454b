import type { Claim } from '../../client/index.ts';
import { Button, ErrorSummary, LinkButton, Note, Textarea } from '../../ui/index.ts';
import { forgetTyped, signInKeeping, typedBefore } from '../kept-typing.ts';
import { Page } from '../layout.tsx';
import { ClaimMeta } from '../parts/claim-head.tsx';
import { onceOf, PostForm } from '../parts/post-form.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { plainPage, problemPage } from './problem.tsx';

const saidCharactersMax = 10_000;

/** Where another person's look is asked for, in the customer's own words. */
export async function appealPage(visit: Visit): Promise<Response> {
  const read = await visit.client.readClaim({ number: visit.params['number'] ?? '' });
  if (!read.ok) return problemPage(visit, read.problem);
  const claim = read.value;
  if (!claim.canAppeal) return notNowPage(visit, claim);
  const typed = typedBefore(visit);
  return formPage(visit, claim, { said: typed?.['said'] ?? '', resumed: typed !== null });
}

/** Files it. What was typed comes back with whatever is wrong. */
export async function appeal(visit: Visit): Promise<Response> {
  const { number = '' } = visit.params;
  const said = visit.form('said').trim();
  const wrong = whatIsWrong(visit, said);
  if (!wrong) {
    const filed = await visit.client.appealClaim({ number, body: { said }, ...onceOf(visit) });
    if (filed.ok) {
      forgetTyped(visit);
      return go(`/claims/${number}`);
    }
    if (filed.problem.status === 401) return signInKeeping(visit, ['said']);
    // Sent from another tab, perhaps: the claim's page shows how it stands.
    if (filed.problem.code === 'step_not_possible') return go(`/claims/${number}`);
    return problemPage(visit, filed.problem);
  }
  const read = await visit.client.readClaim({ number });
  if (!read.ok && read.problem.status === 401) return signInKeeping(visit, ['said']);
  if (!read.ok) return problemPage(visit, read.problem);
  return formPage(visit, read.value, { said: visit.form('said'), wrong });
}

function whatIsWrong({ t }: Visit, said: string): string | null {
  if (said === '') return t('appeal.missing');
  if (said.length <= saidCharactersMax) return null;
  return t('appeal.tooLong', { max: saidCharactersMax, count: said.length });
}

interface Filled {
  readonly said: string;
  readonly resumed?: boolean;
  readonly wrong?: string;
}

function formPage(visit: Visit, claim: Claim, { said, resumed, wrong }: Filled): Response {
  const { t } = visit;
  const path = `/claims/${claim.number}`;
  return show(
    visit,
    <Page
      visit={visit}
      title={t('appeal.title')}
      error={wrong !== undefined}
      back={{ href: path, label: t('receipt.back') }}
    >
      {wrong && <ErrorSummary errors={[{ field: 'said', text: wrong }]} />}
      <ClaimMeta visit={visit} claim={claim} />
      <h1>{t('appeal.title')}</h1>
      <p className="lead">{t('appeal.lead')}</p>
      <section aria-labelledby="before" className="card before">
        <h2 id="before">{t('appeal.before')}</h2>
        <p>{claim.headline}</p>
      </section>
      <PostForm action={`${path}/appeal`} className="form" keep={`appeal ${claim.number}`}>
        {resumed && <Note family="done">{t('appeal.kept')}</Note>}
        <Textarea
          name="said"
          label={t('appeal.said')}
          hint={t('appeal.hint')}
          error={wrong}
          rows={6}
          defaultValue={said}
        />
        <p className="fine">{t('appeal.never')}</p>
        <div className="act ways">
          <Button type="submit" kind="primary">
            {t('appeal.act')}
          </Button>
          <LinkButton kind="quiet" href={path}>
            {t('receipt.back')}
          </LinkButton>
          <p className="fine">{t('appeal.afterNoDate')}</p>
        </div>
      </PostForm>
    </Page>,
    wrong ? 422 : 200,
  );
}

function notNowPage(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  const act = { href: `/claims/${claim.number}`, label: t('receipt.back') };
  return plainPage(visit, { title: t('problem.refused'), lead: t('appeal.not'), act }, 409);
}
