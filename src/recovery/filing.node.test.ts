import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmations, type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { lose, prove, toApproving, walletAddress } from '../../test/whole-desk-acts.ts';
import { must } from '../../test/whole-desk-parts.ts';
import { readCase, timeline } from '../cases/index.ts';
import { balanceOf, owedToClaim, trialBalance } from '../ledger/index.ts';
import type { AssetId } from '../money/index.ts';
import { hourMs, minuteMs, secondMs } from '../std/index.ts';
import {
  approvePlans,
  choose,
  fileClaim,
  look,
  quoteDigest,
  refuseClaim,
  releaseClaim,
  takeUpClaim,
  withdrawClaim,
} from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

const wishes = { hurry: 'unsure' as const, sensitiveToFees: false };
const reason = 'Looked into.';

const owed = async (number: string, asset: string) =>
  await balanceOf(desk.database, owedToClaim(number), asset as AssetId);

describe('a claim', () => {
  test('filed twice joins the first, also at the same moment', async () => {
    const hash = await lose(desk);
    const input = { customer: desk.people.aiko, language: 'ja' as const, said: hash, wishes };
    const both = await Promise.all([
      fileClaim(desk.as('aiko'), input),
      fileClaim(desk.as('aiko'), input),
    ]);
    const [one, two] = both.map(must);
    expect(one?.claim.number).toBe(two?.claim.number);
    expect([one?.joined, two?.joined].sort()).toEqual([false, true]);
    await desk.run();
    const later = must(await fileClaim(desk.as('aiko'), input));
    expect(later).toMatchObject({ joined: true, claim: { state: 'quoted' } });
  });

  test('taken back and filed again is a new one, and what is owed goes over to it', async () => {
    const hash = await lose(desk, { units: 300_000_000n });
    const first = await desk.file('aiko', hash);
    const asset = first.quote?.options[1]?.receives?.asset ?? '';
    expect(await owed(first.number, asset)).toBe(300_000_000n);
    must(await withdrawClaim(desk.as('aiko'), first.number));
    const second = await desk.file('aiko', hash);
    expect(second.number).not.toBe(first.number);
    expect(second).toMatchObject({ state: 'quoted', transferKey: first.transferKey });
    expect(await owed(first.number, asset)).toBe(0n);
    expect(await owed(second.number, asset)).toBe(300_000_000n);
    expect((await trialBalance(desk.database)).balances).toBe(true);
  });

  test('is told step by step, and its story is written', async () => {
    const { number } = await toApproving(desk, { customer: 'chen' });
    await desk.approve(number);
    await desk.settle();
    const steps = ['looking', 'quoted', 'proving', 'approving', 'paying', 'returned'];
    expect(await desk.told(number)).toEqual(steps.map((state) => `claim.${state}`));
    const story = await timeline(desk.database, number, 'customer');
    expect(story.map(({ kind }) => kind)).toEqual(
      ['filed', 'answer', 'choose_return', 'prove', 'plan', 'approve', 'settle_return'].map(
        (kind) => `claim.${kind}`,
      ),
    );
    // A wallet that was shown once is not asked for again.
    const again = await toApproving(desk, { customer: 'chen' });
    expect(await desk.told(again.number)).not.toContain('claim.proving');
  });

  test('that waits is looked at again and again, and the customer is told once', async () => {
    await desk.unlisted.automine(false);
    const from = walletAddress(desk, 'ben');
    await desk.unlisted.automine(true);
    await desk.unlisted.mint('wbtc', from, 100_000_000n);
    const hash = await desk.unlisted.callOn('wbtc', from, 'transfer', [
      await desk.depositOf('ben'),
      100_000_000n,
    ]);
    const { number, state, version } = await desk.file('ben', hash);
    expect(state).toBe('waiting');
    for (let look = 0; look < 5; look += 1) {
      desk.clock.advance(20 * secondMs);
      await desk.run();
    }
    expect(await desk.claim(number)).toMatchObject({ state: 'waiting', version });
    expect(await desk.told(number)).toEqual(['claim.looking', 'claim.waiting']);
    expect(await timeline(desk.database, number, 'desk')).toHaveLength(2);
    await desk.unlisted.mine(confirmations);
    desk.clock.advance(20 * secondMs);
    await desk.run();
    expect((await desk.claim(number)).state).toBe('quoted');
    expect(desk.jobs.waiting()).not.toContain('recovery.look');
  });

  test('whose quote has expired gets a new one, and is told so', async () => {
    const { number, quote } = await desk.file('chen', await lose(desk, { customer: 'chen' }));
    desk.clock.advance(73 * hourMs);
    const late = await choose(desk.as('chen'), { number, option: 'return_to_source' });
    expect(late).toMatchObject({ ok: false, code: 'quote_expired' });
    await desk.run();
    const again = await desk.claim(number);
    expect(again.state).toBe('quoted');
    expect(again.quote?.expiresAt.getTime()).toBeGreaterThan(quote?.expiresAt.getTime() ?? 0);
    expect(again.quote?.terms).toEqual(quote?.terms);
    expect(await desk.told(number)).toEqual(['claim.looking', 'claim.quoted', 'claim.quoted']);
  });

  test('is chosen for only with a factor that was shown lately, and only the offer that was seen', async () => {
    const { number, quote } = await desk.file('chen', await lose(desk, { customer: 'chen' }));
    const earlier = desk.as('chen');
    desk.clock.advance(10 * minuteMs);
    const option = 'return_to_source';
    expect(await choose(earlier, { number, option })).toMatchObject({ code: 'factor_stale' });
    const another = await choose(desk.as('chen'), { number, option, quote: 'another' });
    expect(another).toMatchObject({ code: 'claim_changed' });
    expect((await desk.claim(number)).state).toBe('quoted');
    if (!quote) throw new Error('it was quoted');
    // To wait moves nothing, so it takes no factor.
    const wait = { number, option: 'wait', quote: quoteDigest(quote) } as const;
    expect(must(await choose(earlier, wait)).state).toBe('kept');
  });

  test('that the customer lets wait is kept, and taken up again at their word', async () => {
    const { number } = await desk.file('chen', await lose(desk, { customer: 'chen' }));
    expect(must(await choose(desk.as('chen'), { number, option: 'wait' })).state).toBe('kept');
    const open = must(await readCase(desk.database, desk.as('chen').actor, number));
    expect(open).not.toHaveProperty('closure');
    expect(must(await takeUpClaim(desk.as('chen'), number)).state).toBe('looking');
    await desk.run();
    expect((await desk.claim(number)).state).toBe('quoted');
    expect(must(await withdrawClaim(desk.as('chen'), number)).state).toBe('withdrawn');
    expect(await takeUpClaim(desk.as('chen'), number)).toMatchObject({ code: 'step_not_possible' });
  });

  test('can be taken back until two people have approved its plan, and is approved no more after', async () => {
    const { number, planDigest } = await toApproving(desk, { customer: 'chen' });
    const digests = [planDigest ?? ''];
    const yes = (name: 'treasury' | 'risk') =>
      approvePlans(desk.at(name), { digests, approval: desk.approvalOf(name, digests) });
    must(await yes('treasury'));
    expect(must(await withdrawClaim(desk.as('chen'), number)).state).toBe('withdrawn');
    expect(await yes('risk')).toMatchObject({ code: 'plan_changed' });
    const approved = await toApproving(desk, { customer: 'chen' });
    await desk.approve(approved.number);
    expect(await withdrawClaim(desk.as('chen'), approved.number)).toMatchObject({
      code: 'step_not_possible',
    });
    await desk.settle();
    expect((await desk.claim(approved.number)).state).toBe('returned');
  });

  test('of somebody else is not there', async () => {
    const { number } = await desk.file('chen', await lose(desk, { customer: 'chen' }));
    const stranger = desk.as('ben');
    expect(await choose(stranger, { number, option: 'wait' })).toMatchObject({
      code: 'claim_not_found',
    });
    expect(await withdrawClaim(stranger, number)).toMatchObject({ code: 'claim_not_found' });
  });
});

describe('several people, several transfers', () => {
  test('two customers with a title to one transfer are both held, until a person has refused one', async () => {
    // Ben's own wallet sent it, to Aiko's own address.
    const to = await desk.depositOf('aiko');
    const hash = await lose(desk, { customer: 'ben', to });
    const { number: b } = await desk.file('ben', hash);
    await prove(desk, 'ben', b);
    await desk.run();
    const { number: a } = await desk.file('aiko', hash);
    for (const number of [a, b]) {
      expect(await desk.claim(number)).toMatchObject({
        state: 'held',
        hold: { code: 'claimed_twice' },
      });
      expect((await desk.told(number)).at(-1)).toBe('claim.held');
    }
    const letGoOn = async (number: string) => {
      const { version } = await desk.claim(number);
      must(await releaseClaim(desk.at('risk'), { number, version, reason }));
      await desk.run();
      return (await desk.claim(number)).state;
    };
    expect(await letGoOn(a)).toBe('held');
    const { version } = await desk.claim(b);
    must(await refuseClaim(desk.at('support'), { number: b, version, reason }));
    expect(await letGoOn(a)).toBe('quoted');
  });

  test('two looks at the same moment see each other', async () => {
    const to = await desk.depositOf('aiko');
    const hash = await lose(desk, { customer: 'chen', to });
    const said = { language: 'en' as const, said: hash, wishes };
    const { number: c } = await desk.file('chen', hash);
    await prove(desk, 'chen', c);
    const filed = must(await fileClaim(desk.as('aiko'), { ...said, customer: desk.people.aiko }));
    const { number: a } = filed.claim;
    expect([(await desk.claim(a)).state, (await desk.claim(c)).state]).toEqual([
      'looking',
      'looking',
    ]);
    await Promise.all([look(desk.recovery, a), look(desk.recovery, c)]);
    expect((await desk.claim(a)).state).toBe('held');
    expect((await desk.claim(c)).state).toBe('held');
  });

  test('somebody who has read the chain holds nobody up', async () => {
    const hash = await lose(desk);
    await desk.file('ben', hash);
    expect((await desk.file('aiko', hash)).state).toBe('quoted');
  });

  test('each transfer to the customer in one transaction gets a claim, filed with the first answer', async () => {
    const from = walletAddress(desk, 'ben');
    const deposit = await desk.depositOf('ben');
    const [one, two] = [100_000_000n, 200_000_000n];
    await desk.unlisted.mint('wbtc', from, one + two);
    await desk.unlisted.callOn('wbtc', from, 'approve', [desk.unlisted.at('batch'), one + two]);
    const args = [desk.unlisted.at('wbtc'), [deposit, deposit], [one, two]];
    const hash = await desk.unlisted.callOn('batch', from, 'pay', args);
    await desk.unlisted.mine(confirmations);
    const first = await desk.file('ben', hash);
    const rows = await desk.database
      .selectFrom('claims')
      .select(['number', 'transfer_key', 'state'])
      .where('transaction_hash', '=', hash)
      .orderBy('number')
      .execute();
    expect(rows.map(({ state }) => state)).toEqual(['quoted', 'quoted']);
    expect(new Set(rows.map((row) => row.transfer_key)).size).toBe(2);
    const story = await timeline(desk.database, first.number, 'customer');
    expect(story.map(({ kind }) => kind)).toContain('claim.sibling_filed');
    const asset = `evm:61/token:${desk.unlisted.at('wbtc')}`;
    const debts = await Promise.all(rows.map(({ number }) => owed(number, asset)));
    expect(debts.sort()).toEqual([one, two]);
    // Filing once more joins, and brings no third.
    expect((await desk.file('ben', hash)).number).toBe(first.number);
  });
});
