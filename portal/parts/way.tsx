import type { Claim, Option } from '../../client/index.ts';
import {
  Address,
  Day,
  Facts,
  Icon,
  LinkButton,
  NetworkName,
  Receipt,
  SameMark,
  Time,
} from '../../ui/index.ts';
import type { Visit } from '../visit.ts';
import { Money, moneyText, Remark, symbolOf } from './money.tsx';

/** One way out of the offer. */
export interface Way {
  readonly visit: Visit;
  readonly claim: Claim;
  readonly option: Option;
}

/** How much, what it costs, when: of the way that is chosen. */
export function WayFacts({ visit, claim, option }: Way) {
  const { t } = visit;
  const { receives, fee, fiat } = option;
  const amount = receives ?? claim.found?.amount ?? null;
  return (
    <Facts
      facts={[
        {
          label: t(totalOf(option)),
          value: amount && <Money value={amount} />,
          note: fiat && <Remark worth={fiat} short />,
        },
        {
          label: t('answer.fee'),
          value: fee ? <Money value={fee.total} /> : t('answer.feeFree'),
          note: fee && t(fee.inKind ? 'answer.feeInKind' : 'answer.feeApart'),
        },
        {
          label: t('answer.when'),
          value: <Days visit={visit} option={option} />,
          note: claim.arrivesBy?.from === option.dateFrom ? claim.arrivesBy?.note : null,
        },
      ]}
    />
  );
}

function totalOf({ kind }: Option) {
  if (kind === 'credit') return 'answer.totalCredit' as const;
  return kind === 'wait' ? ('answer.totalKept' as const) : ('answer.total' as const);
}

/** One day, or from the first to the last, neither of them broken over lines. */
export function Days({ visit, option }: Pick<Way, 'visit' | 'option'>) {
  const { dateFrom, dateTo } = option;
  if (!dateFrom) return visit.t('answer.whenNone');
  const from = <WholeDay of={dateFrom} />;
  if (!dateTo || dateTo === dateFrom) return from;
  return visit.tx('answer.range', { from, to: <WholeDay of={dateTo} /> });
}

function WholeDay({ of }: { readonly of: string }) {
  return (
    <span className="day">
      <Day of={of} />
    </span>
  );
}

/** The quote reads like a receipt, and leads on to the next page. */
export function QuoteCard(props: Way & { readonly quote: NonNullable<Claim['quote']> }) {
  const { visit, claim, option, quote } = props;
  const { t } = visit;
  const heading = `quote-${option.kind}`;
  return (
    <section className="card quote" aria-labelledby={heading}>
      <h2 id={heading}>{t('answer.quote')}</h2>
      <QuoteReceipt visit={visit} claim={claim} option={option} />
      {option.fiat && option.kind !== 'wait' && (
        <p className="fine">
          {visit.tx(option.kind === 'credit' ? 'answer.remarkCredit' : 'answer.remark', {
            symbol: symbolOf(claim),
            when: <Time at={option.fiat.at} />,
            price: option.fiat.price,
            source: option.fiat.source,
          })}
        </p>
      )}
      {option.fee && <p className="fine">{t('answer.noFeeIfFails')}</p>}
      <div className="valid">
        <Icon name="hourglass" />
        <span>
          <b>{visit.tx('answer.validUntil', { when: <Time at={quote.expiresAt} /> })}</b>
          {t('answer.validMore')}
        </span>
      </div>
      <WhereTo visit={visit} claim={claim} option={option} />
      <div className="act">
        <button type="submit" form="choose" className="btn btn-primary" data-money="">
          {t(`answer.go_${option.kind}`, {
            amount: option.receives ? moneyText(visit, option.receives) : '',
          })}
        </button>
        <p className="fine">{t('answer.goMore')}</p>
        <LinkButton href={`/contact?claim=${claim.number}`} icon="message">
          {t('answer.talk')}
        </LinkButton>
        {claim.canAppeal && (
          <LinkButton kind="quiet" href={`/claims/${claim.number}/appeal`}>
            {t('answer.appeal')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

/** Found, fee, what the network takes, and what is left: to the last digit. */
function QuoteReceipt({ visit, claim, option }: Way) {
  const { t } = visit;
  const { fee, receives, fiat } = option;
  const amount = receives ?? claim.found?.amount ?? null;
  const total = {
    label: t(totalOf(option)),
    value: amount && <Money value={amount} digits="all" />,
    remark: fiat && <Remark worth={fiat} />,
  };
  const taxed = fee !== null && !/^0+$/.test(fee.tax.units);
  return (
    <Receipt
      caption={t('answer.quote')}
      lines={[
        {
          label: t('answer.foundRow'),
          value: claim.found && <Money value={claim.found.amount} digits="all" />,
        },
        {
          label: t('answer.feeRow'),
          note: fee?.purpose,
          value: fee ? (
            <Money value={fee.total} digits="all" minus={fee.inKind} />
          ) : (
            t('answer.feeFree')
          ),
          remark: fee && (
            <>
              {!fee.inKind && t('answer.feeApart')}
              {!fee.inKind && taxed && <br />}
              {taxed && t('answer.taxRow', { amount: moneyText(visit, fee.tax) })}
            </>
          ),
        },
        { label: t('answer.networkRow'), value: t('answer.networkPaid') },
      ]}
      total={total}
    />
  );
}

/** Where a return goes: the whole address, laid beside the one it came from by a machine. */
function WhereTo({ visit, claim, option }: Way) {
  const { t } = visit;
  if (option.kind === 'return_to_proven') {
    return <p className="fine dest">{t('answer.destinationLater')}</p>;
  }
  if (option.kind !== 'return_to_source' || !claim.found) return null;
  const { from, network } = claim.found;
  return (
    <div className="dest">
      <h3>
        {visit.tx('answer.destination', {
          network: <NetworkName label={network} id={claim.evidence?.networkId ?? null} />,
        })}
      </h3>
      <Address value={from} />
      <SameMark>{t('answer.sameAsSource', { count: from.length })}</SameMark>
    </div>
  );
}
