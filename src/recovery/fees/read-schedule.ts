import { z } from 'zod';
import { assetId, parseUnits } from '../../money/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';
import type { FeeModel, FeeSchedule } from './schedule.ts';

const day = z.iso.date();
const money = z.string().regex(/^\d{1,30}(\.\d{1,18})?$/, 'a plain decimal number, as text');
const words = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });
const share = z.int().min(0).max(10_000);

const model = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('flat'), fee: money }),
  z.strictObject({
    kind: z.literal('percent'),
    basisPoints: share,
    floor: money.nullable(),
    cap: money.nullable(),
  }),
  z.strictObject({ kind: z.literal('percent_above'), basisPoints: share, threshold: money }),
  z.strictObject({ kind: z.literal('times_withdrawal_fee'), times: z.int().min(0).max(1_000) }),
  z.strictObject({ kind: z.literal('actual_gas'), cap: money.nullable() }),
]);

/** A schedule as it stands in its file: figures are decimal texts in whole units of the currency. */
export const scheduleFile = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.string().regex(/^[a-z0-9./-]{1,60}$/),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  currency: z.strictObject({
    asset: z.string(),
    symbol: z.string().min(1),
    decimals: z.int().min(0).max(18),
  }),
  source: z.string().min(1),
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,60}$/),
        codes: z.array(z.string().regex(/^[A-Z_]{2,60}$/)).min(1),
        networkListed: z.boolean().nullable(),
        model,
        charge: z.enum(['on_success', 'prepaid_refundable', 'non_refundable']),
        days: z.strictObject({ min: z.int().min(0).max(400), max: z.int().min(0).max(400) }),
        purpose: words,
        source: z.string().min(1),
      }),
    )
    .min(1)
    .max(500),
});

/** Reads a price list from its file's JSON. Refuses with the place and the first thing wrong. */
export function readSchedule(json: unknown): Outcome<FeeSchedule, 'fee_schedule_malformed'> {
  const parsed = scheduleFile.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('fee_schedule_malformed', {
      place: issue?.path.join('.') ?? '',
      problem: issue?.message ?? 'not a schedule',
    });
  }
  const { $schema: _, currency, rules, ...rest } = parsed.data;
  try {
    return done({
      ...rest,
      currency: { ...currency, id: assetId(currency.asset) },
      rules: rules.map((rule) => ({ ...rule, model: modelOf(rule.model, currency.decimals) })),
    });
  } catch (error) {
    // A figure with more decimals than the currency, or a text that is no asset id.
    return refuse('fee_schedule_malformed', { place: 'rules', problem: String(error) });
  }
}

function modelOf(read: z.infer<typeof model>, decimals: number): FeeModel {
  const units = (text: string): bigint => {
    const parsed = parseUnits(text, decimals);
    if (parsed === null) throw new RangeError(`'${text}' has more than ${decimals} decimals`);
    return parsed;
  };
  const maybe = (text: string | null) => (text === null ? null : units(text));
  switch (read.kind) {
    case 'free':
      return read;
    case 'flat':
      return { kind: 'flat', units: units(read.fee) };
    case 'percent':
      return {
        kind: 'percent',
        basisPoints: BigInt(read.basisPoints),
        floorUnits: maybe(read.floor),
        capUnits: maybe(read.cap),
      };
    case 'percent_above':
      return {
        kind: 'percent_above',
        basisPoints: BigInt(read.basisPoints),
        thresholdUnits: units(read.threshold),
      };
    case 'times_withdrawal_fee':
      return { kind: 'times_withdrawal_fee', times: BigInt(read.times) };
    case 'actual_gas':
      return { kind: 'actual_gas', capUnits: maybe(read.cap) };
  }
}
