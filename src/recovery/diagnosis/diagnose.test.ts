import { describe, expect, test } from 'vitest';
import { type DiagnosisCase, diagnosisCases } from '../../../test/diagnosis/cases.ts';
import { reference } from '../../../test/diagnosis/reference.ts';
import {
  diagnose,
  type Facts,
  mainReason,
  type Reason,
  type ReasonCode,
  reasonCodes,
} from './index.ts';

/** Every reason that is given anywhere. */
function allReasons(facts: Facts): readonly Reason[] {
  const { found, reasons } = diagnose(facts);
  return [
    ...found.flatMap((one) => [
      ...one.transfers.flatMap((transfer) => transfer.reasons),
      ...one.reasons,
    ]),
    ...reasons,
  ];
}

function check(one: DiagnosisCase): void {
  const main = mainReason(diagnose(one.facts))?.reason;
  expect(main?.code).toBe(one.code);
  expect(main?.outcome).toBe(one.outcome);
  const [first] = main?.because ?? [];
  expect(`${first?.fact}=${first?.value}`).toBe(one.because);
  expect(main?.wouldChange.code).toBe(one.wouldChange);
  expect(main?.because.every(({ source }) => source !== '')).toBe(true);

  const nearMiss = allReasons(one.nearMiss.facts).map(({ code }) => code);
  expect(nearMiss).not.toContain(one.code);
  expect(mainReason(diagnose(one.nearMiss.facts))?.reason.code).toBe(one.nearMiss.instead);
}

describe('each code, and the near miss where it must not appear', () => {
  test.each(diagnosisCases.map((one) => [one.code, one.title, one] as const))(
    '%s: %s',
    (_code, _title, one) => check(one),
  );

  test('no code is without its case', () => {
    const shown = new Set<ReasonCode>(diagnosisCases.map((one) => one.code));
    expect(reasonCodes.filter((code) => !shown.has(code))).toEqual([]);
  });

  test('is told in docs/reference/diagnosis-codes.md', async () => {
    await expect(reference(diagnosisCases)).toMatchFileSnapshot(
      '../../../docs/reference/diagnosis-codes.md',
    );
  });
});
