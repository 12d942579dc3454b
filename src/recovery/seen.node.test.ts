import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmations, type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { lose, walletAddress } from '../../test/whole-desk-acts.ts';
import { must } from '../../test/whole-desk-parts.ts';
import { secondMs } from '../std/index.ts';
import {
  fileClaim,
  type Hints,
  listSeenDeposits,
  noHints,
  readDraft,
  saveDraft,
  withdrawClaim,
} from './index.ts';

let desk: WholeDesk;
beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

const wishes = { hurry: 'unsure' as const, sensitiveToFees: false };

const seen = async (customer: 'aiko' | 'ben' | 'chen') =>
  await listSeenDeposits(desk.as(customer), desk.people[customer]);

const fileBy = async (
  customer: 'aiko' | 'ben' | 'chen',
  input: { said?: string; hints?: Hints; transferKey?: string },
) =>
  await fileClaim(desk.as(customer), {
    ...{ customer: desk.people[customer], language: 'ja', wishes, said: '', ...input },
  });

describe('what lies at one’s own addresses', () => {
  test('is shown until it is reported, and again when the report was taken back', async () => {
    const hash = await lose(desk, { customer: 'chen' });
    const { deposits, unread } = await seen('chen');
    expect(unread).toEqual([]);
    expect(deposits).toMatchObject([{ hash, network: 'evm:61', final: true }]);
    const [deposit] = deposits;
    expect(deposit?.transfer).toMatchObject({ symbol: 'WBTC', to: await desk.depositOf('chen') });
    expect((await seen('ben')).deposits).toEqual([]);

    const { claim } = must(await fileBy('chen', { transferKey: deposit?.key ?? '' }));
    expect(claim).toMatchObject({ transactionHash: hash, transferKey: deposit?.key });
    expect((await seen('chen')).deposits).toEqual([]);
    const again = must(await fileBy('chen', { said: `届きません ${hash}` }));
    expect(again).toMatchObject({ joined: true, claim: { number: claim.number } });
    await desk.run();
    const answered = await desk.claim(claim.number);
    expect(answered).toMatchObject({ state: 'quoted', transferKey: deposit?.key });
    expect(answered.evidence).toMatchObject({ hash, final: true, nodes: 1, agreeMin: 1 });

    must(await withdrawClaim(desk.as('chen'), claim.number));
    expect((await seen('chen')).deposits).toMatchObject([{ hash }]);
    must(await fileBy('chen', { said: hash }));
  });

  test('coins are seen as well as tokens, and nothing of a token that no list knows', async () => {
    const to = await desk.depositOf('ben');
    const hash = await desk.unlisted.give(to, 12_345n);
    const from = walletAddress(desk, 'ben');
    await desk.unlisted.sendToken('unlistedToken', from, to, 5n);
    await desk.unlisted.mine(confirmations);
    const { deposits } = await seen('ben');
    expect(deposits).toMatchObject([{ hash, transfer: { token: null, amount: 12_345n } }]);
  });

  test('what was credited is not shown; where the exchange does not say, nothing is', async () => {
    const away = { ...desk.as('ben') };
    const silent = { ...away.exchange, creditsOf: async () => ({ ok: false }) as never };
    const nothing = await listSeenDeposits({ ...away, exchange: silent }, desk.people.ben);
    expect(nothing.deposits).toEqual([]);
  });

  test('a network whose nodes do not answer is named, and says nothing', async () => {
    const context = desk.as('ben');
    const dead = { ask: async () => ({ ok: false, why: 'unreachable', detail: '' }) as const };
    const all = context.chains.all.map((set) => ({
      ...set,
      nodes: set.nodes.map((node) => ({ ...node, ...dead })),
    }));
    const chains = { ...context.chains, all };
    expect(await listSeenDeposits({ ...context, chains }, desk.people.ben)).toEqual({
      deposits: [],
      unread: all.map(({ network }) => network.id),
    });
  });

  test('a transfer that is none is refused', async () => {
    for (const transferKey of ['', 'evm:61', `evm:999/0x${'ab'.repeat(32)}/log:0`, '../..']) {
      expect(await fileBy('ben', { transferKey })).toMatchObject({ code: 'transfer_unknown' });
    }
  });
});

describe('without a transaction id', () => {
  const hints: Hints = { ...noHints, asset: 'wbtc', amount: '７.5', when: 'week' };

  test('it is found by asset, amount and day', async () => {
    const hash = await lose(desk, { customer: 'aiko', units: 750_000_000n });
    const { claim } = must(await fileBy('aiko', { hints }));
    expect(claim).toMatchObject({ state: 'looking', transactionHash: null, hints });
    await desk.run();
    expect(await desk.claim(claim.number)).toMatchObject({
      state: 'quoted',
      transactionHash: hash,
    });
  });

  test('while nothing fits it waits, joined by the same words, and is found when it arrives', async () => {
    const other = { ...hints, amount: '8' };
    const { claim } = must(await fileBy('aiko', { hints: other }));
    await desk.run();
    const waiting = await desk.claim(claim.number);
    expect(waiting).toMatchObject({ state: 'waiting', transactionHash: null });
    expect(waiting.answer?.why.ja).toContain('お申し出に合うものはまだありません');
    expect(must(await fileBy('aiko', { hints: other })).claim.number).toBe(claim.number);
    const hash = await lose(desk, { customer: 'aiko', units: 800_000_000n });
    desk.clock.advance(3_601 * secondMs);
    await desk.run();
    expect(await desk.claim(claim.number)).toMatchObject({
      state: 'quoted',
      transactionHash: hash,
    });
    expect(await desk.told(claim.number)).toEqual([
      ...['claim.looking', 'claim.waiting', 'claim.quoted'],
    ]);
  });

  test('with nothing to look by it is refused', async () => {
    const empty = { ...noHints, note: '届きません' };
    expect(await fileBy('aiko', { hints: empty })).toMatchObject({
      code: 'claim_without_transaction',
    });
  });
});

test('a report takes the place of its draft', async () => {
  const draft = { clue: 'WBTC', hints: noHints, language: 'ja' as const };
  must(await saveDraft(desk.as('aiko'), desk.people.aiko, draft));
  expect(await readDraft(desk.database, desk.people.aiko)).toMatchObject(draft);
  must(await fileBy('aiko', { hints: { ...noHints, amount: '99' } }));
  expect(await readDraft(desk.database, desk.people.aiko)).toBeNull();
});
