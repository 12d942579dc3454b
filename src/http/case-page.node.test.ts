import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { toApproving } from '../../test/whole-desk-acts.ts';
import { must, type StaffName } from '../../test/whole-desk-parts.ts';
import { addNote, ChangesHeard, newestChange, readCasePage, readWorklist } from '../desk/index.ts';
import { approvePlans, type Claim, holdClaim, readClaim, rejectPlan } from '../recovery/index.ts';
import { toStoredJson } from '../std/index.ts';
import { type CasePageAnswer, casePageSchema } from './routes/desk-case-schema.ts';
import { presentCase } from './routes/present-case.ts';

let desk: WholeDesk;
let claim: Claim;
beforeAll(async () => {
  desk = await wholeDesk();
  claim = await toApproving(desk);
});
afterAll(() => desk.close());

/** The page as it is sent to this person. */
async function pageFor(
  name: StaffName,
  number: string = claim.number,
  language: 'ja' | 'en' = 'en',
): Promise<CasePageAnswer> {
  const page = must(await readCasePage(desk.at(name), number, language));
  return casePageSchema.parse(presentCase(page, language));
}

const actOf = (page: CasePageAnswer, act: string) => page.acts.find((one) => one.act === act);

async function rowFor(name: StaffName, view: 'mine' | 'team' | 'all' = 'mine') {
  const { actor, database } = desk.at(name);
  const reader = { actor, now: desk.clock.now(), language: 'en' as const };
  const filter = { view, turn: null, states: [], q: null };
  const rows = await readWorklist(database, reader, {
    ...{ ...filter, sort: 'due', after: null, limit: 50 },
  });
  return rows.find((row) => row.number === claim.number);
}

describe('a case that waits for its second yes', () => {
  test('is headed by what happened, and ranks why with the facts that decided', async () => {
    const page = await pageFor('treasury');
    expect(page.case.what).toMatch(/^5 WBTC sent to the customer’s own deposit address, on /);
    const [main] = page.diagnosis?.ranked ?? [];
    expect(main).toMatchObject({ code: 'WRONG_NETWORK_SAME_KEY', outcome: 'refund', main: true });
    expect(main?.because.length).toBeGreaterThan(3);
    for (const one of main?.because ?? []) expect(one).toMatchObject({ at: expect.any(String) });
    expect(main?.wouldChange).toMatch(/\.$/);
    const ruledOut = page.diagnosis?.ruledOut.map(({ code }) => code);
    expect(ruledOut).toContain('ALREADY_CREDITED');
    expect(ruledOut).not.toContain('WRONG_NETWORK_SAME_KEY');
  });

  test('shows the plan as it is signed, what a trial of it did, and what was compared', async () => {
    const { plan, transfers, destination } = await pageFor('treasury');
    expect(plan?.digest).toBe(claim.planDigest);
    expect(plan?.raw).toEqual(JSON.parse(JSON.stringify(claim.plan?.plan)));
    expect(plan?.moves.map(({ purpose }) => purpose)).toEqual(['gas', 'return', 'sweep']);
    expect(plan?.simulation).toMatchObject({ ok: true, moves: [{ purpose: 'return' }, {}] });
    const { gas, gasPriceWei, costWei } = plan?.simulation ?? {
      gas: 0,
      gasPriceWei: 0,
      costWei: 0,
    };
    expect(BigInt(costWei)).toBe(BigInt(gas) * BigInt(gasPriceWei));
    expect(BigInt(gas)).toBeGreaterThan(40_000n);
    expect(plan?.checks.map(({ field }) => field)).toEqual([
      ...['to', 'from', 'amount', 'fee', 'token', 'simulation'],
    ]);
    expect(plan?.checks.every(({ ok }) => ok)).toBe(true);
    expect(destination).toMatchObject({ sameAsSource: true, proof: 'signature' });
    expect(transfers.filter(({ focus }) => focus)).toHaveLength(1);
  });

  test('a plan that pays somebody else is seen not to compare', async () => {
    const stored = await readClaim(desk.database, claim.number);
    const waiting = stored?.plan;
    if (waiting?.kind !== 'return') throw new Error('a return waits');
    const [gas, back, sweep] = waiting.plan.lines;
    if (!gas || !back || !sweep) throw new Error('a return with a fee has three lines');
    const attacker = 'a7'.repeat(20);
    const data = back.data.replace(/[0-9a-f]{40}(?=[0-9a-f]{64}$)/, attacker) as typeof back.data;
    const lines = [gas, { ...back, data }, sweep];
    await desk.database
      .updateTable('claims')
      .set({
        plan: JSON.stringify({
          ...waiting,
          simulation: undefined,
          plan: { ...waiting.plan, lines },
        }),
      })
      .where('number', '=', claim.number)
      .execute();
    try {
      const page = await pageFor('treasury');
      const failed = page.plan?.checks.filter(({ ok }) => !ok).map(({ field }) => field);
      expect(failed).toEqual(['to']);
    } finally {
      await desk.database
        .updateTable('claims')
        .set({ plan: toStoredJson(waiting) })
        .where('number', '=', claim.number)
        .execute();
    }
  });

  test('offers each person what they may do, and says why not of the rest', async () => {
    const treasury = await pageFor('treasury');
    expect(treasury.next).toMatchObject({ act: 'approve', permitted: true, why: null });
    expect(actOf(treasury, 'release')).toMatchObject({
      permitted: false,
      why: 'Not possible while the case is ‘Waiting for approval’.',
    });
    const support = await pageFor('support');
    expect(support.next).toMatchObject({ act: 'approve', permitted: false });
    expect(support.next.why).toBe('Needs Treasury or Risk.');
    for (const one of [...treasury.acts, ...support.acts]) {
      expect(one.permitted).toBe(one.why === null);
    }
  });

  test('is on the list of whoever may approve, until they have', async () => {
    expect(await rowFor('treasury')).toMatchObject({
      next: { act: 'approve', permitted: true },
      approvals: 0,
    });
    expect(await rowFor('compensation')).toBeUndefined();
    const digests = [claim.planDigest ?? ''];
    const approval = desk.approvalOf('treasury', digests);
    const heard = new ChangesHeard(await newestChange(desk.database));
    must(await approvePlans(desk.at('treasury'), { digests, approval }));
    const told = await heard.next(desk.database, desk.clock.now());
    expect(told.map(({ number }) => number)).toContain(claim.number);
    expect(await rowFor('treasury')).toBeUndefined();
    expect(await rowFor('treasury', 'team')).toMatchObject({
      next: { permitted: false, why: expect.stringContaining('approved this already') },
      approvals: 1,
    });
    expect(await rowFor('risk')).toMatchObject({ next: { permitted: true } });
    const page = await pageFor('treasury');
    expect(page.plan?.approvals).toMatchObject([{ name: 'treasury', kind: 'ed25519' }]);
    expect(page.stages.find(({ id }) => id === 'approvals')).toMatchObject({
      state: 'now',
      detail: '1 / 2',
    });
    expect(page.history[0]?.text).toMatch(/^Approved with a device key [0-9a-f]{64}$/);
  });

  test('says nothing of the person: no exchange’s id, no id of ours', async () => {
    must(await addNote(desk.at('support'), { number: claim.number, text: 'called back' }));
    const text = JSON.stringify(await pageFor('support'));
    expect(text).not.toContain('ex-1000');
    expect(text).not.toContain(claim.customer);
    expect(text).toContain('called back');
  });

  test('paid, it shows every transaction, what it cost, and the books', async () => {
    const digests = [claim.planDigest ?? ''];
    const approval = desk.approvalOf('risk', digests);
    must(await approvePlans(desk.at('risk'), { digests, approval }));
    await desk.settle();
    const page = await pageFor('treasury');
    expect(page.case.state).toBe('returned');
    expect(page.payment?.lines).toHaveLength(3);
    for (const line of page.payment?.lines ?? []) {
      expect(line).toMatchObject({ state: 'final', hash: expect.stringMatching(/^0x/) });
      expect(BigInt(line.feeWei ?? 0)).toBeGreaterThan(0n);
    }
    expect(page.money.entries.map(({ template }) => template)).toContain('return-settled');
    expect(page.procedure.every(({ done }) => done)).toBe(true);
    expect(page.next).toEqual({
      act: 'wait',
      label: expect.any(String),
      permitted: false,
      why: null,
    });
  });
});

describe('a case that is held', () => {
  test('keeps its reason from the customer’s own texts, in both languages', async () => {
    const other = await toApproving(desk, { customer: 'ben' });
    const reason = 'Looks like a mule account.';
    must(
      await holdClaim(desk.at('risk'), { number: other.number, version: other.version, reason }),
    );
    const page = await pageFor('risk', other.number);
    expect(page.hold).toMatchObject({ reason, byName: 'risk' });
    expect(JSON.stringify([page.texts, page.claim])).not.toMatch(/mule/);
    expect(page.facts.risk.state).toBe('held');
    expect(page.next).toMatchObject({ act: 'release', permitted: true });
    expect((await pageFor('support', other.number)).next).toMatchObject({ act: 'correct' });
  });

  test('for a plan that was rejected it says by whom and why', async () => {
    const other = await toApproving(desk, { customer: 'chen' });
    const digest = other.planDigest ?? '';
    must(await rejectPlan(desk.at('treasury'), { digest, reason: 'Call them first.' }));
    const page = await pageFor('risk', other.number);
    expect(page.history.map(({ text }) => text)).toContain('Rejected: Call them first.');
    expect(page.stages.find(({ id }) => id === 'accepted')?.state).toBe('done');
  });

  test('is told to nobody who is no staff', async () => {
    const asked = await readCasePage(desk.as('aiko') as never, claim.number, 'ja');
    expect(asked).toMatchObject({ ok: false, code: 'not_permitted' });
  });
});
