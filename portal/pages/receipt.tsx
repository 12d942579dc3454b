import type { Claim } from '../../client/index.ts';
import { Address, baseUnitsText, Hash, LinkButton, SummaryList, Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { ClaimReceipt } from '../parts/claim-receipt.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { missingPage, plainPage, problemPage } from './problem.tsx';

/** The statement of a closed claim, for the screen and for paper. */
export async function receiptPage(visit: Visit): Promise<Response> {
  const read = await visit.client.readClaim({ number: visit.params['number'] ?? '' });
  if (!read.ok) return problemPage(visit, read.problem);
  return read.value.receiptAvailable ? statement(visit, read.value) : noneYet(visit, read.value);
}

/** A PDF of the API's, passed on: the same values in the reader's language. */
export function pdfPage(name: 'receipt' | 'letter'): (visit: Visit) => Promise<Response> {
  return async (visit) => {
    const { number = '' } = visit.params;
    const path = `/v1/claims/${encodeURIComponent(number)}/${name}.pdf`;
    const answer = await visit.file(path).catch(() => null);
    if (!answer?.ok) {
      const status = answer?.status ?? 0;
      if (status === 409) return missingPage(visit);
      const facts = { request: answer?.headers.get('x-request-id') ?? '' };
      return problemPage(visit, {
        type: '',
        title: '',
        code: '',
        lasts: 'transient',
        status,
        facts,
      });
    }
    return new Response(answer.body, {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${number}-${name}.pdf"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  };
}

function statement(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  const path = `/claims/${claim.number}`;
  return show(
    visit,
    <Page
      visit={visit}
      title={`${t('receipt.title')} ${claim.number}`}
      back={{ href: path, label: t('receipt.back') }}
    >
      <h1>{t('receipt.title')}</h1>
      <p className="lead">{t('receipt.lead', { number: claim.number })}</p>
      <section className="card statement" aria-labelledby="what">
        <h2 id="what">{t('outcome.receipt')}</h2>
        <SummaryList rows={rowsOf(visit, claim)} />
      </section>
      <section className="card statement quote" aria-labelledby="amounts">
        <h2 id="amounts">{t('receipt.amounts')}</h2>
        <ClaimReceipt visit={visit} claim={claim} />
      </section>
      <p className="fine below">{t('receipt.tax')}</p>
      <div className="act ways">
        <LinkButton kind="primary" icon="download" href={`${path}/receipt.pdf`}>
          {t('receipt.pdf')}
        </LinkButton>
      </div>
    </Page>,
  );
}

function rowsOf(visit: Visit, claim: Claim) {
  const { t } = visit;
  const { choice, destination, found, endedAt } = claim;
  const paid = claim.transactions.find((line) => line.purpose === 'return' && line.hash);
  const network = found?.network ?? '';
  return [
    { label: t('receipt.number'), value: <span className="num">{claim.number}</span> },
    ...(endedAt
      ? [{ label: t('receipt.at'), value: <Time at={endedAt} to="second" nameZone /> }]
      : []),
    ...(choice ? [{ label: t('receipt.way'), value: choice.title }] : []),
    ...(found ? [{ label: t('receipt.from'), value: <Address value={found.to} /> }] : []),
    {
      label: t('receipt.to'),
      value: destination ? <Address value={destination.address} /> : t('progress.toBalance'),
    },
    ...(paid?.hash
      ? [{ label: t('receipt.hash', { network }), value: <Hash value={paid.hash} /> }]
      : []),
    ...(choice?.amount
      ? [
          {
            label: t('receipt.units'),
            value: <span className="num">{baseUnitsText(choice.amount.units)}</span>,
          },
        ]
      : []),
  ];
}

function noneYet(visit: Visit, claim: Claim): Response {
  const { t } = visit;
  const act = { href: `/claims/${claim.number}`, label: t('receipt.back') };
  return plainPage(visit, { title: t('problem.missing'), lead: t('receipt.not'), act }, 404);
}
