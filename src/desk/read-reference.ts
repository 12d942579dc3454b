import { permit } from '../access/index.ts';
import type { Context } from '../audit/index.ts';
import { type Amount, formatUnits } from '../money/index.ts';
import type { Network } from '../networks/index.ts';
import { type Entry, profiles } from '../profiles/index.ts';
import { type FeeSchedule, type RecoveryContext, reasonCodes } from '../recovery/index.ts';
import { done, type Outcome } from '../std/index.ts';
import { type Language, reasonTitle } from './what-words.ts';

/** What the desk goes by: nothing of it is changed on a screen. */
export interface Reference {
  /** The networks whose nodes are set, and how many of them have to agree. */
  readonly networks: readonly {
    readonly network: Network;
    readonly nodes: number;
    readonly agreeMin: number;
  }[];
  readonly feeSchedules: readonly ScheduleShown[];
  readonly profiles: readonly {
    readonly id: string;
    readonly label: string;
    readonly version: string;
    /** Whether cases are decided by it here. */
    readonly inForce: boolean;
    readonly entries: readonly ProfileEntry[];
  }[];
  readonly reasons: readonly { readonly code: string; readonly ja: string; readonly en: string }[];
}

/** A price list of one version. */
export interface ScheduleShown {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly currency: string;
  readonly source: string;
  readonly rows: readonly ScheduleRow[];
}

interface ScheduleRow {
  readonly rule: string;
  readonly codes: string;
  readonly price: string;
  readonly charge: string;
  readonly days: string;
  readonly purpose: string;
  readonly source: string;
}

interface ProfileEntry {
  readonly topic: string;
  readonly rule: string;
  readonly value: string;
  readonly source: string;
  readonly from: string;
  readonly to: string | null;
  readonly verifiedOn: string;
  readonly verifiedBy: string;
  readonly sure: string;
}

/** The networks, price lists and profiles in force, each with its version and where it is written. */
export function readReference(
  context: Pick<RecoveryContext, 'chains' | 'schedule' | 'profile'> & Pick<Context, 'actor'>,
  language: Language,
): Outcome<Reference, 'not_permitted'> {
  const permitted = permit(context.actor, 'reference.read');
  if (!permitted.ok) return permitted;
  return done({
    networks: context.chains.all.map(({ network, nodes, agreeMin }) => ({
      ...{ network, agreeMin },
      nodes: nodes.length,
    })),
    feeSchedules: [scheduleShown(context.schedule, language)],
    profiles: Object.values(profiles).map((profile) => ({
      id: profile.name,
      label: profile.label[language],
      version: profile.version,
      inForce: profile.name === context.profile,
      entries: Object.entries(profile.entries).flatMap(([topic, entries]) =>
        entries.map((entry) => entryShown(topic, entry)),
      ),
    })),
    reasons: reasonCodes.map((code) => ({
      code,
      ja: reasonTitle(code, 'ja'),
      en: reasonTitle(code, 'en'),
    })),
  });
}

function scheduleShown(schedule: FeeSchedule, language: Language): ScheduleShown {
  const { id, version, effectiveFrom, effectiveTo, currency, source, rules } = schedule;
  return {
    ...{ id, version, effectiveFrom, effectiveTo, source },
    currency: currency.symbol,
    rows: rules.map((rule) => ({
      rule: rule.id,
      codes: rule.codes.join(', '),
      price: priceOf(rule.model, currency),
      charge: rule.charge,
      days: `${rule.days.min}–${rule.days.max}`,
      purpose: rule.purpose[language],
      source: rule.source,
    })),
  };
}

type Rule = FeeSchedule['rules'][number];

/** `80 USDT`, `2 %, 10–200 USDT`: figures as they are written, with their unit. */
function priceOf(model: Rule['model'], { symbol, decimals }: FeeSchedule['currency']): string {
  const amount = (units: bigint) => `${formatUnits(units, decimals)} ${symbol}`;
  const percent = (points: bigint) => `${formatUnits(points, 2)} %`;
  switch (model.kind) {
    case 'free':
      return amount(0n);
    case 'flat':
      return amount(model.units);
    case 'percent': {
      const floor = model.floorUnits === null ? '' : ` ≥ ${amount(model.floorUnits)}`;
      const cap = model.capUnits === null ? '' : ` ≤ ${amount(model.capUnits)}`;
      return `${percent(model.basisPoints)}${floor}${cap}`;
    }
    case 'percent_above':
      return `${percent(model.basisPoints)} > ${amount(model.thresholdUnits)}`;
    case 'times_withdrawal_fee':
      return `× ${model.times}`;
    case 'actual_gas':
      return model.capUnits === null ? 'gas' : `gas ≤ ${amount(model.capUnits)}`;
  }
}

function entryShown(topic: string, entry: Entry<unknown>): ProfileEntry {
  const { rule, value, source, effectiveFrom, effectiveTo, verifiedOn, verifiedBy, sure } = entry;
  return {
    ...{ topic, rule, source, verifiedOn, verifiedBy, sure },
    value: valueText(value),
    from: effectiveFrom,
    to: effectiveTo,
  };
}

/** A rule's value as text: an amount with its unit, the rest as plain JSON. */
function valueText(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  if (isAmount(value)) return `${value.units} ${value.asset}`;
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'bigint' ? one.toString() : one,
  );
}

function isAmount(value: object): value is Amount {
  return 'asset' in value && 'units' in value;
}
