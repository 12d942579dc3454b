import { type Amount, subtract } from '../../money/index.ts';
import {
  type AssetStatus,
  addBusinessDays,
  dayOf,
  type Permission,
  type Profile,
  permittedOutcomes,
} from '../../profiles/index.ts';
import { hourMs, invariant, later, type Outcome } from '../../std/index.ts';
import type { ReasonOutcome } from '../diagnosis/index.ts';
import type { FeeProblem, FeeQuote } from '../fees/index.ts';
import type { Need, Option, OptionKind, Quote, WhyNot, WhyNotCode, Wishes } from './option.ts';
import { waitAdvice } from './wait-advice.ts';

/** What an offer is made of. */
export interface QuoteQuestion {
  /** The outcome of the reason that decides, or of a person's correction. */
  readonly outcome: ReasonOutcome;
  /** What was found. */
  readonly amount: Amount;
  readonly assetStatus: AssetStatus;
  /** What sent it: only a wallet of one person can take it back. */
  readonly sender: 'wallet' | 'contract' | 'exchange' | 'unknown';
  readonly profile: Profile;
  readonly scheduleVersion: string;
  /** The price of crediting and of returning, or why it can't be stated. */
  readonly fees: {
    readonly credit: Outcome<FeeQuote, FeeProblem>;
    readonly return: Outcome<FeeQuote, FeeProblem>;
  };
  readonly wishes: Wishes;
  readonly now: Date;
}

/** How long an offer holds, whatever happens to the terms. */
export const quoteValidMs = 72 * hourMs;

/**
 * Lays every way out side by side, with what arrives, the fee, the dates and what is needed; what is
 * not permitted stands there too, with its reason. Pure. The diagnosis proposes, the profile disposes:
 * nothing is offered that a diagnosis has not shown to be possible.
 */
export function buildQuote(question: QuoteQuestion): Quote {
  const options = preselect([
    credit(question),
    giveBack(question, 'return_to_source'),
    giveBack(question, 'return_to_proven'),
    wait(question),
  ]);
  const { profile, now } = question;
  invariant(
    options.every((option) => option.permitted === (option.whyNot === null)),
    'an option is permitted or says why not',
  );
  return {
    madeAt: now,
    expiresAt: later(now, quoteValidMs),
    terms: { profile: profile.version, schedule: question.scheduleVersion },
    options,
    waitAdvice: waitAdvice(options, question.wishes),
  };
}

function credit(question: QuoteQuestion): Option {
  const permitted = permittedOutcomes(question.profile, question).credit;
  return paid(question, 'credit', question.fees.credit, [], notPossible(question) ?? no(permitted));
}

function giveBack(question: QuoteQuestion, kind: 'return_to_source' | 'return_to_proven'): Option {
  const permitted = permittedOutcomes(question.profile, question).return;
  const toSource = kind === 'return_to_source';
  const canReceive = question.sender === 'wallet' || question.sender === 'unknown';
  const whyNot =
    notPossible(question) ??
    (question.outcome === 'credit' ? why('credit_is_due') : null) ??
    no(permitted) ??
    (toSource && !canReceive ? why('source_cannot_receive', { sender: question.sender }) : null);
  const needs: Need[] = [toSource ? 'source_is_own_wallet' : 'destination_proof'];
  if (question.profile.rules.travelRuleFrom !== null) needs.push('travel_rule_facts');
  return paid(question, kind, question.fees.return, needs, whyNot);
}

/** Only what a diagnosis has shown to be possible is on offer. */
function notPossible({ outcome }: QuoteQuestion): WhyNot | null {
  return outcome === 'credit' || outcome === 'refund' ? null : why('not_shown_possible');
}

function paid(
  question: QuoteQuestion,
  kind: OptionKind,
  fee: Outcome<FeeQuote, FeeProblem>,
  needs: readonly Need[],
  refused: WhyNot | null,
): Option {
  const whyNot = refused ?? feeRefusal(question, fee);
  const quoted = fee.ok ? fee.value : null;
  if (whyNot !== null || quoted === null) {
    const shown = whyNot?.code === 'fee_exceeds_value' ? quoted : null;
    return { ...nothing(kind), whyNot: whyNot ?? why('fee_unknown'), fee: shown, needs };
  }
  const { calendar } = question.profile;
  const today = dayOf(calendar, question.now);
  return {
    kind,
    permitted: true,
    whyNot: null,
    receives: quoted.inKind ? subtract(question.amount, quoted.total) : question.amount,
    fee: quoted,
    dateFrom: addBusinessDays(calendar, today, quoted.days.min),
    dateTo: addBusinessDays(calendar, today, quoted.days.max),
    needs,
    preselected: false,
  };
}

/** A fee that leaves nothing is never offered; neither is one that can't be stated. */
function feeRefusal(question: QuoteQuestion, fee: Outcome<FeeQuote, FeeProblem>): WhyNot | null {
  if (!fee.ok) return why('fee_unknown', { ...fee.facts, code: fee.code });
  const { total, worth, inKind } = fee.value;
  invariant(!inKind || total.asset === question.amount.asset, 'a fee in kind is of the same asset');
  const limit = inKind ? question.amount : worth;
  if (total.units === 0n || limit === null || total.units < limit.units) return null;
  return why('fee_exceeds_value', { fee: String(total.units), asset: total.asset });
}

function wait(question: QuoteQuestion): Option {
  const possible = question.outcome === 'refund' || question.outcome === 'keep';
  return {
    ...nothing('wait'),
    permitted: possible,
    whyNot: possible ? null : why('nothing_to_wait_for'),
  };
}

function nothing(kind: OptionKind): Option {
  return {
    kind,
    permitted: false,
    whyNot: null,
    receives: null,
    fee: null,
    dateFrom: null,
    dateTo: null,
    needs: [],
    preselected: false,
  };
}

/** The permitted way that leaves most, then costs least, then asks least; waiting only for want of any. */
function preselect(options: readonly Option[]): Option[] {
  const best = options
    .filter((option) => option.permitted)
    .sort(
      (a, b) =>
        descending(a.receives?.units ?? -1n, b.receives?.units ?? -1n) ||
        descending(b.fee?.total.units ?? 0n, a.fee?.total.units ?? 0n) ||
        a.needs.length - b.needs.length,
    )[0];
  return options.map((option) => ({ ...option, preselected: option === best }));
}

function descending(a: bigint, b: bigint): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

function no(permission: Permission): WhyNot | null {
  if (permission.permitted) return null;
  invariant(permission.code !== 'fee_in_kind_not_allowed', 'an outcome is asked for, not a fee');
  return why(permission.code, { source: permission.source });
}

function why(code: WhyNotCode, facts: WhyNot['facts'] = {}): WhyNot {
  return { code, facts };
}
