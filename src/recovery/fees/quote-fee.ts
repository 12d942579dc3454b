import { type Amount, add, amount, basisPoints, scale } from '../../money/index.ts';
import { type AssetStatus, type Profile, permittedOutcomes } from '../../profiles/index.ts';
import { done, invariant, type Outcome, refuse } from '../../std/index.ts';
import { convert } from './convert.ts';
import type { FeeBecause, FeeQuote, FeeRule, FeeSchedule, Rate } from './schedule.ts';

/** What is asked of a price list. */
export interface FeeQuestion {
  readonly schedule: FeeSchedule;
  /** The reason that decides, of the diagnosis. */
  readonly code: string;
  readonly networkListed: boolean;
  readonly assetStatus: AssetStatus;
  /** What was found, and would be returned but for a fee. */
  readonly amount: Amount;
  readonly profile: Profile;
  readonly rates: readonly Rate[];
  /** What the network itself is expected to take, in its coin; null where it is not known. */
  readonly gasCost: Amount | null;
  /** The exchange's ordinary fee for withdrawing this asset; null where it has none. */
  readonly withdrawalFee: Amount | null;
}

export type FeeProblem = 'fee_rule_missing' | 'fee_rate_missing' | 'fee_base_missing';

/**
 * The price of a recovery: by the first rule of the schedule for this diagnosis, taken in kind where
 * the profile allows it, else in the profile's currency, with its tax.
 *
 * Exact. Every division is rounded down, in the customer's favour, except the share that is compared
 * with a limit. Refuses rather than guesses when a rate or a base is missing.
 */
export function quoteFee(question: FeeQuestion): Outcome<FeeQuote, FeeProblem> {
  const { schedule, profile } = question;
  const rule = ruleFor(question);
  if (!rule) return refuse('fee_rule_missing', { code: question.code, schedule: schedule.id });
  const permitted = permittedOutcomes(profile, question);
  const inKind = permitted.feeInKind.permitted;
  const asset = inKind ? question.amount.asset : profile.rules.feeCurrency.id;
  const worth = convert(question.amount, asset, question.rates, 'down');
  const price = priceOf(rule, question, asset, worth?.amount ?? null);
  if (!price.ok) return price;
  const { fee, rates } = price.value;
  const { feeTax } = profile.rules;
  const tax = amount(asset, scale(fee.units, feeTax.basisPoints, basisPoints, feeTax.rounding));
  const total = add(fee, tax);
  invariant(fee.asset === asset && total.asset === asset, 'a fee is in one asset');
  return done({
    schedule: { id: schedule.id, version: schedule.version },
    rule: rule.id,
    model: rule.model,
    charge: rule.charge,
    fee,
    tax,
    total,
    inKind,
    invoiceNumber: feeTax.invoiceNumber && total.units > 0n,
    worth: worth?.amount ?? null,
    shareBasisPoints: worth ? shareOf(total.units, worth.amount.units) : null,
    days: rule.days,
    purpose: rule.purpose,
    rates: [...new Set([...rates, ...(worth?.rates ?? [])])],
    because: becauseOf(question, rule, inKind, rates),
  });
}

function ruleFor(question: FeeQuestion): FeeRule | undefined {
  return question.schedule.rules.find(
    (rule) =>
      rule.codes.includes(question.code) &&
      (rule.networkListed === null || rule.networkListed === question.networkListed),
  );
}

interface Price {
  readonly fee: Amount;
  readonly rates: readonly Rate[];
}

function priceOf(
  rule: FeeRule,
  question: FeeQuestion,
  asset: Amount['asset'],
  worth: Amount | null,
): Outcome<Price, FeeProblem> {
  const { model } = rule;
  switch (model.kind) {
    case 'free':
      return done({ fee: amount(asset, 0n), rates: [] });
    case 'flat':
      return inAsset(question, asset, listPrice(question, model.units));
    case 'times_withdrawal_fee':
      if (question.withdrawalFee === null) {
        return refuse('fee_base_missing', { what: 'withdrawal fee' });
      }
      return inAsset(question, asset, {
        asset: question.withdrawalFee.asset,
        units: question.withdrawalFee.units * model.times,
      });
    case 'actual_gas':
      if (question.gasCost === null) return refuse('fee_base_missing', { what: 'network fee' });
      return limited(
        question,
        asset,
        inAsset(question, asset, question.gasCost),
        null,
        model.capUnits,
      );
    case 'percent':
      if (worth === null) return rateMissing(question, asset);
      return limited(
        question,
        asset,
        done({ fee: shareOfAmount(worth, model.basisPoints), rates: [] }),
        model.floorUnits,
        model.capUnits,
      );
    case 'percent_above': {
      if (worth === null) return rateMissing(question, asset);
      const threshold = inAsset(question, asset, listPrice(question, model.thresholdUnits));
      if (!threshold.ok) return threshold;
      const free = threshold.value.fee.units;
      const above = amount(asset, worth.units > free ? worth.units - free : 0n);
      const fee = shareOfAmount(above, model.basisPoints);
      return done({ fee, rates: threshold.value.rates });
    }
  }
}

function listPrice(question: FeeQuestion, units: bigint): Amount {
  return amount(question.schedule.currency.id, units);
}

function shareOfAmount(of: Amount, share: bigint): Amount {
  return amount(of.asset, scale(of.units, share, basisPoints, 'down'));
}

function inAsset(
  question: FeeQuestion,
  asset: Amount['asset'],
  price: Amount,
): Outcome<Price, FeeProblem> {
  const converted = convert(price, asset, question.rates, 'down');
  if (!converted) return refuse('fee_rate_missing', { from: price.asset, to: asset });
  return done({ fee: converted.amount, rates: converted.rates });
}

function rateMissing(question: FeeQuestion, asset: Amount['asset']) {
  return refuse('fee_rate_missing', { from: question.amount.asset, to: asset });
}

/** At least the floor, at most the cap; the cap wins where the two contradict each other. */
function limited(
  question: FeeQuestion,
  asset: Amount['asset'],
  price: Outcome<Price, FeeProblem>,
  floorUnits: bigint | null,
  capUnits: bigint | null,
): Outcome<Price, FeeProblem> {
  if (!price.ok) return price;
  let { fee, rates } = price.value;
  for (const [limit, kind] of [
    [floorUnits, 'floor'],
    [capUnits, 'cap'],
  ] as const) {
    if (limit === null) continue;
    const bound = inAsset(question, asset, listPrice(question, limit));
    if (!bound.ok) return bound;
    const { units } = bound.value.fee;
    const beyond = kind === 'floor' ? fee.units < units : fee.units > units;
    if (beyond) fee = amount(asset, units);
    rates = [...rates, ...bound.value.rates];
  }
  return done({ fee, rates });
}

/** Rounded up: a share that only just exceeds a limit exceeds it. A fee on nothing is all of it. */
function shareOf(total: bigint, worth: bigint): bigint {
  if (total === 0n) return 0n;
  return worth === 0n ? basisPoints : scale(total, basisPoints, worth, 'up');
}

function becauseOf(
  question: FeeQuestion,
  rule: FeeRule,
  inKind: boolean,
  rates: readonly Rate[],
): FeeBecause[] {
  const { profile, schedule } = question;
  return [
    { fact: 'fee.rule', value: `${rule.id} for ${question.code}`, source: rule.source },
    { fact: 'fee.model', value: `${rule.model.kind}, ${rule.charge}`, source: schedule.version },
    {
      fact: 'fee.in_kind',
      value: inKind ? 'yes' : 'no',
      source: profile.sources.feeInKind.source,
    },
    {
      fact: 'fee.tax',
      value: profile.rules.feeTax.label.en,
      source: profile.sources.feeTax.source,
    },
    ...rates.map((rate) => ({
      fact: 'fee.rate' as const,
      value: `${rate.numerator}/${rate.denominator} ${rate.to} per ${rate.from} at ${rate.at.toISOString()}`,
      source: rate.source,
    })),
  ];
}
