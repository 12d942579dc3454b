import type { AnyPlan } from './plan.ts';

/** A plan from outside, read; or the first field of it that is not as it must be. */
export type PlanReading =
  | { readonly ok: true; readonly read: AnyPlan }
  | { readonly ok: false; readonly field: string };

/** Says where a value is wrong, or null. */
type Rule = (value: unknown, at: string) => string | null;

const linesMax = 8;
const wordMax = 2n ** 256n - 1n;
const indexMax = 2 ** 31 - 1;

/**
 * Reads a plan strictly: every field there is, in its one spelling, and none besides. A field that is
 * not known here would be signed unseen, so it stops the reading.
 */
export function readPlan(kind: string, raw: unknown): PlanReading {
  const rule = kind === 'return' ? returnRule : isCredit(kind) ? creditRule : null;
  if (!rule) return { ok: false, field: 'kind' };
  const field = rule(raw, '');
  return field === null
    ? { ok: true, read: { kind, plan: raw } as AnyPlan }
    : { ok: false, field: field || 'plan' };
}

function isCredit(kind: string): boolean {
  return kind === 'credit' || kind === 'compensate';
}

function is(test: (value: unknown) => boolean): Rule {
  return (value, at) => (test(value) ? null : at);
}

function text(pattern: RegExp, more: (value: string) => boolean = () => true): Rule {
  return is((value) => typeof value === 'string' && pattern.test(value) && more(value));
}

function whole(min: number, max: number): Rule {
  return is((value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max);
}

function record(fields: Readonly<Record<string, Rule>>): Rule {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return at;
    const path = (name: string) => (at ? `${at}.${name}` : name);
    const stray = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    if (stray !== undefined) return path(stray);
    for (const [name, rule] of Object.entries(fields)) {
      const fault = rule((value as Record<string, unknown>)[name], path(name));
      if (fault !== null) return fault;
    }
    return null;
  };
}

function list(rule: Rule, max: number): Rule {
  return (value, at) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > max) return at;
    for (const [index, one] of value.entries()) {
      const fault = rule(one, `${at}.${index}`);
      if (fault !== null) return fault;
    }
    return null;
  };
}

const address = text(/^0x[0-9a-f]{40}$/);
const units = text(/^(0|[1-9]\d{0,77})$/, (value) => BigInt(value) <= wordMax);
const asset = text(/^evm:[1-9]\d*\/(native|token:0x[0-9a-f]{40})$/);
const instant = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, (value) => {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
});

const common = {
  version: is((value) => value === 1),
  id: text(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  caseNumber: text(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/),
  requester: text(/^[A-Za-z0-9][A-Za-z0-9._@:-]{0,99}$/),
  transferKey: text(
    /^evm:[1-9]\d*\/0x[0-9a-f]{64}\/(native|log:(0|[1-9]\d*)(\/(0|[1-9]\d*))?|inner:(0|[1-9]\d*)(\.(0|[1-9]\d*))*)$/,
    (value) => value.length <= 8_000,
  ),
  expiresAt: instant,
} as const;

const keyPath = text(
  /^m\/44'\/60'\/(0|[1-9]\d{0,9})'\/(0|[1-9]\d{0,9})\/(0|[1-9]\d{0,9})$/,
  (value) =>
    value
      .replaceAll("'", '')
      .split('/')
      .slice(1)
      .every((part) => Number(part) <= indexMax),
);

const lineRule = record({
  purpose: is((value) => value === 'gas' || value === 'return' || value === 'sweep'),
  from: address,
  key: keyPath,
  to: address,
  valueWei: units,
  data: text(/^0x([0-9a-f]{2}){0,512}$/),
  feeWeiMax: units,
  shows: record({
    asset,
    symbol: text(/^[\p{L}\p{N}\p{P}\p{S}]{1,32}$/u),
    decimals: whole(0, 255),
    amount: units,
    recipient: address,
  }),
});

const returnRule = record({
  ...common,
  network: record({ chainId: whole(1, Math.floor(Number.MAX_SAFE_INTEGER / 2) - 36) }),
  lines: list(lineRule, linesMax),
});

const creditRule = record({
  ...common,
  customer: is((value) => typeof value === 'string' && value !== '' && value.length <= 200),
  asset: is((value) => typeof value === 'string' && value !== '' && value.length <= 200),
  units,
  feeUnits: units,
});
