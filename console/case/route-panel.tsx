import {
  Address,
  Amount,
  amountText,
  groupThousands,
  Icon,
  StatePill,
  StatusPill,
  Time,
} from '../../ui/index.ts';
import {
  type AnyPlan,
  checksum,
  decodeLine,
  type PlanLine,
  type ReturnPlan,
  readPlan,
} from '../plan/index.ts';
import { useWords } from '../words/index.ts';
import type { CasePageData } from './case.ts';
import { purposeWord } from './case-words.ts';
import { Panel, ScrollTable } from './panel.tsx';

/** How it will be paid, line by line, read from the plan itself; what it costs; what a trial showed. */
export function RoutePanel({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const { plan, payment } = page;
  if (!plan) {
    return (
      <Panel id="route" title={say('case.route')} keys={3}>
        <p className="pad">{say('case.route.none')}</p>
      </Panel>
    );
  }
  const reading = readPlan(plan.kind, plan.raw);
  const nonces =
    payment?.lines.flatMap(({ nonce }) => (nonce === null ? [] : [String(nonce)])) ?? [];
  const note = nonces.length
    ? say('case.route.nonces', { nonces: [...new Set(nonces)].join(', ') })
    : null;
  return (
    <Panel id="route" title={say('case.route')} keys={3} note={note}>
      {reading.ok ? (
        <Lines page={page} read={reading.read} />
      ) : (
        <p className="pad trouble">{say('plan.unreadable', { field: reading.field })}</p>
      )}
      <FeeMax page={page} />
      <Stopped page={page} />
      <Simulation page={page} />
    </Panel>
  );
}

function Lines({ page, read }: { readonly page: CasePageData; readonly read: AnyPlan }) {
  const say = useWords();
  if (read.kind !== 'return') return <CreditLine page={page} read={read} />;
  return (
    <ScrollTable label={say('case.route.table')}>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{say('case.col.step')}</th>
          <th scope="col" className="r">
            {say('case.col.amount')}
          </th>
          <th scope="col">{say('case.col.asset')}</th>
          <th scope="col">{say('case.col.from')}</th>
          <th scope="col">{say('case.col.to')}</th>
          <th scope="col">{say('case.col.state')}</th>
        </tr>
      </thead>
      <tbody>
        {read.plan.lines.map((line, at) => (
          <LineRow
            key={`${line.to} ${line.data} ${line.valueWei}`}
            page={page}
            plan={read.plan}
            line={line}
            at={at}
          />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function LineRow(props: {
  readonly page: CasePageData;
  readonly plan: ReturnPlan;
  readonly line: PlanLine;
  readonly at: number;
}) {
  const say = useWords();
  const { page, plan, line, at } = props;
  const moves = decodeLine(plan.network.chainId, line);
  const decimals = moves?.contract ? line.shows.decimals : 18;
  return (
    <tr>
      <td className="num">{at + 1}</td>
      <td>{purposeWord(say, line.purpose)}</td>
      <td className="r">
        {moves ? (
          <Amount value={{ units: moves.amount, decimals, symbol: null }} digits="all" bare />
        ) : (
          say('plan.cannotRead')
        )}
      </td>
      <td>{line.shows.symbol}</td>
      <td>
        <Address value={checksum(line.from)} short />
      </td>
      <td>{moves ? <Address value={checksum(moves.recipient)} short /> : '—'}</td>
      <td>
        <LineState page={page} at={at} />
      </td>
    </tr>
  );
}

function LineState({ page, at }: { readonly page: CasePageData; readonly at: number }) {
  const say = useWords();
  const line = page.payment?.lines[at];
  if (!line) {
    return (
      <StatusPill family="wait">
        {at === 0 ? say('case.route.afterApproval') : say('case.route.afterLine', { line: at })}
      </StatusPill>
    );
  }
  return (
    <>
      <StatePill table="line" state={line.state} />{' '}
      {line.hash ? <Address value={line.hash} short /> : null}
    </>
  );
}

function CreditLine(props: {
  readonly page: CasePageData;
  readonly read: Exclude<AnyPlan, { kind: 'return' }>;
}) {
  const say = useWords();
  const { plan, kind } = props.read;
  const amount = props.page.claim.found?.amount;
  const value = {
    units: plan.units,
    decimals: amount?.decimals ?? null,
    symbol: amount?.symbol ?? null,
  };
  return (
    <p className="pad">
      {say(kind === 'credit' ? 'case.route.credit' : 'case.route.compensate', {
        customer: plan.customer,
      })}{' '}
      <Amount value={value} digits="all" />
    </p>
  );
}

/** The most that the network may take for all lines together. */
function FeeMax({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const units = page.plan?.gasWeiMax;
  if (!units) return null;
  const symbol = page.facts.network?.nativeSymbol ?? null;
  return (
    <div className="foot-note">
      <Icon name="info" />
      <span>{say('case.route.feeMax', { fee: amountText({ units, decimals: 18, symbol }) })}</span>
    </div>
  );
}

function Stopped({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const stopped = page.payment?.stopped;
  if (!stopped) return null;
  return (
    <div className="foot-note is-stopped">
      <Icon name="triangle-alert" />
      <span>
        {say('case.route.stopped')} {stopped.sentence} <code>{stopped.code}</code>
      </span>
    </div>
  );
}

function Simulation({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const simulation = page.plan?.simulation;
  if (!simulation) return null;
  const { ok, block, gas, at, costWei } = simulation;
  const nativeSymbol = page.facts.network?.nativeSymbol ?? null;
  return (
    <div className={ok ? 'foot-note' : 'foot-note is-stopped'}>
      <Icon name={ok ? 'circle-check' : 'triangle-alert'} />
      <span>
        {say(ok ? 'case.route.simulated' : 'case.route.notSimulated')} <Time at={at} to="second" />
        {say('case.route.atBlock', { block: groupThousands(block) })}
        {say('case.route.gas', {
          gas: groupThousands(gas),
          cost: amountText({ units: costWei, decimals: 18, symbol: nativeSymbol }),
        })}
      </span>
    </div>
  );
}
