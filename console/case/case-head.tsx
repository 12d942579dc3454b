import type { ReactNode } from 'react';
import {
  Amount,
  Button,
  CopyButton,
  Deadline,
  type Fact,
  FactStrip,
  Fiat,
  Icon,
  IconButton,
  StageStrip,
  StatePill,
  StatusPill,
  Time,
} from '../../ui/index.ts';
import { keysText } from '../keyboard/keys-text.ts';
import { useWords } from '../words/index.ts';
import { actsInBar, type CaseAct } from './acts.ts';
import type { CasePageData } from './case.ts';
import { outcomeWord } from './case-words.ts';

/** Whose turn it is, what happened, the next act, and six facts. */
export function CaseHead(props: {
  readonly page: CasePageData;
  readonly acts: readonly CaseAct[];
  readonly onAct: (act: string) => void;
  readonly onMore: () => void;
}) {
  const { page } = props;
  return (
    <>
      <div className="head">
        <Line page={page} />
        <div className="l2">
          <h1 tabIndex={-1}>{page.case.what}</h1>
          <div className="acts">
            <BarActs {...props} />
          </div>
        </div>
        <Next page={page} acts={props.acts} />
        <FactStrip facts={useSixFacts(page)} />
      </div>
      <Stages page={page} />
    </>
  );
}

function Line({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const { number, state, owner, ownerName, createdAt, snoozedUntil } = page.case;
  const mine = page.next.permitted;
  return (
    <div className="l1">
      {mine ? (
        <StatusPill family="you">{say('case.yourTurn', { act: page.next.label })}</StatusPill>
      ) : (
        <StatePill table="claim" state={state} />
      )}
      <code>{number}</code>
      <CopyButton value={number} name={say('case.number')} />
      <span>{owner ? say('case.owner', { name: ownerName ?? owner }) : say('case.noOwner')}</span>
      <span>
        {say('case.filed')} <Time at={createdAt} />
      </span>
      {snoozedUntil ? (
        <span>
          {say('case.snoozed')} <Time at={snoozedUntil} />
        </span>
      ) : null}
    </div>
  );
}

/** The acts of the bar, each in reach also where it cannot be done, and the way to all others. */
export function BarActs(props: {
  readonly page: CasePageData;
  readonly acts: readonly CaseAct[];
  readonly onAct: (act: string) => void;
  readonly onMore: () => void;
}) {
  const say = useWords();
  const { page, acts } = props;
  const shown = actsInBar(page, acts);
  return (
    <>
      {shown.map((act, at) => (
        <Button
          key={act.act}
          kind={
            at === 0 && act.permitted ? 'primary' : act.weight === 'danger' ? 'danger' : 'secondary'
          }
          disabledReason={act.why}
          reason="on-request"
          onClick={() => props.onAct(act.act)}
          {...(act.keys ? { keys: keysText(act.keys) } : {})}
        >
          {act.label}
        </Button>
      ))}
      <IconButton icon="ellipsis" label={say('case.more')} onClick={props.onMore} />
    </>
  );
}

/** One line that says what is next, or for whom the case waits; and why it is not the reader's. */
function Next({ page, acts }: { readonly page: CasePageData; readonly acts: readonly CaseAct[] }) {
  const say = useWords();
  const { next } = page;
  const act = acts.find((one) => one.act === next.act);
  const why = act?.why ?? next.why;
  return (
    <p className="next-act">
      <Icon name={next.permitted && !why ? 'arrow-right' : 'hourglass'} />
      <b>{say('case.next')}</b>
      <span>{next.label}</span>
      {why ? <span className="dim">{why}</span> : null}
      {page.hold ? (
        <span>
          {say('case.heldBecause', { by: page.hold.byName })} {page.hold.reason}
        </span>
      ) : null}
    </p>
  );
}

/** How much, what becomes of it, where it arrived, whose it is, what the lists say, by when. */
function useSixFacts(page: CasePageData): readonly Fact[] {
  const say = useWords();
  const { facts, claim, customer } = page;
  const { found, worth, worthAt, outcome, network, risk } = facts;
  const unknown: ReactNode = <span className="dim">{say('case.fact.unknown')}</span>;
  return [
    {
      label: say('case.fact.found'),
      value: found ? <Amount value={found} digits="all" /> : unknown,
      note: worth ? (
        <>
          <Fiat value={worth} /> {worthAt ? <Time at={worthAt} /> : null}
        </>
      ) : null,
    },
    {
      label: say('case.fact.outcome'),
      value: outcome.label ?? (outcome.outcome ? outcomeWord(say, outcome.outcome) : unknown),
      note: outcome.receives ? (
        <>
          {say('case.fact.arrives')} <Amount value={outcome.receives} digits="significant" />
        </>
      ) : null,
    },
    {
      label: say('case.fact.network'),
      value: network?.label ?? unknown,
      note: network
        ? say(network.taken ? 'case.fact.taken' : 'case.fact.notTaken', { id: network.chainId })
        : null,
    },
    {
      label: say('case.fact.customer'),
      value: customer.id,
      note: say('case.fact.earlier', { count: customer.earlierCases.length }),
    },
    {
      label: say('case.fact.risk'),
      value: say(`case.fact.${risk.state}`),
      note: risk.at ? (
        <>
          {say('case.fact.lists', { count: risk.lists })} <Time at={risk.at} to="clock" />
        </>
      ) : claim.evidence ? (
        say(claim.evidence.final ? 'case.fact.final' : 'case.fact.notFinal', {
          count: claim.evidence.confirmations,
        })
      ) : null,
    },
    {
      label: say('case.fact.promised'),
      value: facts.promisedAt ? <Deadline at={facts.promisedAt} /> : unknown,
    },
  ];
}

function Stages({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  return (
    <StageStrip
      label={say('case.stages')}
      steps={page.stages.map(({ label, state, at, detail }) => ({
        label,
        standing: state,
        text: state === 'now' && detail ? detail : at ? <Time at={at} /> : null,
      }))}
    />
  );
}
