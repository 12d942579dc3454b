import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { toApproving, walletAddress } from '../../test/whole-desk-acts.ts';
import { must, type StaffName } from '../../test/whole-desk-parts.ts';
import { hourMs, later, minuteMs } from '../std/index.ts';
import { approvePlans, type Claim, rejectPlan, releaseClaim } from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

const digestOf = (claim: Claim) => claim.planDigest ?? '';
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

const yes = (name: StaffName, digests: readonly string[]) =>
  approvePlans(desk.at(name), { digests, approval: desk.approvalOf(name, digests) });

describe('a plan is approved', () => {
  test('by two different people, each with their own device', async () => {
    const claim = await toApproving(desk);
    const digests = [digestOf(claim)];
    expect(codeOf(await yes('support', digests))).toBe('not_permitted');
    expect(codeOf(await yes('treasury', digests))).toBe('done');
    expect((await desk.claim(claim.number)).state).toBe('approving');
    expect(codeOf(await yes('treasury', digests))).toBe('already_decided');
    // Somebody else's signature, or one over another plan, is none.
    const others = desk.approvalOf('appeals', digests);
    expect(codeOf(await approvePlans(desk.at('risk'), { digests, approval: others }))).toBe(
      'signature_invalid',
    );
    const another = desk.approvalOf('risk', ['0'.repeat(64)]);
    expect(codeOf(await approvePlans(desk.at('risk'), { digests, approval: another }))).toBe(
      'signature_invalid',
    );
    expect((await desk.claim(claim.number)).payment).toBeNull();
    expect(codeOf(await yes('risk', digests))).toBe('done');
    expect((await desk.claim(claim.number)).state).toBe('paying');
    await desk.settle();
  });

  test('only with a factor that was shown just now', async () => {
    const claim = await toApproving(desk);
    const digests = [digestOf(claim)];
    const { session, ...rest } = desk.at('risk');
    const stale = {
      ...rest,
      lists: desk.lists,
      session: { ...session, freshAt: later(desk.clock.now(), -6 * minuteMs) },
    };
    const approval = desk.approvalOf('risk', digests);
    expect(codeOf(await approvePlans(stale, { digests, approval }))).toBe('factor_not_fresh');
  });

  test('as it stands: one that was rejected is held, planned anew, and the old yes counts no more', async () => {
    const claim = await toApproving(desk);
    const digest = digestOf(claim);
    expect(codeOf(await yes('treasury', [digest]))).toBe('done');
    const reason = 'The destination should be called first.';
    const held = must(await rejectPlan(desk.at('risk'), { digest, reason }));
    expect(held).toMatchObject({ state: 'held', hold: { code: 'plan_rejected', reason } });
    expect(codeOf(await yes('appeals', [digest]))).toBe('plan_changed');
    const { version } = held;
    must(await releaseClaim(desk.at('risk'), { number: claim.number, version, reason }));
    await desk.run();
    const again = await desk.claim(claim.number);
    // The customer has chosen already, and is not asked again.
    expect(again).toMatchObject({ state: 'approving', choice: claim.choice });
    expect(digestOf(again)).not.toBe(digest);
    expect(codeOf(await yes('treasury', [digest]))).toBe('plan_not_found');
    expect(codeOf(await yes('risk', [digestOf(again)]))).toBe('done');
    expect((await desk.claim(claim.number)).state).toBe('approving');
    expect(codeOf(await yes('treasury', [digestOf(again)]))).toBe('done');
    await desk.settle();
    expect((await desk.claim(claim.number)).state).toBe('returned');
  });

  test('in time: one that nobody approved runs out and is made again by itself', async () => {
    const claim = await toApproving(desk);
    desk.clock.advance(48 * hourMs);
    expect(codeOf(await yes('risk', [digestOf(claim)]))).toBe('plan_expired');
    desk.clock.advance(3_000);
    await desk.run();
    const again = await desk.claim(claim.number);
    expect(again).toMatchObject({ state: 'approving', choice: claim.choice });
    expect(digestOf(again)).not.toBe(digestOf(claim));
    await desk.approve(claim.number);
    await desk.settle();
    expect((await desk.claim(claim.number)).state).toBe('returned');
  });
});

describe('a cluster is approved', () => {
  test('as a whole or not at all: one plan that has changed blocks all', async () => {
    const claims = [
      await toApproving(desk, { customer: 'aiko' }),
      await toApproving(desk, { customer: 'ben' }),
      await toApproving(desk, { customer: 'chen' }),
    ];
    const digests = claims.map(digestOf);
    must(await rejectPlan(desk.at('appeals'), { digest: digests[1] ?? '', reason: 'Not this.' }));
    expect(codeOf(await yes('treasury', digests))).toBe('plan_changed');
    for (const claim of [claims[0], claims[2]] as Claim[]) {
      // Nothing of the refused approval has stayed.
      expect(codeOf(await yes('treasury', [digestOf(claim)]))).toBe('done');
      expect(codeOf(await yes('risk', [digestOf(claim)]))).toBe('done');
    }
    await desk.settle();
    const ends = await Promise.all(
      claims.map(async ({ number }) => (await desk.claim(number)).state),
    );
    expect(ends).toEqual(['returned', 'held', 'returned']);
  });

  test('with one signature by each of two people, and each of its transfers pays once', async () => {
    const homes = (['aiko', 'ben', 'chen'] as const).map((name) => walletAddress(desk, name));
    const balances = () => Promise.all(homes.map((home) => desk.unlisted.units('wbtc', home)));
    const claims = [
      await toApproving(desk, { customer: 'aiko', units: 700_000_000n }),
      await toApproving(desk, { customer: 'ben', units: 700_000_000n }),
      await toApproving(desk, { customer: 'chen', units: 700_000_000n }),
    ];
    expect(new Set(claims.map(({ cluster }) => cluster)).size).toBe(1);
    const before = await balances();
    await desk.approve(...claims.map(({ number }) => number));
    await desk.settle();
    const after = await balances();
    expect(after.map((units, index) => units - (before[index] ?? 0n))).toEqual(
      claims.map(({ choice }) => choice?.units),
    );
  });
});
