import { type Line, type Plan, planSchema } from './plan.ts';
import { readLine } from './read-line.ts';
import { type Answer, no, yes } from './refusals.ts';

/** A thing wrong with a plan that is well formed. `line` is null when it concerns the whole. */
export interface PlanFault {
  readonly fault:
    | 'pays_nothing'
    | 'transfer_on_another_network'
    | 'purposes_out_of_order'
    | 'more_than_one_return'
    | 'senders_mixed'
    | 'assets_mixed'
    | 'calldata_unknown'
    | 'shown_otherwise'
    | 'amount_zero'
    | 'recipient_unfit'
    | 'gas_not_native'
    | 'gas_to_another_address'
    | 'gas_from_the_payer'
    | 'gas_above_fees';
  readonly line: number | null;
}

const zeroAddress = `0x${'0'.repeat(40)}`;

/**
 * Reads a plan from outside: its shape, then that its lines make sense together and are shown as
 * what they are. The application calls it before it asks for approval, the signer before it signs.
 */
export function parsePlan(input: unknown): Answer<Plan> {
  const parsed = planSchema.safeParse(input);
  if (!parsed.success) {
    return no('plan_malformed', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  const plan: Plan = parsed.data;
  const [first] = planFaults(plan);
  if (!first) return yes(plan);
  return no('plan_inconsistent', { fault: first.fault, line: String(first.line ?? '') });
}

/** Everything wrong with a well-formed plan; empty when it may be shown to approvers. */
export function planFaults(plan: Plan): readonly PlanFault[] {
  return [...faultsOfWhole(plan), ...plan.lines.flatMap((_, line) => faultsOfLine(plan, line))];
}

function faultsOfWhole(plan: Plan): PlanFault[] {
  const found: PlanFault['fault'][] = [];
  const paying = plan.lines.filter((line) => line.purpose !== 'gas');
  const rank = { gas: 0, return: 1, sweep: 2 };
  const ranks = plan.lines.map((line) => rank[line.purpose]);
  if (paying.length === 0) found.push('pays_nothing');
  if (!plan.transferKey.startsWith(`evm:${plan.network.chainId}/`)) {
    found.push('transfer_on_another_network');
  }
  if (ranks.some((value, index) => value < (ranks[index - 1] ?? 0))) {
    found.push('purposes_out_of_order');
  }
  if (plan.lines.filter((line) => line.purpose === 'return').length > 1) {
    found.push('more_than_one_return');
  }
  if (distinct(paying.map((line) => `${line.from} ${line.key}`)) > 1) found.push('senders_mixed');
  if (distinct(paying.map((line) => line.shows.asset)) > 1) found.push('assets_mixed');
  return found.map((fault) => ({ fault, line: null }));
}

function faultsOfLine(plan: Plan, index: number): PlanFault[] {
  const line = plan.lines[index] as Line;
  const movement = readLine(plan.network, line);
  if (!movement) return [{ fault: 'calldata_unknown', line: index }];
  const found: PlanFault['fault'][] = [];
  const { shows } = line;
  if (
    shows.asset !== movement.asset ||
    shows.amount !== movement.amount.toString() ||
    shows.recipient !== movement.recipient
  ) {
    found.push('shown_otherwise');
  }
  if (movement.amount === 0n) found.push('amount_zero');
  const unfit = [zeroAddress, line.from, ...(line.data === '0x' ? [] : [line.to])];
  if (unfit.includes(movement.recipient)) found.push('recipient_unfit');
  if (line.purpose === 'gas') found.push(...faultsOfGas(plan, index));
  return found.map((fault) => ({ fault, line: index }));
}

/** Gas may only go to the address that pays in later lines, and never more than their fees. */
function faultsOfGas(plan: Plan, index: number): PlanFault['fault'][] {
  const line = plan.lines[index] as Line;
  const paying = plan.lines.slice(index + 1).filter((one) => one.purpose !== 'gas');
  const found: PlanFault['fault'][] = [];
  if (line.data !== '0x') found.push('gas_not_native');
  if (paying.some((one) => one.from !== line.to)) found.push('gas_to_another_address');
  if (paying.some((one) => one.key === line.key)) found.push('gas_from_the_payer');
  const gas = plan.lines
    .slice(0, index + 1)
    .filter((one) => one.purpose === 'gas')
    .reduce((sum, one) => sum + BigInt(one.valueWei), 0n);
  if (gas > paying.reduce((sum, one) => sum + BigInt(one.feeWeiMax), 0n)) {
    found.push('gas_above_fees');
  }
  return found;
}

function distinct(values: readonly string[]): number {
  return new Set(values).size;
}
