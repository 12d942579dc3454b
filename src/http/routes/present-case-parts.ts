import {
  type CaseDiagnosis,
  type CaseMoney,
  type CasePage,
  type CasePayment,
  type CasePlan,
  type CaseTransfer,
  reasonTitle,
} from '../../desk/index.ts';
import { type Amount, amount, assetId } from '../../money/index.ts';
import { type Address, assetParts, checksumAddress, networkById } from '../../networks/index.ts';
import type { Language } from '../language.ts';
import type { CasePageAnswer } from './desk-case-schema.ts';
import { isoOf, presentAmount } from './desk-schema.ts';

/** The diagnosis with what it stands on. */
export function presentDiagnosis(
  diagnosis: CaseDiagnosis,
  nameOf: (id: string) => string,
  language: Language,
): NonNullable<CasePageAnswer['diagnosis']> {
  const { ranked, ruledOut, correction, facts, nodes, foundOn, notFoundOn, unread } = diagnosis;
  return {
    ranked: ranked.map((reason) => ({
      ...reason,
      because: reason.because.map((one) => ({
        ...one,
        value: one.kind === 'address' ? checksumAddress(one.value as Address) : one.value,
        at: isoOf(one.at),
      })),
    })),
    ruledOut: [...ruledOut],
    correction: correction && {
      ...{ code: correction.code, outcome: correction.outcome, reason: correction.reason },
      title: reasonTitle(correction.code, language),
      by: correction.by,
      byName: nameOf(correction.by),
      at: correction.at.toISOString(),
    },
    ...{ facts, nodes },
    foundOn: [...foundOn],
    notFoundOn: [...notFoundOn],
    unread: [...unread],
    at: isoOf(diagnosis.at),
  };
}

/** One transfer of the transaction. */
export function presentTransfer(transfer: CaseTransfer): CasePageAnswer['transfers'][number] {
  return {
    ...transfer,
    amount: transfer.amount.toString(),
    token: transfer.token && checksumAddress(transfer.token as Address),
    tokenId: transfer.tokenId?.toString() ?? null,
    from: checksumAddress(transfer.from as Address),
    to: checksumAddress(transfer.to as Address),
  };
}

/** The plan: what is signed, in words, and what is known of it. */
export function presentPlan(plan: CasePlan): NonNullable<CasePageAnswer['plan']> {
  const { simulation } = plan;
  return {
    ...plan,
    raw: { ...plan.raw },
    lines: [...plan.lines],
    moves: plan.moves.map(({ purpose, from, to, units, asset, symbol, decimals, ...move }) => ({
      purpose,
      from: checksumAddress(from as Address),
      to: checksumAddress(to as Address),
      amount: presentAmount(amount(assetId(asset), units), { symbol, decimals }),
      feeWeiMax: move.feeWeiMax.toString(),
      state: move.state,
    })),
    approvals: plan.approvals.map((one) => ({
      ...one,
      at: one.at.toISOString(),
      together: [...one.together],
    })),
    rejections: plan.rejections.map((one) => ({ ...one, at: one.at.toISOString() })),
    simulation: simulation && {
      at: simulation.at.toISOString(),
      block: simulation.block.toString(),
      ok: true,
      gas: simulation.moves.reduce((sum, { gas }) => sum + gas, 0n).toString(),
      gasPriceWei: simulation.gasPriceWei.toString(),
      costWei: simulation.costWei.toString(),
      moves: simulation.moves.map(({ purpose, to, units, gas }) => ({
        purpose,
        to: checksumAddress(to),
        units: units.toString(),
        gas: gas.toString(),
      })),
    },
    checks: [...plan.checks],
    gasWeiMax: plan.gasWeiMax?.toString() ?? null,
  };
}

/** The payment, transaction by transaction. */
export function presentPayment(payment: CasePayment): NonNullable<CasePageAnswer['payment']> {
  const { id, state, kind, lines, stopped } = payment;
  return {
    ...{ id, state, kind },
    lines: lines.map(({ nonce, feeWei, sentAt, ...line }) => ({
      ...line,
      nonce: nonce?.toString() ?? null,
      feeWei: feeWei?.toString() ?? null,
      sentAt: isoOf(sentAt),
    })),
    stopped: stopped && {
      ...{ code: stopped.code, sentence: stopped.sentence, at: stopped.at },
      facts: { ...stopped.facts },
    },
  };
}

/** What was found, what is kept, what arrives, and the books. */
export function presentMoney(money: CaseMoney, { described }: CasePage): CasePageAnswer['money'] {
  const { symbol = null, decimals = null } = described.focus?.transfer ?? {};
  const own = described.focus?.transfer.asset;
  const print = (value: Amount) =>
    presentAmount(value, value.asset === own ? { symbol, decimals } : nativeOf(value));
  const { found, fee, network, arrives, entries } = money;
  return {
    found: found && print(found),
    fee: fee && print(fee),
    feeInKind: money.feeInKind,
    feeStatus: money.feeStatus,
    network: network && print(network),
    arrives: arrives && print(arrives),
    schedule: money.schedule,
    entries: entries.map(({ id, at, template, lines }) => ({
      id,
      at: at.toISOString(),
      template,
      lines: lines.map((line) => ({ ...line, amount: print(line.amount) })),
    })),
  };
}

/** A network's own coin is written as its network says; of another token nobody says how. */
function nativeOf({ asset }: Amount) {
  const parts = assetParts(asset);
  return parts && parts.token === null
    ? networkById(parts.network).native
    : { symbol: null, decimals: null };
}
