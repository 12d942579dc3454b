import type { ReactNode } from 'react';
import { Address, Amount, BaseUnits, Icon, Time } from '../../ui/index.ts';
import { useWords } from '../words/index.ts';
import { CheckMark } from './check-mark.tsx';
import { checksum } from './checksum.ts';
import { decodeLine } from './decode-line.ts';
import type { Check, CheckCode, CheckedPlan, Measure } from './measure.ts';
import type { PlanLine, ReturnPlan } from './plan.ts';

type Read = Extract<CheckedPlan, { read: object }>;

/** Every field that the signer checks, each with what the machine compared it with. */
export function PlanFields(props: {
  readonly checked: Read;
  readonly measure: Measure;
  readonly network: string;
}) {
  const { checked, measure } = props;
  const { read } = checked;
  return (
    <div className="in">
      <table className="fields">
        <tbody>
          {read.kind === 'return' ? (
            <ReturnRows {...props} plan={read.plan} />
          ) : (
            <CreditRows checked={checked} measure={measure} />
          )}
          <CommonRows checked={checked} network={props.network} />
        </tbody>
      </table>
    </div>
  );
}

/** One field: its name, its value, and the result of each comparison under it. */
function Row(props: {
  readonly name: string;
  readonly checks: readonly Check[];
  readonly measure?: Measure | undefined;
  readonly children: ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td>
        {props.children}
        <span className="oks">
          {props.checks.map((check) => (
            <CheckMark key={`${check.code} ${check.line}`} check={check} measure={props.measure} />
          ))}
        </span>
      </td>
    </tr>
  );
}

function ReturnRows(props: {
  readonly checked: Read;
  readonly measure: Measure;
  readonly plan: ReturnPlan;
}) {
  const say = useWords();
  const { checked, measure, plan } = props;
  const at = plan.lines.findIndex(({ purpose }) => purpose === 'return');
  const back = plan.lines[at];
  const of = (line: number | null, ...codes: CheckCode[]) =>
    checked.checks.filter((one) => one.line === line && codes.includes(one.code));
  const moves = back && decodeLine(plan.network.chainId, back);
  return (
    <>
      {back && moves ? (
        <>
          <Row name={say('plan.field.to')} checks={of(at, 'recipient', 'sender')} measure={measure}>
            <Address value={checksum(moves.recipient)} />
          </Row>
          <Row name={say('plan.field.from')} checks={of(at, 'from')} measure={measure}>
            <Address value={checksum(back.from)} />
            <small className="block">{say('plan.key', { key: back.key })}</small>
          </Row>
          <Row
            name={say('plan.field.amount')}
            checks={[...of(at, 'amount', 'shown'), ...of(null, 'whole')]}
            measure={measure}
          >
            <AmountAndUnits line={back} units={moves.amount} native={!moves.contract} />
          </Row>
          <Row name={say('plan.field.token')} checks={of(at, 'token', 'name')} measure={measure}>
            {moves.contract ? <Address value={checksum(moves.contract)} /> : say('plan.native')}
          </Row>
        </>
      ) : null}
      {plan.lines.map((line, index) =>
        index === at ? null : (
          <OtherLine
            key={`${line.to} ${line.data} ${line.valueWei}`}
            {...props}
            line={line}
            at={index}
            of={of}
          />
        ),
      )}
      <After plan={plan} measure={measure} />
    </>
  );
}

function AmountAndUnits(props: {
  readonly line: PlanLine;
  readonly units: bigint;
  readonly native: boolean;
}) {
  const { line, units, native } = props;
  const value = {
    units,
    symbol: line.shows.symbol,
    decimals: native ? 18 : line.shows.decimals,
  };
  return (
    <>
      <strong>
        <Amount value={value} digits="all" />
      </strong>{' '}
      <span className="dim">
        = <BaseUnits value={value} />
      </span>
    </>
  );
}

/** The fee that is kept, and the gas that goes before. */
function OtherLine(props: {
  readonly plan: ReturnPlan;
  readonly measure: Measure;
  readonly line: PlanLine;
  readonly at: number;
  readonly of: (line: number | null, ...codes: CheckCode[]) => readonly Check[];
}) {
  const say = useWords();
  const { plan, measure, line, at, of } = props;
  const moves = decodeLine(plan.network.chainId, line);
  const isGas = line.purpose === 'gas';
  const checks = isGas
    ? of(at, 'readable', 'shown', 'gas')
    : [...of(at, 'readable', 'shown', 'recipient', 'from', 'token', 'name'), ...of(null, 'fee')];
  return (
    <Row
      name={say(isGas ? 'plan.field.gas' : 'plan.field.fee')}
      checks={checks.filter(({ ok, code }) => !ok || code === 'gas' || code === 'fee')}
      measure={measure}
    >
      {moves ? (
        <>
          <Address value={checksum(moves.recipient)} />{' '}
          <AmountAndUnits line={line} units={moves.amount} native={!moves.contract} />
          {isGas ? (
            <small className="block">
              {say('plan.gasFrom')} <Address value={checksum(line.from)} short />{' '}
              {say('plan.key', { key: line.key })}
            </small>
          ) : (
            <small className="block">{say('plan.feeTo')}</small>
          )}
        </>
      ) : (
        say('plan.cannotRead')
      )}
    </Row>
  );
}

/** What the addresses will have more or less of, once everything is done. */
function After({ plan, measure }: { readonly plan: ReturnPlan; readonly measure: Measure }) {
  const say = useWords();
  const { found } = measure;
  if (!found) return null;
  const sum = (purpose: string) =>
    plan.lines
      .filter((line) => line.purpose === purpose)
      .reduce((all, line) => all + (decodeLine(plan.network.chainId, line)?.amount ?? 0n), 0n);
  const value = (units: bigint) => ({ units, decimals: found.decimals, symbol: null });
  const out = sum('return') + sum('sweep');
  const cells = [
    { name: say('plan.after.deposit'), units: -out },
    { name: say('plan.after.customer'), units: sum('return') },
    { name: say('plan.after.fees'), units: sum('sweep') },
  ];
  return (
    <tr>
      <th scope="row">{say('plan.field.after')}</th>
      <td>
        <dl className="after">
          {cells.map(({ name, units }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Amount value={value(units)} sign="always" />
              </dd>
            </div>
          ))}
        </dl>
      </td>
    </tr>
  );
}

function CreditRows({ checked, measure }: { readonly checked: Read; readonly measure: Measure }) {
  const say = useWords();
  const { read } = checked;
  if (read.kind === 'return') return null;
  const { plan } = read;
  const of = (...codes: CheckCode[]) => checked.checks.filter(({ code }) => codes.includes(code));
  const named = {
    symbol: measure.found?.symbol ?? null,
    decimals: measure.found?.decimals ?? null,
  };
  const value = { units: plan.units, ...named };
  return (
    <>
      <Row name={say('plan.field.balance')} checks={of('customer')} measure={measure}>
        <code>{plan.customer}</code>
      </Row>
      <Row name={say('plan.field.amount')} checks={of('amount', 'whole')} measure={measure}>
        <strong>
          <Amount value={value} digits="all" />
        </strong>{' '}
        <span className="dim">
          = <BaseUnits value={value} />
        </span>
      </Row>
      <Row name={say('plan.field.feeKept')} checks={of('fee')} measure={measure}>
        <Amount value={{ units: plan.feeUnits, ...named }} digits="all" />
      </Row>
      <Row name={say('plan.field.asset')} checks={of('asset')} measure={measure}>
        <code className="long">{plan.asset}</code>
      </Row>
    </>
  );
}

function CommonRows({ checked, network }: { readonly checked: Read; readonly network: string }) {
  const say = useWords();
  const { plan } = checked.read;
  const of = (...codes: CheckCode[]) => checked.checks.filter(({ code }) => codes.includes(code));
  const chain = checked.read.kind === 'return' ? checked.read.plan.network.chainId : null;
  return (
    <>
      <Row name={say('plan.field.case')} checks={of('case', 'transfer', 'requester')}>
        <code>{plan.caseNumber}</code> <small className="key">{plan.transferKey}</small>
      </Row>
      <Row name={say('plan.field.limits')} checks={of('order', 'expiry', 'open')}>
        <span className="num">
          {chain === null ? null : say('plan.chain', { network, chain })}
          <Icon name="clock" /> {say('plan.until')} <Time at={plan.expiresAt} />
        </span>
      </Row>
      <Row name={say('plan.field.words')} checks={of('words', 'digest')}>
        {null}
      </Row>
    </>
  );
}
