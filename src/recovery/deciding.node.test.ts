import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { lose, prove, toApproving, toQuotedAtAnothers } from '../../test/whole-desk-acts.ts';
import { must } from '../../test/whole-desk-parts.ts';
import { balanceOf, compensationExpense, trialBalance } from '../ledger/index.ts';
import { assetId } from '../money/index.ts';
import { address } from '../networks/index.ts';
import {
  appeal,
  approvePlans,
  type ClaimNumber,
  choose,
  correctDiagnosis,
  decideAppeal,
  holdClaim,
  offerCompensation,
  refuseClaim,
  releaseClaim,
} from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

const reason = 'Looked into by telephone.';
const stranger = address('0x00000000000000000000000000000000000a11ce');

/** What a person at the desk sends: the claim as it is now on their screen. */
async function step(number: string) {
  const { version } = await desk.claim(number);
  return { number, version, reason };
}

/** A transfer that has nothing to do with the exchange: refused by the machine. */
const refused = async () =>
  await desk.file('ben', await lose(desk, { customer: 'ben', to: stranger, on: 'ethereum' }));

const overturned = (number: string) =>
  desk.database
    .selectFrom('overturned_diagnoses')
    .select(['machine_code', 'person_code'])
    .where('claim_number', '=', number)
    .execute();

describe('a person holds', () => {
  test('and lets go: Kaeru looks afresh', async () => {
    const { number } = await desk.file('aiko', await lose(desk));
    const held = must(await holdClaim(desk.at('support'), await step(number)));
    expect(held).toMatchObject({ state: 'held', hold: { code: 'person', reason } });
    expect(await choose(desk.as('aiko'), { number, option: 'wait' })).toMatchObject({
      code: 'nothing_to_choose',
    });
    must(await releaseClaim(desk.at('risk'), await step(number)));
    await desk.run();
    expect((await desk.claim(number)).state).toBe('quoted');
  });

  test('not without a reason, not on an old screen, not without the role', async () => {
    const { number, version } = await desk.file('aiko', await lose(desk));
    const { at } = desk;
    const codes = [
      await holdClaim(at('support'), { number, version, reason: '  ' }),
      await holdClaim(at('support'), { number, version: version - 1, reason }),
      await holdClaim(at('treasury'), { number, version, reason }),
      await releaseClaim(at('risk'), { number, version, reason }),
    ].map((one) => (one.ok ? 'done' : one.code));
    expect(codes).toEqual([
      'reason_missing',
      'claim_changed',
      'not_permitted',
      'step_not_possible',
    ]);
  });

  test('never a payment: that is stopped and resumed by its own rules', async () => {
    const { number } = await toApproving(desk);
    await desk.approve(number);
    expect(await holdClaim(desk.at('support'), await step(number))).toMatchObject({
      code: 'step_not_possible',
    });
    await desk.settle();
    expect((await desk.claim(number)).state).toBe('returned');
  });
});

describe('a refusal', () => {
  test('is appealed, and judged by nobody who had a hand in it', async () => {
    const { number } = await desk.file('aiko', await lose(desk));
    must(await holdClaim(desk.at('risk'), await step(number)));
    must(await refuseClaim(desk.at('risk'), await step(number)));
    must(await appeal(desk.as('aiko'), { number, said: 'It is mine.' }));
    expect(await desk.told(number)).toContain('claim.appealed');
    const own = await decideAppeal(desk.at('risk'), {
      ...(await step(number)),
      decision: 'uphold',
    });
    expect(own).toMatchObject({ code: 'refused_by_same_person' });
    const other = { ...(await step(number)), decision: 'uphold' as const };
    expect(must(await decideAppeal(desk.at('appeals'), other)).state).toBe('refused');
    // A second appeal is not judged by whoever judged the first.
    must(await appeal(desk.as('aiko'), { number, said: 'Please look once more.' }));
    const again = await decideAppeal(desk.at('appeals'), { ...other, ...(await step(number)) });
    expect(again).toMatchObject({ code: 'refused_by_same_person' });
    const overturns = { ...(await step(number)), decision: 'overturn' as const };
    const held = must(await decideAppeal(desk.at('compensation'), overturns));
    expect(held).toMatchObject({ state: 'held', hold: { code: 'overturned' }, closure: null });
    must(await releaseClaim(desk.at('risk'), await step(number)));
    await desk.run();
    expect((await desk.claim(number)).state).toBe('quoted');
  });

  test('by the machine is overturned and then corrected, not answered the same way again', async () => {
    const { number, state, closure } = await refused();
    expect({ state, code: closure?.code }).toEqual({ state: 'refused', code: 'NOT_OURS' });
    must(await appeal(desk.as('ben'), { number, said: 'That address was on your page.' }));
    const overturns = { ...(await step(number)), decision: 'overturn' as const };
    must(await decideAppeal(desk.at('risk'), overturns));
    const correction = {
      ...(await step(number)),
      code: 'RETIRED_ADDRESS' as const,
      outcome: 'keep' as const,
    };
    must(await correctDiagnosis(desk.at('support'), correction));
    await desk.run();
    const kept = await desk.claim(number);
    expect(kept.state).toBe('kept');
    expect(kept.correction).toMatchObject({ code: 'RETIRED_ADDRESS', reason });
    // The machine's own answer stays beside it, and is counted.
    expect(kept.diagnosis?.found[0]?.transfers[0]?.reasons[0]?.code).toBe('NOT_OURS');
    expect(await overturned(number)).toEqual([
      { machine_code: 'NOT_OURS', person_code: 'RETIRED_ADDRESS' },
    ]);
  });
});

describe('a correction', () => {
  test('that comes too late, or says what the machine said, counts as none', async () => {
    const { number } = await toApproving(desk);
    const late = {
      ...(await step(number)),
      code: 'NOT_OURS' as const,
      outcome: 'refuse' as const,
    };
    expect(await correctDiagnosis(desk.at('support'), late)).toMatchObject({
      code: 'step_not_possible',
    });
    expect(await overturned(number)).toEqual([]);
    const second = await desk.file('ben', await lose(desk, { customer: 'ben' }));
    const same = {
      ...(await step(second.number)),
      code: 'WRONG_NETWORK_SAME_KEY' as const,
      outcome: 'refund' as const,
    };
    must(await correctDiagnosis(desk.at('support'), same));
    expect(await overturned(second.number)).toEqual([]);
  });

  test('opens what the machine had closed, and whoever made it does not approve the plan', async () => {
    const { number } = await desk.file('chen', await lose(desk, { customer: 'chen' }));
    const correction = {
      ...(await step(number)),
      code: 'RETIRED_ADDRESS' as const,
      outcome: 'refund' as const,
    };
    must(await correctDiagnosis(desk.at('support'), correction));
    await desk.run();
    must(await choose(desk.as('chen'), { number, option: 'return_to_source' }));
    await prove(desk, 'chen', number);
    await desk.run();
    const { plan, state } = await desk.claim(number);
    expect(state).toBe('approving');
    // The signer knows it as well: it is in the plan that it checks.
    expect(plan?.plan.requester).toBe(desk.staff.support);
  });
});

describe('a dead address', () => {
  test('is compensated from the house’s own funds, by two who did not offer it', async () => {
    const dead = address('0x000000000000000000000000000000000000dead');
    const on = 'ethereum' as const;
    const { number, state } = await desk.file('aiko', await lose(desk, { to: dead, on }));
    expect(state).toBe('reviewing');
    const units = 500_000_000n;
    const by = desk.at('compensation');
    expect(
      await offerCompensation(by, { ...(await step(number)), units: units + 1n }),
    ).toMatchObject({
      code: 'compensation_too_high',
    });
    must(await offerCompensation(by, { ...(await step(number)), units }));
    await desk.run();
    const { planDigest, plan } = await desk.claim(number);
    expect(plan).toMatchObject({
      kind: 'compensate',
      plan: { requester: desk.staff.compensation },
    });
    const digests = [planDigest ?? ''];
    // Were the one who offered it an approver too, their yes would not count.
    const asApprover = {
      ...by,
      actor: { kind: 'staff' as const, id: desk.staff.compensation, roles: ['treasury' as const] },
    };
    const { session } = by;
    const own = await approvePlans(
      { ...asApprover, session: { ...session, actor: asApprover.actor } } as never,
      { digests, approval: desk.approvalOf('compensation', digests) },
    );
    expect(own).toMatchObject({ ok: false, code: 'approver_is_requester' });
    await desk.approve(number);
    await desk.settle();
    expect((await desk.claim(number)).state).toBe('compensated');
    const asset = assetId(`evm:1/token:${desk.ethereum.at('wbtc')}`);
    expect(await balanceOf(desk.database, compensationExpense, asset)).toBe(units);
    expect((await trialBalance(desk.database)).balances).toBe(true);
  });
});

test('at another customer’s address it is returned to the proven sender, once the other agrees', async () => {
  const claim = await toQuotedAtAnothers(desk, 'ben', 'chen', 10n ** 18n);
  expect(claim).toMatchObject({ state: 'quoted' });
  expect(claim.cluster).toContain('OTHER_USERS_ADDRESS');
  const { number } = claim;
  must(await choose(desk.as('ben'), { number, option: 'return_to_source' }));
  await desk.run();
  await desk.approve(number);
  await desk.settle();
  expect((await desk.claim(number as ClaimNumber)).state).toBe('returned');
});
