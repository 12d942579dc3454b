import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amount, assetId, jpy } from '../../money/index.ts';
import { profileOn } from '../../profiles/index.ts';
import {
  convert,
  type FeeModel,
  type FeeQuestion,
  type FeeSchedule,
  quoteFee,
  type Rate,
  readSchedule,
  standardSchedule,
} from './index.ts';
import standardFile from './standard.json' with { type: 'json' };

const usdt = standardSchedule.currency.id;
const wbtc = assetId(`evm:61/token:0x${'b7'.repeat(20)}`);
const coin = assetId('evm:61/native');
const at = new Date('2026-11-22T00:00:00Z');
const day = '2026-11-22';

/** 1 WBTC (8 decimals) = 120,000 USDT (6 decimals) = 18,000,000 JPY; 1 coin (18) = 30 USDT. */
const rates: Rate[] = [
  { from: wbtc, to: usdt, numerator: 1_200n, denominator: 1n, source: 'demo', at },
  { from: wbtc, to: jpy.id, numerator: 18n, denominator: 100n, source: 'demo', at },
  { from: coin, to: usdt, numerator: 30n, denominator: 10n ** 12n, source: 'demo', at },
];

/** One unit of the currency would be more of the asset than can be. */
const worthless: Rate = {
  ...{ from: wbtc, to: usdt, numerator: 1n, denominator: 10n ** 77n, source: 'demo', at },
};

const fiveBitcoin = amount(wbtc, 500_000_000n);

function question(change: Partial<FeeQuestion> = {}): FeeQuestion {
  return {
    schedule: standardSchedule,
    code: 'WRONG_NETWORK_SAME_KEY',
    networkListed: false,
    assetStatus: 'unlisted',
    amount: fiveBitcoin,
    profile: profileOn('open', day),
    rates,
    gasCost: null,
    withdrawalFee: null,
    ...change,
  };
}

/** A schedule of one rule, in whole USDT. */
function only(model: FeeModel): FeeSchedule {
  const rule = standardSchedule.rules[0];
  if (!rule) throw new Error('the standard schedule has rules');
  return { ...standardSchedule, rules: [{ ...rule, codes: ['WRONG_NETWORK_SAME_KEY'], model }] };
}

function feeOf(asked: FeeQuestion): string {
  const quote = quoteFee(asked);
  if (!quote.ok) return quote.code;
  const { fee, tax, inKind } = quote.value;
  return `${fee.units} + ${tax.units} ${inKind ? 'in kind' : fee.asset}`;
}

const tether = (whole: bigint) => whole * 1_000_000n;

describe('the published table', () => {
  // Fees of KuCoin's table in USDT, by what was diagnosed and whether the network is a listed one.
  test.each([
    ['INTERNAL_CONTRACT_TRANSFER', true, 0n],
    ['MEMO_MALFORMED', true, 0n],
    ['MEMO_MISSING', true, 40n],
    ['WITHDRAWAL_BOUNCED', true, 40n],
    ['DEPOSIT_BOUNCED', true, 80n],
    ['UNLISTED_TOKEN', true, 80n],
    ['CONTRACT_MIGRATED', true, 80n],
    ['HOT_WALLET_ADDRESS', true, 80n],
    ['ACCOUNT_DEACTIVATED', true, 80n],
    ['WRONG_NETWORK_SAME_KEY', false, 200n],
    ['UNLISTED_NETWORK', false, 200n],
    ['WRONG_NETWORK_CONTRACT_ADDR', false, 500n],
  ])('%s (listed network: %s) costs %i USDT', (code, networkListed, whole) => {
    const quote = quoteFee(
      question({ code, networkListed, amount: amount(usdt, tether(10_000n)), rates: [] }),
    );
    expect(quote).toMatchObject({ ok: true, value: { fee: amount(usdt, tether(whole)) } });
  });

  test('has no price for what is never paid out', () => {
    for (const code of ['FAKE_TOKEN', 'RISK_HOLD', 'ALREADY_CREDITED', 'NOT_OURS']) {
      expect(quoteFee(question({ code }))).toMatchObject({ code: 'fee_rule_missing' });
    }
  });

  test('is what its file says, and a figure finer than its currency is refused', () => {
    expect(readSchedule(standardFile)).toEqual({ ok: true, value: standardSchedule });
    const finer = structuredClone(standardFile) as { rules: { model: object }[] };
    const rule = finer.rules[2];
    if (rule) rule.model = { kind: 'flat', fee: '0.0000001' };
    expect(readSchedule(finer)).toMatchObject({ ok: false, code: 'fee_schedule_malformed' });
    expect(readSchedule({ ...standardFile, rules: [] })).toMatchObject({ ok: false });
  });
});

describe('each model of fee', () => {
  const percent = (floorUnits: bigint | null, capUnits: bigint | null, basisPoints = 500n) =>
    only({ kind: 'percent', basisPoints, floorUnits, capUnits });

  // In kind, in units of 10^-8 WBTC: 1 USDT = 833.33 units.
  test.each<[string, Partial<FeeQuestion>, string]>([
    ['free', { schedule: only({ kind: 'free' }) }, '0 + 0 in kind'],
    ['flat', { schedule: only({ kind: 'flat', units: tether(200n) }) }, '166666 + 0 in kind'],
    ['percent', { schedule: percent(null, null) }, '25000000 + 0 in kind'],
    ['percent with cap', { schedule: percent(tether(10n), tether(1_000n)) }, '833333 + 0 in kind'],
    [
      'percent with floor',
      { schedule: percent(tether(50n), null), amount: amount(wbtc, 100_000n) },
      '41666 + 0 in kind',
    ],
    [
      'percent, floor and cap that contradict each other',
      { schedule: percent(tether(50n), tether(10n)) },
      '8333 + 0 in kind',
    ],
    [
      'percent above a threshold',
      {
        schedule: only({
          kind: 'percent_above',
          basisPoints: 500n,
          thresholdUnits: tether(120_000n),
        }),
      },
      '20000000 + 0 in kind',
    ],
    [
      'percent above a threshold that is not reached',
      {
        schedule: only({
          kind: 'percent_above',
          basisPoints: 500n,
          thresholdUnits: tether(900_000n),
        }),
      },
      '0 + 0 in kind',
    ],
    [
      'five times the withdrawal fee',
      {
        schedule: only({ kind: 'times_withdrawal_fee', times: 5n }),
        withdrawalFee: amount(wbtc, 30_000n),
      },
      '150000 + 0 in kind',
    ],
    [
      'actual gas',
      {
        schedule: only({ kind: 'actual_gas', capUnits: null }),
        gasCost: amount(coin, 4_000_000_000_000_000n),
      },
      '100 + 0 in kind',
    ],
    [
      'actual gas with a cap',
      {
        schedule: only({ kind: 'actual_gas', capUnits: tether(1n) }),
        gasCost: amount(coin, 10n ** 18n),
      },
      '833 + 0 in kind',
    ],
    [
      'actual gas that nobody measured',
      { schedule: only({ kind: 'actual_gas', capUnits: null }) },
      'fee_base_missing',
    ],
    [
      'a withdrawal fee that is not known',
      { schedule: only({ kind: 'times_withdrawal_fee', times: 5n }) },
      'fee_base_missing',
    ],
    ['flat without a rate', { rates: [] }, 'fee_rate_missing'],
    ['flat by a rate that can’t be right', { rates: [worthless] }, 'fee_rate_missing'],
  ])('%s', (_, change, expected) => {
    expect(feeOf(question(change))).toBe(expected);
  });

  test('keeps whether it is prepaid, and whether it is given back', () => {
    for (const charge of ['on_success', 'prepaid_refundable', 'non_refundable'] as const) {
      const schedule = only({ kind: 'free' });
      const rules = schedule.rules.map((rule) => ({ ...rule, charge }));
      expect(quoteFee(question({ schedule: { ...schedule, rules } }))).toMatchObject({
        value: { charge },
      });
    }
  });
});

describe('a profile decides how a fee is taken', () => {
  test('open takes it in kind, at a rate that is stated', () => {
    const quote = quoteFee(question());
    expect(quote).toMatchObject({
      value: {
        schedule: { version: 'standard/2026-11' },
        fee: amount(wbtc, 166_666n),
        total: amount(wbtc, 166_666n),
        inKind: true,
        worth: fiveBitcoin,
        shareBasisPoints: 4n,
        rates: [{ source: 'demo', at }],
      },
    });
  });

  test('jp never takes an unlisted asset: yen, 10 % tax, an invoice number', () => {
    const quote = quoteFee(question({ profile: profileOn('jp', day) }));
    expect(quote).toMatchObject({
      value: {
        fee: amount(jpy.id, 30_000n),
        tax: amount(jpy.id, 3_000n),
        total: amount(jpy.id, 33_000n),
        inKind: false,
        invoiceNumber: true,
        worth: amount(jpy.id, 90_000_000n),
      },
    });
  });

  test('an asset without a price still has a yen fee, and nothing to compare it with', () => {
    const dollar = {
      from: usdt,
      to: jpy.id,
      numerator: 150n,
      denominator: 1_000_000n,
      source: 'demo',
      at,
    };
    const quote = quoteFee(question({ profile: profileOn('jp', day), rates: [dollar] }));
    expect(quote).toMatchObject({
      value: { fee: amount(jpy.id, 30_000n), worth: null, shareBasisPoints: null },
    });
  });
});

describe('for any amount and rate', () => {
  const units = fc.bigInt({ min: 0n, max: 10n ** 30n });
  const part = fc.bigInt({ min: 1n, max: 10n ** 20n });

  test('a fee never exceeds the published figure, and a capped one its cap', () => {
    fc.assert(
      fc.property(units, part, part, (found, numerator, denominator) => {
        const rate = { from: usdt, to: wbtc, numerator, denominator, source: 'any', at };
        const schedule = only({
          kind: 'percent',
          basisPoints: 1_000n,
          floorUnits: null,
          capUnits: tether(500n),
        });
        const quote = quoteFee(question({ schedule, rates: [rate], amount: amount(wbtc, found) }));
        if (!quote.ok) throw new Error(quote.code);
        const { fee } = quote.value;
        expect(fee.units * denominator <= tether(500n) * numerator).toBe(true);
        expect(fee.units * 10n <= found).toBe(true);
      }),
    );
  });

  test('tax is a tenth, fractions of a yen dropped', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (yen) => {
        const one = { from: usdt, to: jpy.id, numerator: 1n, denominator: 1n, source: 'any', at };
        const schedule = only({ kind: 'flat', units: yen });
        const quote = quoteFee(question({ schedule, rates: [one], profile: profileOn('jp', day) }));
        if (!quote.ok) throw new Error(quote.code);
        expect(quote.value.tax.units).toBe(yen / 10n);
        expect(quote.value.total.units).toBe(yen + yen / 10n);
      }),
    );
  });

  test('conversion forth and back never gains', () => {
    fc.assert(
      fc.property(units, part, part, (found, numerator, denominator) => {
        const rate = { from: wbtc, to: usdt, numerator, denominator, source: 'any', at };
        const there = convert(amount(wbtc, found), usdt, [rate], 'down');
        const back = there && convert(there.amount, wbtc, [rate], 'down');
        expect(back !== null && back.amount.units <= found).toBe(true);
      }),
    );
  });
});
