import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amount, amount, assetId, jpy } from '../../money/index.ts';
import { profileOn } from '../../profiles/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';
import { type FeeProblem, type FeeQuote, quoteFee, standardSchedule } from '../fees/index.ts';
import {
  buildQuote,
  needWords,
  optionWords,
  type Quote,
  type QuoteQuestion,
  waitAdviceWords,
  waitWords,
  whyNotWords,
} from './index.ts';

const wbtc = assetId(`evm:61/token:0x${'b7'.repeat(20)}`);
const found = amount(wbtc, 500_000_000n);
const open = profileOn('open', '2026-11-22');
const jp = profileOn('jp', '2026-11-22');
/** Sunday, 3:12 in the morning in Tokyo. */
const sundayNight = new Date('2026-11-21T18:12:00Z');

function fee(total: Amount, worth: Amount | null): Outcome<FeeQuote, FeeProblem> {
  const quoted = quoteFee({
    schedule: standardSchedule,
    code: 'CREDIT_MISSED',
    networkListed: true,
    assetStatus: 'listed',
    amount: found,
    profile: open,
    rates: [],
    gasCost: null,
    withdrawalFee: null,
  });
  if (!quoted.ok) throw new Error(quoted.code);
  const share = worth && worth.units > 0n ? (total.units * 10_000n) / worth.units : null;
  const inKind = total.asset === wbtc;
  return done({ ...quoted.value, fee: total, total, worth, shareBasisPoints: share, inKind });
}

function question(change: Partial<QuoteQuestion> = {}): QuoteQuestion {
  const price = fee(amount(wbtc, 166_666n), found);
  return {
    outcome: 'refund',
    amount: found,
    assetStatus: 'unlisted',
    sender: 'wallet',
    profile: open,
    scheduleVersion: 'standard/2026-11',
    fees: { credit: price, return: price },
    wishes: { hurry: 'yes', sensitiveToFees: false },
    now: sundayNight,
    ...change,
  };
}

/** One line an option: `*` is the one chosen at first, a code says why it is greyed out. */
function shown(quote: Quote): string[] {
  return quote.options.map((option) => {
    const mark = option.preselected ? '*' : '';
    if (!option.permitted) return `${option.kind}: ${option.whyNot?.code}`;
    return `${mark}${option.kind}: ${option.receives?.units ?? 'nothing yet'}`;
  });
}

describe('what is offered', () => {
  test.each<[string, Partial<QuoteQuestion>, string[]]>([
    [
      'an unlisted asset, fee in kind',
      {},
      [
        'credit: asset_not_listed',
        '*return_to_source: 499833334',
        'return_to_proven: 499833334',
        'wait: nothing yet',
      ],
    ],
    [
      'a listed asset that was missed: nothing but the credit',
      { outcome: 'credit', assetStatus: 'listed' },
      [
        '*credit: 499833334',
        'return_to_source: credit_is_due',
        'return_to_proven: credit_is_due',
        'wait: nothing_to_wait_for',
      ],
    ],
    [
      'a listed asset in a hot wallet: credit asks least',
      { assetStatus: 'listed' },
      [
        '*credit: 499833334',
        'return_to_source: 499833334',
        'return_to_proven: 499833334',
        'wait: nothing yet',
      ],
    ],
    [
      'jp: the whole amount returns, the fee is in yen',
      {
        profile: jp,
        fees: {
          credit: fee(amount(jpy.id, 33_000n), amount(jpy.id, 90_000_000n)),
          return: fee(amount(jpy.id, 33_000n), amount(jpy.id, 90_000_000n)),
        },
      },
      [
        'credit: asset_not_listed',
        '*return_to_source: 500000000',
        'return_to_proven: 500000000',
        'wait: nothing yet',
      ],
    ],
    [
      'it came from an exchange',
      { sender: 'exchange' },
      [
        'credit: asset_not_listed',
        'return_to_source: source_cannot_receive',
        '*return_to_proven: 499833334',
        'wait: nothing yet',
      ],
    ],
    [
      'a fee of all of it, in kind',
      { fees: { credit: fee(found, found), return: fee(found, found) } },
      [
        'credit: asset_not_listed',
        'return_to_source: fee_exceeds_value',
        'return_to_proven: fee_exceeds_value',
        '*wait: nothing yet',
      ],
    ],
    [
      'a fee in yen above what it is worth',
      {
        profile: jp,
        fees: {
          credit: fee(amount(jpy.id, 33_000n), amount(jpy.id, 900n)),
          return: fee(amount(jpy.id, 33_000n), amount(jpy.id, 900n)),
        },
      },
      [
        'credit: asset_not_listed',
        'return_to_source: fee_exceeds_value',
        'return_to_proven: fee_exceeds_value',
        '*wait: nothing yet',
      ],
    ],
    [
      'no rate for the fee',
      {
        fees: {
          credit: refuse('fee_rate_missing', {}),
          return: refuse('fee_rate_missing', {}),
        },
      },
      [
        'credit: asset_not_listed',
        'return_to_source: fee_unknown',
        'return_to_proven: fee_unknown',
        '*wait: nothing yet',
      ],
    ],
    [
      'kept: nothing but waiting',
      { outcome: 'keep' },
      [
        'credit: not_shown_possible',
        'return_to_source: not_shown_possible',
        'return_to_proven: not_shown_possible',
        '*wait: nothing yet',
      ],
    ],
  ])('%s', (_, change, lines) => {
    expect(shown(buildQuote(question(change)))).toEqual(lines);
  });

  test('dates are business days of the profile: Monday the 23rd is a holiday in Japan', () => {
    const option = buildQuote(question({ profile: jp })).options[1];
    expect(option).toMatchObject({ dateFrom: '2026-11-25', dateTo: '2026-11-26' });
    expect(option?.needs).toEqual(['source_is_own_wallet', 'travel_rule_facts']);
  });

  test('it holds for 72 hours, under the terms it names', () => {
    const quote = buildQuote(question());
    expect(quote.expiresAt).toEqual(new Date('2026-11-24T18:12:00Z'));
    expect(quote.terms).toEqual({ profile: 'open/2026-11-20', schedule: 'standard/2026-11' });
  });
});

describe('waiting is advised', () => {
  const small = {
    credit: fee(amount(wbtc, 6n), amount(wbtc, 100n)),
    return: fee(amount(wbtc, 6n), amount(wbtc, 100n)),
  };
  const free = { credit: fee(amount(wbtc, 0n), found), return: fee(amount(wbtc, 0n), found) };

  test.each<[string, Partial<QuoteQuestion>, string[] | null]>([
    ['not to one who is in a hurry, for a small fee', {}, null],
    ['not to one who is unsure', { wishes: { hurry: 'unsure', sensitiveToFees: false } }, null],
    [
      'to one who is not in a hurry',
      { wishes: { hurry: 'no', sensitiveToFees: false } },
      ['not_in_a_hurry'],
    ],
    [
      'to one who minds the fee',
      { wishes: { hurry: 'yes', sensitiveToFees: true } },
      ['sensitive_to_fees'],
    ],
    ['for a fee above 5 %, in a hurry or not', { fees: small }, ['fee_above_share']],
    [
      'never where it would save nothing',
      { fees: free, wishes: { hurry: 'no', sensitiveToFees: true } },
      null,
    ],
    [
      'never for a plain credit',
      { outcome: 'credit', assetStatus: 'listed', wishes: { hurry: 'no', sensitiveToFees: false } },
      null,
    ],
    [
      'where the fee would eat it all',
      { fees: { credit: fee(found, found), return: fee(found, found) } },
      ['fee_exceeds_value'],
    ],
  ])('%s', (_, change, because) => {
    expect(buildQuote(question(change)).waitAdvice?.because ?? null).toEqual(because);
  });

  test("never without its two 'can't promise' clauses, in either language", () => {
    const { waitAdvice } = buildQuote(
      question({ wishes: { hurry: 'no', sensitiveToFees: false } }),
    );
    expect(waitAdvice?.clauses).toEqual(['cannot_promise_when', 'cannot_promise_whether']);
    if (!waitAdvice) throw new Error('waiting is advised here');
    for (const words of [waitAdviceWords(waitAdvice), waitWords]) {
      expect(words.ja).toContain('いつ対応するか、対応するかどうかは、お約束できません');
      expect(words.en).toContain("can't promise when, or whether");
    }
  });
});

test('for any fee: what arrives and the fee add up, and one way at most is chosen at first', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.constantFrom('credit', 'refund', 'keep', 'compensate', 'refuse', 'wait', 'hold' as const),
      (units, outcome) => {
        const price = fee(amount(wbtc, units), found);
        const quote = buildQuote(question({ outcome, fees: { credit: price, return: price } }));
        for (const option of quote.options) {
          if (option.receives === null || option.fee === null) continue;
          expect(option.receives.units + option.fee.total.units).toBe(found.units);
          expect(option.receives.units > 0n).toBe(true);
        }
        const paying = quote.options.filter((option) => option.permitted && option.kind !== 'wait');
        if (outcome !== 'credit' && outcome !== 'refund') expect(paying).toEqual([]);
        expect(quote.options.filter((option) => option.preselected).length).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('every word is there in both languages, in the house tone', () => {
  for (const table of [optionWords, whyNotWords, needWords]) {
    for (const { ja, en } of Object.values(table)) {
      expect(en).not.toBe('');
      expect(ja).not.toMatch(/弊社|お客様|させていただ|必ず|絶対|保証/);
    }
  }
});
