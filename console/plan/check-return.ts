import { decodeLine, type Moves } from './decode-line.ts';
import { type Check, check, type Measure } from './measure.ts';
import type { PlanLine, ReturnPlan } from './plan.ts';

const zeroAddress = `0x${'0'.repeat(40)}`;

/** A return sends what was found, less its fee, from where it lies to where the customer accepted. */
export function checkReturn(plan: ReturnPlan, measure: Measure): Check[] {
  return [
    ...checkWhole(plan, measure),
    ...plan.lines.flatMap((_, at) => checkLine(plan, at, measure)),
  ];
}

function checkWhole(plan: ReturnPlan, { found, feeUnits }: Measure): Check[] {
  const paying = plan.lines.filter(({ purpose }) => purpose !== 'gas');
  const sum = (lines: readonly PlanLine[]) =>
    lines.reduce(
      (total, line) => total + (decodeLine(plan.network.chainId, line)?.amount ?? 0n),
      0n,
    );
  const fee = sum(plan.lines.filter(({ purpose }) => purpose === 'sweep')).toString();
  const purposes = plan.lines.map(({ purpose }) => purpose).join(' ');
  const network = plan.transferKey.split('/')[0] ?? '';
  return [
    {
      ...check('order', purposes, 'gas* return sweep*'),
      ok:
        /^(gas )*return( sweep)*$/.test(purposes) &&
        new Set(paying.map(({ from, key }) => `${from} ${key}`)).size === 1 &&
        network === `evm:${plan.network.chainId}`,
    },
    check('whole', sum(paying).toString(), found?.units ?? ''),
    check('fee', fee, feeUnits ?? fee),
  ];
}

function checkLine(plan: ReturnPlan, at: number, measure: Measure): Check[] {
  const line = plan.lines[at] as PlanLine;
  const moves = decodeLine(plan.network.chainId, line);
  if (!moves) return [{ ...check('readable', line.data, '', at), ok: false }];
  const { shows } = line;
  const said = `${shows.asset} ${shows.amount} ${shows.recipient}`;
  const does = `${moves.asset} ${moves.amount} ${moves.recipient}`;
  return [
    check('readable', '', '', at),
    check('shown', said, does, at),
    ...(line.purpose === 'gas' ? checkGas(plan, at) : checkPaying(plan, at, moves, measure)),
  ];
}

function checkPaying(plan: ReturnPlan, at: number, moves: Moves, measure: Measure): Check[] {
  const { found, choice, destination } = measure;
  const { from, purpose, shows } = plan.lines[at] as PlanLine;
  const unfit =
    [zeroAddress, from, moves.contract].includes(moves.recipient) || moves.amount === 0n;
  const common = [
    check('from', from, lower(found?.to), at),
    check('token', moves.asset, found?.asset ?? '', at),
    check('name', `${shows.symbol} ${shows.decimals}`, nameOf(measure), at),
  ];
  if (purpose === 'sweep') return unfit ? [...common, unfitCheck(at, moves)] : common;
  const back = choice?.option === 'return_to_source';
  return [
    unfit
      ? unfitCheck(at, moves)
      : check('recipient', moves.recipient, lower(destination?.address), at),
    ...(back ? [check('sender', moves.recipient, lower(found?.from), at)] : []),
    check('amount', moves.amount.toString(), choice?.units ?? '', at),
    ...common,
  ];
}

/** Nothing goes to nobody, back to where it lies, or into the token's own contract. */
function unfitCheck(at: number, { recipient }: Moves): Check {
  return { code: 'recipient', line: at, ok: false, has: recipient, wants: '' };
}

/** Gas goes only to the address that pays afterwards, from another key, and covers its fees at most. */
function checkGas(plan: ReturnPlan, at: number): Check[] {
  const line = plan.lines[at] as PlanLine;
  const paying = plan.lines.slice(at + 1).filter(({ purpose }) => purpose !== 'gas');
  const fees = paying.reduce((sum, one) => sum + BigInt(one.feeWeiMax), 0n);
  const gas = plan.lines
    .slice(0, at + 1)
    .filter(({ purpose }) => purpose === 'gas')
    .reduce((sum, one) => sum + BigInt(one.valueWei), 0n);
  const fit =
    line.data === '0x' &&
    BigInt(line.valueWei) > 0n &&
    line.to !== line.from &&
    paying.every((one) => one.from === line.to && one.key !== line.key) &&
    gas <= fees;
  return [{ ...check('gas', gas.toString(), fees.toString(), at), ok: fit }];
}

function nameOf({ found }: Measure): string {
  // A contract may call itself anything: what cannot be seen is left out, as in the plan.
  const visible = [...(found?.symbol ?? '').replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '')];
  return `${visible.slice(0, 32).join('') || '?'} ${found?.decimals ?? 0}`;
}

function lower(address: string | undefined): string {
  return address?.toLowerCase() ?? '';
}
