import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jpy } from '../money/index.ts';
import {
  addBusinessDays,
  addDays,
  dayOf,
  formatDay,
  holidaysBetween,
  isBusinessDay,
  japan,
  nextBusinessDay,
  type PermittedOutcomes,
  type ProfileName,
  permittedOutcomes,
  profileOn,
  profiles,
  staleEntries,
  target,
  weekdays,
} from './index.ts';

/** The day on which this edition was last read through; moved with each release. */
const lookedThroughOn = '2026-11-22';

describe('a profile', () => {
  test('has no entry that nobody has looked up for a year', () => {
    expect(staleEntries(lookedThroughOn)).toEqual([]);
    expect(staleEntries('2030-01-01').length).toBeGreaterThan(0);
  });

  test('says something on every topic, with a source, on the day it is read', () => {
    for (const name of Object.keys(profiles) as ProfileName[]) {
      for (const entry of Object.values(profileOn(name, lookedThroughOn).sources)) {
        expect(entry.source.length, `${name}: ${entry.rule}`).toBeGreaterThan(5);
        expect(entry.verifiedBy).not.toBe('');
      }
    }
  });

  test('knows no rule before its time', () => {
    expect(() => profileOn('jp', '2019-01-01')).toThrow('says something about');
  });

  const cases: [ProfileName, 'listed' | 'listed_elsewhere' | 'unlisted', string][] = [
    ['open', 'listed', 'credit return wait feeInKind'],
    ['open', 'unlisted', 'return wait feeInKind'],
    ['open', 'listed_elsewhere', 'return wait feeInKind'],
    ['jp', 'listed', 'credit return wait'],
    ['jp', 'unlisted', 'return wait'],
    ['eu', 'unlisted', 'return wait'],
  ];
  test.each(cases)('%s permits for an asset that is %s: %s', (name, assetStatus, permitted) => {
    expect(permittedBy(permittedOutcomes(profileOn(name, lookedThroughOn), { assetStatus }))).toBe(
      permitted,
    );
  });

  test('in Japan takes the fee in yen with 10 % consumption tax and an invoice number', () => {
    const { rules } = profileOn('jp', lookedThroughOn);
    expect(rules.feeCurrency).toEqual(jpy);
    expect(rules.feeTax).toMatchObject({ basisPoints: 1_000n, invoiceNumber: true });
  });
});

function permittedBy(outcomes: PermittedOutcomes): string {
  return Object.entries(outcomes)
    .filter(([, permission]) => permission.permitted)
    .map(([outcome]) => outcome)
    .join(' ');
}

describe('a calendar', () => {
  test('answers a customer of Sunday night for the Tuesday after a public holiday', () => {
    // 22 November 2026, 3 in the morning in Tokyo; Monday the 23rd is 勤労感謝の日.
    const sunday = dayOf(japan, new Date('2026-11-21T18:00:00Z'));
    expect(sunday).toBe('2026-11-22');
    const day = nextBusinessDay(japan, sunday);
    expect(formatDay(day, 'ja')).toBe('11月24日(火)');
    expect(formatDay(day, 'en')).toBe('Tue 24 Nov');
    expect(holidaysBetween(japan, sunday, day).map(({ ja }) => ja)).toEqual(['勤労感謝の日']);
  });

  test.each([
    [japan, '2026-05-01', '2026-05-07'],
    [japan, '2026-09-18', '2026-09-24'],
    [japan, '2026-12-30', '2027-01-04'],
    [target, '2026-04-02', '2026-04-07'],
    [weekdays, '2026-11-20', '2026-11-23'],
  ])('%#: after %o comes', (calendar, day, next) => {
    expect(nextBusinessDay(calendar, day)).toBe(next);
  });

  test('counts any number of business days, each later than the one before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 30 }),
        (from, count) => {
          const day = addDays('2026-01-01', from);
          const reached = addBusinessDays(japan, day, count);
          expect(isBusinessDay(japan, reached)).toBe(true);
          expect(addBusinessDays(japan, reached, 1) > reached).toBe(true);
          let passed = 0;
          for (let at = addDays(day, 1); at <= reached; at = addDays(at, 1)) {
            if (isBusinessDay(japan, at)) passed += 1;
          }
          if (isBusinessDay(japan, day) || count > 0) expect(passed).toBe(count);
        },
      ),
    );
  });
});
