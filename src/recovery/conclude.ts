import { hourMs, minuteMs, secondMs } from '../std/index.ts';
import type { Claim, Closure, Hold } from './claim.ts';
import type { Diagnosis, ReasonCode, ReasonOutcome } from './diagnosis/index.ts';
import type { Focus } from './focus-on.ts';
import type { Quote } from './options/index.ts';
import type { ClaimStep } from './states.ts';

/** Where an answer leads, and what is written with it. */
export interface Conclusion {
  readonly step: Extract<
    ClaimStep,
    'answer' | 'conclude_nothing' | 'hold' | 'review' | 'keep' | 'refuse'
  >;
  readonly reason: { readonly code: ReasonCode; readonly outcome: ReasonOutcome };
  readonly quote: Quote | null;
  readonly cluster: string | null;
  /** Whether it lies at an address of ours, final: then it is booked as owed. */
  readonly isHeldByUs: boolean;
  /** The customer hears again within this time. */
  readonly nextWordMs: number;
  hold(by: string, at: Date): Hold | null;
  closure(by: string, at: Date): Closure | null;
}

/** How soon a claim that waits is looked at again, by what it waits for. */
const lookAgainMs: Partial<Record<ReasonCode, number>> = {
  UNCONFIRMED: 10 * secondMs,
  REORGED: 30 * secondMs,
  UNKNOWN: 30 * secondMs,
  DEPOSIT_SUSPENDED: 15 * minuteMs,
  // These wait only where the signer did not answer whether the key is ours.
  WRONG_NETWORK_SAME_KEY: 30 * secondMs,
  UNLISTED_NETWORK: 30 * secondMs,
  UNLISTED_TOKEN: 30 * secondMs,
  RETIRED_ADDRESS: 30 * secondMs,
};
const lookAgainSeldomMs = hourMs;
/** The longer nothing has happened, the more seldom it is looked at: this share of the time so far. */
const lookAgainShare = 20;
const nextWordMs = 24 * hourMs;

/**
 * Decides, from a diagnosis and the quote made under it, what happens to the claim. Pure. A person's
 * correction decides instead of the machine where there is one.
 */
export function conclude(
  claim: Claim,
  diagnosis: Diagnosis,
  focus: Focus | null,
  quote: Quote | null,
): Conclusion {
  const reason = claim.correction ?? topReason(diagnosis, focus);
  // A collectible is kept until the signer can move one: today it signs coins and fungible tokens.
  const outcomeToday = isCollectible(focus) && movesIt(reason.outcome) ? 'keep' : reason.outcome;
  const step = stepFor(outcomeToday, quote);
  const { code, outcome } = reason;
  return {
    step,
    reason: { code, outcome },
    quote: step === 'answer' ? quote : null,
    cluster: focus?.ours ? `${code} ${focus.transfer.asset}` : null,
    isHeldByUs: focus?.ours === true && isFinalOutcome(outcome) && code !== 'ALREADY_CREDITED',
    nextWordMs,
    hold: (by, at) =>
      step === 'hold' ? { by, at, code: 'risk', reason: `diagnosis ${code}` } : null,
    closure: (by, at) =>
      step === 'refuse' || step === 'keep' ? { by, at, code, reason: `diagnosis ${code}` } : null,
  };
}

/** When a claim that has waited since `since` for this reason is looked at again. */
export function nextLookMs(code: ReasonCode, since: Date, now: Date): number {
  const soonest = lookAgainMs[code] ?? lookAgainSeldomMs;
  const waitedMs = now.getTime() - since.getTime();
  return Math.min(Math.max(soonest, waitedMs / lookAgainShare), lookAgainSeldomMs);
}

function isCollectible(focus: Focus | null): boolean {
  return focus?.transfer.kind === 'nft';
}

function movesIt(outcome: ReasonOutcome): boolean {
  return outcome === 'credit' || outcome === 'refund';
}

/** The reason that decides: the transfer's first, else the transaction's, else the search's. */
export function topReason(
  diagnosis: Diagnosis,
  focus: Pick<Focus, 'reasons'> | null,
): { readonly code: ReasonCode; readonly outcome: ReasonOutcome } {
  const reason =
    focus?.reasons[0] ??
    diagnosis.found.find((one) => one.reasons[0])?.reasons[0] ??
    diagnosis.reasons[0];
  return reason ?? { code: 'UNKNOWN', outcome: 'wait' };
}

function stepFor(outcome: ReasonOutcome, quote: Quote | null): Conclusion['step'] {
  switch (outcome) {
    case 'credit':
    case 'refund':
      return quote?.options.some((option) => option.permitted) ? 'answer' : 'keep';
    case 'keep':
      return 'keep';
    case 'compensate':
      return 'review';
    case 'refuse':
      return 'refuse';
    case 'wait':
      return 'conclude_nothing';
    case 'hold':
      return 'hold';
  }
}

function isFinalOutcome(outcome: ReasonOutcome): boolean {
  return outcome === 'credit' || outcome === 'refund' || outcome === 'keep';
}
