import { type Check, check, type Measure } from './measure.ts';
import type { AnyPlan } from './plan.ts';

type Credit = Extract<AnyPlan, { kind: 'credit' | 'compensate' }>;

/** A credit gives what was accepted, of what was found, to the one who filed. */
export function checkCredit({ kind, plan }: Credit, measure: Measure): Check[] {
  const { found, choice, customer, feeUnits } = measure;
  const isCompensation = kind === 'compensate';
  const kept = isCompensation ? '0' : (feeUnits ?? plan.feeUnits);
  const together = BigInt(plan.units) + BigInt(plan.feeUnits);
  const lost = found ? BigInt(found.units) : 0n;
  return [
    check('asset', plan.asset, found?.asset ?? ''),
    check('amount', plan.units, choice?.units ?? ''),
    check('fee', plan.feeUnits, kept),
    {
      ...check('whole', together.toString(), lost.toString()),
      // Of a compensation the found amount is the most; of a credit it is all of it.
      ok: isCompensation ? together <= lost : together === lost,
    },
    ...(customer === null ? [] : [check('customer', plan.customer, customer)]),
  ];
}
