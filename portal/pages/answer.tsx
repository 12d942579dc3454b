import type { Claim, Option } from '../../client/index.ts';
import { ChoiceCard, Note } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { backToClaims, ClaimHead } from '../parts/claim-head.tsx';
import {
  EvidenceSection,
  NeverSection,
  StepsSection,
  WhereSection,
  WhySection,
} from '../parts/claim-sections.tsx';
import { Money } from '../parts/money.tsx';
import { PostForm } from '../parts/post-form.tsx';
import { Days, QuoteCard, WayFacts } from '../parts/way.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

type Quote = NonNullable<Claim['quote']>;

interface Shown {
  readonly visit: Visit;
  readonly claim: Claim;
}

/** The answer in one sentence, where the money is and why, and every way out side by side. */
export function answerPage(visit: Visit, claim: Claim): Response {
  const { quote } = claim;
  return show(
    visit,
    <Page visit={visit} title={claim.headline} back={backToClaims(visit)} live={claim}>
      {visit.url.searchParams.has('changed') && (
        <Note family="us" icon="info" live>
          {visit.t('answer.changed')}
        </Note>
      )}
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
