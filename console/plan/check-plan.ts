import { checkCredit } from './check-credit.ts';
import { checkReturn } from './check-return.ts';
import { digestOf } from './digest.ts';
import { type Check, type CheckedPlan, check, type Measure, type SentPlan } from './measure.ts';
import type { AnyPlan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import { tellPlan } from './tell-plan.ts';

/**
 * Reads a plan and lays it beside all that is known of its case: the digest computed here, the words
 * composed here, what was found, what the customer accepted. A plan is `sound` when nothing differs;
 * one that is not is never signed.
 */
export function checkPlan(sent: SentPlan, measure: Measure): CheckedPlan {
  const reading = readPlan(sent.kind, sent.raw);
  if (!reading.ok) return { read: null, field: reading.field, sound: false };
  const { read } = reading;
  const digest = digestOf(read);
  const checks = [
    ...(read.kind === 'return' ? checkReturn(read.plan, measure) : checkCredit(read, measure)),
    ...checkCommon(read, measure, sent),
    check('digest', digest, sent.digest),
  ];
  return { read, digest, checks, sound: checks.every(({ ok }) => ok) };
}

function checkCommon(read: AnyPlan, measure: Measure, sent: SentPlan): Check[] {
  const { plan } = read;
  const asset = {
    symbol: measure.found?.symbol ?? '',
    decimals: measure.found?.decimals ?? 0,
  };
  const own = tellPlan(read, asset, measure.language);
  const wordsHere = [own.heading, ...own.lines];
  const wordsThere = [sent.heading, ...sent.lines];
  const at = wordsHere.findIndex((line, index) => line !== wordsThere[index]);
  const same = at < 0 && wordsHere.length === wordsThere.length;
  return [
    check('case', plan.caseNumber, measure.caseNumber),
    check('transfer', plan.transferKey, measure.transferKey ?? ''),
    check('requester', plan.requester, sent.requester),
    check('expiry', plan.expiresAt, sent.expiresAt),
    {
      ...check('open', plan.expiresAt, measure.now.toISOString()),
      ok: new Date(plan.expiresAt) > measure.now,
    },
    {
      ...check('words', wordsHere[at] ?? '', wordsThere[at] ?? wordsThere.at(-1) ?? ''),
      ok: same,
    },
  ];
}
