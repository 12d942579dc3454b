import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  fees,
  planOf,
  requestOf,
  type SignatureRequest,
  type TestSigner,
  testSigner,
  tokenLine,
} from '../test/signer.ts';
import type { Fees, Plan, RefusalCode } from './intent/index.ts';
import { openSigner } from './signer.ts';

/** For tests that try hundreds of variants, on a machine that has other work too. */
const slowMs = 60_000;

let desk: TestSigner;
beforeEach(() => {
  desk = testSigner();
});
afterEach(() => desk.close());

const order = (change: Partial<SignatureRequest> = {}) => requestOf(desk, change);
const storePath = () => join(desk.folder, 'signatures.jsonl');

/** Every ruling holds after a restart too: it comes from the file, not from memory. */
function refused(request: SignatureRequest, code: RefusalCode) {
  const first = desk.signer().sign(request);
  expect(first).toMatchObject({ ok: false, code });
  expect(desk.restart().sign(request)).toEqual(first);
  return first.ok ? {} : first.facts;
}

function signed(request: SignatureRequest) {
  const answer = desk.signer().sign(request);
  expect(answer).toMatchObject({ ok: true });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

const gwei = (maxFee: number, tip: number): Fees => ({
  ...fees,
  maxFeePerGasWei: String(BigInt(maxFee) * 10n ** 7n),
  maxPriorityFeePerGasWei: String(BigInt(tip) * 10n ** 7n),
});

describe('nothing is signed twice', () => {
  test('the same request gets the same bytes, also after a restart and after the plan expired', () => {
    const request = order();
    const first = signed(request);
    const { store } = desk.signer().status();
    desk.clock.now = new Date('2027-06-01T00:00:00.000Z');
    desk.restart();
    expect(signed(request)).toEqual(first);
    expect(desk.signer().status().store).toEqual(store);
  });

  test('a line is signed at one nonce only', () => {
    const request = order({ nonce: 4 });
    const { hash } = signed(request);
    const facts = refused({ ...request, nonce: 5 }, 'line_already_signed');
    expect(facts).toEqual({ nonce: '4', hash });
    refused({ ...request, nonce: 3, fees: gwei(300, 200) }, 'line_already_signed');
  });

  test('a nonce serves one line only', () => {
    signed(order({ nonce: 7 }));
    signed(order({ nonce: 9 }));
    expect(refused(order({ nonce: 7 }), 'nonce_taken')).toEqual({ nonce: '7', highest: '9' });
    // Another line of the same plan and the same sender neither.
    const plan = planOf(desk.cast);
    signed(order({ plan, nonce: 10 }));
    refused(order({ plan, line: 2, nonce: 10 }), 'nonce_taken');
    // Another sender counts for itself, and so does another network.
    signed(order({ line: 0, nonce: 7 }));
    const elsewhere = JSON.parse(
      JSON.stringify(planOf(desk.cast))
        .replaceAll('evm:61', 'evm:1')
        .replace('"chainId":61', '"chainId":1'),
    ) as Plan;
    signed(order({ plan: elsewhere, nonce: 7 }));
  });

  test('a higher fee replaces, up to the cap; a lower one gets what is signed already', () => {
    const request = order({ fees: gwei(100, 100) });
    const first = signed(request);
    const raised = signed({ ...request, fees: gwei(150, 100) });
    expect(raised.hash).not.toBe(first.hash);
    const { store } = desk.restart().status();
    for (const less of [gwei(120, 100), gwei(150, 90), gwei(149, 149), gwei(200, 99)]) {
      expect(signed({ ...request, fees: less })).toEqual(raised);
    }
    const legacy: Fees = { type: 'legacy', gasPriceWei: '2900000000', gasLimit: '100000' };
    expect(signed({ ...request, fees: legacy })).toEqual(raised);
    expect(signed(request)).toEqual(first);
    expect(desk.signer().status().store).toEqual(store);
    refused({ ...request, fees: gwei(301, 100) }, 'fee_above_cap');
    signed({ ...request, fees: gwei(300, 100) });
  });

  test('a fee can not be raised without end', { timeout: slowMs }, () => {
    const request = order();
    for (let raise = 0; raise < 30; raise += 1) signed({ ...request, fees: gwei(200 + raise, 1) });
    refused({ ...request, fees: gwei(300, 1) }, 'attempts_exhausted');
  });

  test('a plan’s id stands for one plan', () => {
    const plan = planOf(desk.cast);
    signed(order({ plan, line: 0 }));
    refused(order({ plan: { ...plan, caseNumber: 'R-2026-000999' } }), 'plan_changed');
  });

  test('a fee in kind is taken only once the return is signed', () => {
    const plan = planOf(desk.cast);
    refused(order({ plan, line: 2, nonce: 1 }), 'line_too_early');
    signed(order({ plan, line: 1, nonce: 0 }));
    signed(order({ plan, line: 2, nonce: 1 }));
  });
});

describe('one transfer pays at most once', () => {
  test('a second plan for it is refused once the first has paid', () => {
    const first = planOf(desk.cast);
    const { transferKey } = first;
    const second = planOf(desk.cast, { transferKey });
    // Gas alone is no payment: until then the first plan may still be given up.
    signed(order({ plan: first, line: 0 }));
    signed(order({ plan: second, line: 1 }));
    expect(refused(order({ plan: first, line: 1, nonce: 1 }), 'transfer_already_paid')).toEqual({
      plan: second.id,
    });
  });

  test('a sweep pays too: what was credited is not returned as well', () => {
    const lines = [tokenLine(desk.cast, 'sweep', desk.cast.treasury, 500n)];
    const credit = planOf(desk.cast, { lines });
    signed(order({ plan: credit, line: 0 }));
    const { transferKey } = credit;
    refused(order({ plan: planOf(desk.cast, { transferKey }), nonce: 1 }), 'transfer_already_paid');
  });

  test('an application that lost a day is told the same', () => {
    // Its database restored from yesterday: it knows no payment, reserves nonce 0 anew, has new
    // approvals for a new plan. Everything about the request is in order but the past.
    const paid = planOf(desk.cast);
    signed(order({ plan: paid }));
    desk.restart();
    const again = planOf(desk.cast, { transferKey: paid.transferKey });
    refused(order({ plan: again }), 'transfer_already_paid');
    // The old plan, found again, gets its old bytes, also when gas has become cheaper.
    expect(signed(order({ plan: paid, fees: gwei(10, 10) })).fees).toEqual(fees);
  });

  test('a release signed with the root key frees the transfer, and ends the plan for good', () => {
    const failed = planOf(desk.cast);
    const { transferKey } = failed;
    const next = planOf(desk.cast, { transferKey });
    signed(order({ plan: failed }));
    refused(order({ plan: next, nonce: 1 }), 'transfer_already_paid');
    desk.changePolicy((policy) => ({
      ...policy,
      releases: [{ plan: failed.id, because: 'reverted at nonce 0, seen final by two people' }],
    }));
    signed(order({ plan: next, nonce: 1 }));
    refused(order({ plan: failed, line: 2, nonce: 2 }), 'plan_released');
    refused(order({ plan: failed, fees: gwei(300, 100) }), 'plan_released');
    const third = planOf(desk.cast, { transferKey });
    expect(refused(order({ plan: third, nonce: 3 }), 'transfer_already_paid')['plan']).toBe(
      next.id,
    );
  });
});

describe('limits a day', () => {
  const limit = (perDayUnits: string) =>
    desk.changePolicy((policy) => ({
      ...policy,
      limits: {
        ...policy.limits,
        assets: {
          [`evm:61/token:${desk.cast.token}`]: { perTransactionUnits: '500000000', perDayUnits },
        },
      },
    }));

  test('are counted by the signer, over restarts, until a day has passed', () => {
    limit('1000000000');
    const request = order({ nonce: 0 });
    signed(request);
    desk.clock.now = new Date('2026-11-22T18:00:00.000Z');
    signed(order({ nonce: 1 }));
    const third = order({ nonce: 2 });
    expect(refused(third, 'day_limit_reached')['limit']).toBe('1000000000');
    // Raising a fee moves nothing more.
    signed({ ...request, fees: gwei(300, 100) });
    // A clock that is put back frees nothing.
    desk.clock.now = new Date('2026-11-20T00:00:00.000Z');
    refused(third, 'day_limit_reached');
    desk.clock.now = new Date('2026-11-23T09:00:00.000Z');
    signed(third);
    refused(order({ nonce: 3 }), 'day_limit_reached');
  });

  test('for an asset without limits of its own the lines are counted', () => {
    desk.changePolicy((policy) => ({
      ...policy,
      limits: { ...policy.limits, otherAssets: { ...policy.limits.otherAssets, linesPerDay: 2 } },
    }));
    signed(order({ nonce: 0 }));
    signed(order({ nonce: 1 }));
    refused(order({ nonce: 2 }), 'day_limit_reached');
  });

  test('a clock that is put back does not bring an expired plan back to life', () => {
    const plan = planOf(desk.cast, { expiresAt: '2026-11-22T10:00:00.000Z' });
    desk.clock.now = new Date('2026-11-22T11:00:00.000Z');
    signed(order({ nonce: 0 }));
    desk.clock.now = new Date('2026-11-22T09:00:00.000Z');
    refused(order({ plan, nonce: 1 }), 'plan_expired');
  });
});

describe('the file', () => {
  test('a last line that a crash left unfinished, at any byte, is cut off', {
    timeout: slowMs,
  }, () => {
    const request = order();
    const { store } = desk.signer().status();
    const before = readFileSync(storePath());
    const { hash } = signed(request);
    const after = readFileSync(storePath());
    for (let size = before.length + 1; size < after.length; size += 37) {
      desk.signer().close();
      writeFileSync(storePath(), after.subarray(0, size));
      const signer = openSigner({ folder: desk.folder, now: () => desk.clock.now });
      expect(signer.cutBytes).toBe(size - before.length);
      expect(signer.status().store).toEqual(store);
      expect(readFileSync(storePath())).toEqual(before);
      signer.close();
      desk.restart();
    }
    // What was never answered for may be signed; being deterministic it is even the same.
    expect(signed(request).hash).toBe(hash);
  });

  test('any other damage stops the signer, and it says where', { timeout: slowMs }, () => {
    signed(order({ nonce: 0 }));
    signed(order({ nonce: 1 }));
    const whole = readFileSync(storePath(), 'utf8');
    const lines = whole.trimEnd().split('\n');
    const damaged: [string, string][] = [
      ['a byte changed', whole.replace('"nonce":0', '"nonce":8')],
      ['a line gone', `${[lines[0], lines[2]].join('\n')}\n`],
      ['lines exchanged', `${[lines[0], lines[2], lines[1]].join('\n')}\n`],
      ['a line twice', `${whole}${lines[2]}\n`],
      ['a line that is not JSON', `${whole}{}\n`],
      ['an empty line', `${whole}\n`],
      ['zeros where the last line was', `${lines.slice(0, 2).join('\n')}\n${'\0'.repeat(90)}\n`],
    ];
    for (const [what, text] of damaged) {
      desk.signer().close();
      writeFileSync(storePath(), text);
      expect(() => desk.restart(), what).toThrow(/damaged at entry \d/);
      writeFileSync(storePath(), whole);
      desk.restart();
    }
    expect(desk.signer().status().store.sequence).toBe(3);
  });

  test('a file that somebody else wrote to is not written to any more', () => {
    signed(order({ nonce: 0 }));
    appendFileSync(storePath(), 'x');
    expect(() => desk.signer().sign(order({ nonce: 1 }))).toThrow('somebody else');
    truncateSync(storePath(), readFileSync(storePath()).length - 1);
    // Not even when it looks well again: what is on the disk is known only after a restart.
    expect(() => desk.signer().sign(order({ nonce: 1 }))).toThrow('restart the signer');
    desk.restart();
    signed(order({ nonce: 1 }));
  });

  test('an entry names the case, the approvers and the bytes', () => {
    const request = order();
    const { rawTransaction } = signed(request);
    const text = readFileSync(storePath(), 'utf8');
    const entry = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as { entry: object };
    expect(entry.entry).toMatchObject({
      caseNumber: request.plan.caseNumber,
      transferKey: request.plan.transferKey,
      requester: request.plan.requester,
      approvers: [{ person: 'staff-a' }, { person: 'staff-b' }],
      amount: '495000000',
      rawTransaction,
    });
  });
});
