import type { Claim, Option } from '../../client/index.ts';
import {
  Address,
  ChoiceCard,
  Day,
  Facts,
  Icon,
  LinkButton,
  NetworkName,
  Note,
  Receipt,
  SameMark,
  Time,
} from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import {
  EvidenceSection,
  NeverSection,
  StepsSection,
  WhereSection,
  WhySection,
} from '../parts/claim-sections.tsx';
import { Money, moneyText, Remark, symbolOf } from '../parts/money.tsx';
import { PostForm } from '../parts/post-form.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

type Quote = NonNullable<Claim['quote']>;

interface Shown {
  readonly visit: Visit;
  readonly claim: Claim;
}

interface Way extends Shown {
  readonly option: Option;
}

/** The answer in one sentence, where the money is and why, and every way out side by side. */
export function answerPage(visit: Visit, claim: Claim): Response {
  const { quote } = claim;
  return show(
    visit,
    <Page visit={visit} title={claim.headline} back={backToClaims(visit)} live={claim}>
      <ClaimHead visit={visit} claim={claim} />
      {quote?.expired && <NewQuote visit={visit} claim={claim} />}
      {quote && !quote.expired && <Answer visit={visit} claim={claim} quote={quote} />}
      {!quote && <Story visit={visit} claim={claim} />}
    </Page>,
  );
}

/** An offer that has run out is no offer: what was found stays, and a new one is a press away. */
function NewQuote({ visit, claim }: Shown) {
  const { t } = visit;
  return (
    <>
      <PostForm action={`/claims/${claim.number}/look`} className="act">
        <button type="submit" className="btn btn-primary">
          {t('answer.expiredAct')}
        </button>
      </PostForm>
      <Story visit={visit} claim={claim} />
    </>
  );
}

function Story(shown: Shown) {
  return (
    <>
      <WhereSection {...shown} />
      <WhySection {...shown} />
      <EvidenceSection {...shown} />
    </>
  );
}

function Answer({ visit, claim, quote }: Shown & { readonly quote: Quote }) {
  const { t } = visit;
  const open = quote.options.filter((option) => option.permitted);
  const ways = open.map((option) => ({ visit, claim, option }));
  return (
    <>
      {ways.map((way) => (
        <div key={way.option.kind} data-way={way.option.kind}>
          <WayFacts {...way} />
        </div>
      ))}
      <div className="cols">
        <div className="main">
          <WhereSection visit={visit} claim={claim} />
          <WhySection visit={visit} claim={claim} />
          <Ways visit={visit} claim={claim} quote={quote} />
        </div>
        <div className="side">
          {ways.map((way) => (
            <div key={way.option.kind} data-way={way.option.kind}>
              <QuoteCard {...way} quote={quote} />
            </div>
          ))}
          <NeverSection visit={visit} />
        </div>
        <div className="main">
          <StepsSection visit={visit} claim={claim} />
          <EvidenceSection visit={visit} claim={claim} />
          {claim.canWithdraw && (
            <p className="fine link-row">
              <a href={`/claims/${claim.number}/withdraw`}>{t('looking.withdraw')}</a>
            </p>
          )}
        </div>
      </div>
    </>
  );
}

/** How much, what it costs, when: of the way that is chosen. */
function WayFacts({ visit, claim, option }: Way) {
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

function Ways({ visit, claim, quote }: Shown & { readonly quote: Quote }) {
  const { t } = visit;
  const sorted = [...quote.options].sort((a, b) => Number(b.permitted) - Number(a.permitted));
  const chosen = quote.options.find((option) => option.preselected && option.permitted);
  return (
    <section>
      <form id="choose" method="get" action={`/claims/${claim.number}/accept`}>
        <fieldset>
          <legend>{t('answer.choose')}</legend>
          <div className="choices">
            {sorted.map((option) => (
              <ChoiceCard
                key={option.kind}
                name="option"
                chosen={option === chosen}
                choice={{
                  value: option.kind,
                  title: (
                    <>
                      {option.title}
                      {option.preselected && (
                        <span className="suggested">{t('answer.suggested')}</span>
                      )}
                    </>
                  ),
                  text: option.permitted ? option.explains : undefined,
                  tags: option.permitted ? tagsOf(visit, option) : [],
                  disabledReason: option.permitted ? null : (option.whyNot ?? t('answer.closed')),
                }}
              />
            ))}
          </div>
        </fieldset>
      </form>
      {quote.waitAdvice && (
        <div className="advice">
          <Note family="wait">
            <p>{quote.waitAdvice}</p>
          </Note>
        </div>
      )}
    </section>
  );
}

function tagsOf(visit: Visit, option: Option) {
  const { t } = visit;
  return [
    {
      label: t('answer.fee'),
      value: option.fee ? <Money value={option.fee.total} /> : t('answer.feeFree'),
    },
    { label: t('answer.when'), value: <Days visit={visit} option={option} /> },
  ];
}

/** The quote reads like a receipt, and leads on to the next page. */
function QuoteCard({ visit, claim, option, quote }: Way & { readonly quote: Quote }) {
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
export function QuoteReceipt({ visit, claim, option }: Way) {
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
