import type { Claim } from '../../client/index.ts';
import {
  Address,
  EvidenceFold,
  Hash,
  LinkButton,
  NeverList,
  Note,
  Route,
  type Step,
  Time,
  Timeline,
} from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

interface Shown {
  readonly visit: Visit;
  readonly claim: Claim;
}

/** 道すじ: where the money is. Nothing while that is not known. */
export function WhereSection({
  visit: { t },
  claim,
  title = t('claim.where'),
}: Shown & { readonly title?: string }) {
  if (claim.route.length === 0) return null;
  const stops = claim.route.map(({ place, ...rest }) => ({ place: pictureOf(place), ...rest }));
  return (
    <section aria-labelledby="where">
      <h2 id="where">{title}</h2>
      <Route stops={stops} />
    </section>
  );
}

function pictureOf(place: Claim['route'][number]['place']): string {
  if (place === 'destination') return 'wallet';
  return place === 'elsewhere' ? 'other' : place;
}

/** Why it is not in the balance, and what would change that. */
export function WhySection({ visit: { t }, claim: { reason, quote } }: Shown) {
  if (!reason) return null;
  // With an offer on the table nothing has to change.
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t('claim.why')}</h2>
      <p>{reason.sentence}</p>
      {!quote && reason.wouldChange && <p>{reason.wouldChange}</p>}
    </section>
  );
}

/** What happens next, each step with its day and who does it. */
export function StepsSection({ visit: { t }, claim }: Shown) {
  if (claim.steps.length === 0) return null;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t('claim.flow')}</h2>
      <Timeline steps={claim.steps.map(stepOf)} />
      <p className="fine">{t('claim.flowNote')}</p>
    </section>
  );
}

function stepOf({ label, state, at, text }: Claim['steps'][number]): Step {
  return { label, standing: state, text: state === 'done' && at ? <Time at={at} /> : text };
}

/** What the answer stands on, for whoever wants to look it up. */
export function EvidenceSection({ visit: { t }, claim }: Shown) {
  const { evidence, found } = claim;
  if (!evidence) return null;
  const rows = [
    {
      label: t('claim.transactionOn', { network: evidence.network }),
      value: <Hash value={evidence.transaction} />,
    },
    ...(found
      ? [
          { label: t('claim.from'), value: <Address value={found.from} /> },
          { label: t('claim.to'), value: <Address value={found.to} /> },
        ]
      : []),
    ...(evidence.blockTime
      ? [{ label: t('claim.arrivedAt'), value: <Moment at={evidence.blockTime} /> }]
      : []),
    ...(evidence.block
      ? [
          {
            label: t('claim.depth'),
            value: t('claim.depthText', {
              block: Number(evidence.block),
              confirmations: evidence.confirmations,
              needed: evidence.confirmationsMin,
            }),
          },
        ]
      : []),
    { label: t('claim.nodes'), value: t('claim.nodesText', { count: evidence.nodes }) },
    ...(claim.quote ? [{ label: t('claim.terms'), value: claim.quote.terms }] : []),
  ];
  return (
    <section id="evidence">
      <EvidenceFold summary={t('claim.evidence')} rows={rows} />
    </section>
  );
}

/** A moment in the exchange's time and in the network's own. */
function Moment({ at }: { readonly at: string }) {
  return (
    <>
      <Time at={at} to="second" nameZone />
      {' / '}
      <Time at={at} to="second" zone="UTC" />
    </>
  );
}

/** What we never do, with the way to check a message. */
export function NeverSection({ visit: { t } }: { readonly visit: Visit }) {
  return (
    <NeverList
      title={t('answer.never')}
      items={[t('answer.neverKeys'), t('answer.neverPay'), t('answer.neverDm')]}
    >
      <a href="/is-it-you">{t('answer.check')}</a>
    </NeverList>
  );
}

/** In the demo: whoever tries it out is the customer and the desk in turn. */
export function DemoDesk({ visit, claim }: Shown) {
  const { t, options } = visit;
  if (!options.demo || claim.state !== 'approving') return null;
  return (
    <div className="demo-desk">
      <Note family="you" icon="play">
        <p>{t('claim.demoDesk')}</p>
        <p>
          <LinkButton href={`/console/cases/${claim.number}`} target="_blank" rel="noopener">
            {t('claim.demoDeskAct')}
          </LinkButton>
        </p>
      </Note>
    </div>
  );
}
