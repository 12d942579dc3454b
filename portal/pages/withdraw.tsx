import type { Claim } from '../../client/index.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { backToClaims, ClaimMeta } from '../parts/claim-head.tsx';
import { onceOf, PostForm } from '../parts/post-form.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { plainPage, problemPage } from './problem.tsx';

/** Asks once more before a report is taken back. */
export async function withdrawPage(visit: Visit): Promise<Response> {
  const read = await visit.client.readClaim({ number: visit.params['number'] ?? '' });
  if (!read.ok) return problemPage(visit, read.problem);
  const claim = read.value;
  if (claim.state === 'withdrawn') return go(`/claims/${claim.number}`);
  return claim.canWithdraw ? askPage(visit, claim) : notNowPage(visit, claim.number);
}

/** Takes it back. */
export async function withdraw(visit: Visit): Promise<Response> {
  const { number = '' } = visit.params;
  const done = await visit.client.withdrawClaim({ number, ...onceOf(visit) });
  if (done.ok) return go(`/claims/${done.value.number}`);
  if (done.problem.code === 'step_not_possible') return notNowPage(visit, number);
  return problemPage(visit, done.problem);
}

function askPage(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  const path = `/claims/${claim.number}`;
  return show(
    visit,
    <Page visit={visit} title={t('appeal.withdrawTitle')} back={backToClaims(visit)}>
      <ClaimMeta visit={visit} claim={claim} />
      <h1>{t('appeal.withdrawTitle')}</h1>
      <p className="lead">{t('appeal.withdrawLead')}</p>
      <PostForm action={`${path}/withdraw`} className="act ways">
        <Button type="submit" kind="danger" data-money="">
          {t('appeal.withdrawAct')}
        </Button>
        <LinkButton href={path}>{t('appeal.withdrawBack')}</LinkButton>
      </PostForm>
    </Page>,
  );
}

function notNowPage(visit: Visit, number: string): Response {
  const { t } = visit;
  const act = { href: `/claims/${number}`, label: t('receipt.back') };
  return plainPage(visit, { title: t('problem.refused'), lead: t('appeal.withdrawNot'), act }, 409);
}
