import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import {
  chooses,
  toApproving,
  toPaying,
  toQuotedAtAnothers,
  walletAddress,
} from '../../test/whole-desk-acts.ts';
import { balanceOf, chainAddress, owedToClaim } from '../ledger/index.ts';
import { assetId } from '../money/index.ts';
import { advanceOnce } from './advance-payment.ts';
import { decideStopped, readLines, readPayment } from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

const whole = 10n ** 18n;
const pause = (paused: boolean) => desk.unlisted.callAsOwner('paused', 'setPaused', [paused]);

/** Until the line with this index is in that state. */
async function advanceUntil(payment: string, line: number, state: string): Promise<void> {
  for (let look = 0; look < 40; look += 1) {
    if ((await readLines(desk.database, payment))[line]?.state === state) return;
    if ((await advanceOnce(desk.payments, payment)) === 'wait') await desk.unlisted.mine(3);
  }
  throw new Error(`line ${line} does not become ${state}`);
}

describe('a token that is not as tokens are', () => {
  test('returns no value: balances count, and it comes home', async () => {
    const home = walletAddress(desk, 'aiko');
    const claim = await toApproving(desk, { token: 'usdt', units: 900_000_000n });
    const before = await desk.unlisted.units('usdt', home);
    await desk.approve(claim.number);
    await desk.settle();
    expect((await desk.claim(claim.number)).state).toBe('returned');
    expect((await desk.unlisted.units('usdt', home)) - before).toBe(claim.choice?.units);
    // What the fee in kind left behind is swept: nothing is owed, and nothing lies at the address.
    const asset = assetId(`evm:61/token:${desk.unlisted.at('usdt')}`);
    const deposit = await desk.depositOf('aiko');
    expect(await balanceOf(desk.database, owedToClaim(claim.number), asset)).toBe(0n);
    expect(await balanceOf(desk.database, chainAddress('evm:61', deposit), asset)).toBe(0n);
  });

  test('keeps a toll: the simulation sees it, and a person must look', async () => {
    const claim = await toApproving(desk, { token: 'toll', units: 50_000n * whole });
    expect(claim.state).toBe('held');
    expect(claim.hold).toMatchObject({ code: 'simulation' });
    expect(claim.hold?.reason).toContain('moves_less');
  });

  test('answers false and moves nothing: its price is known to nobody, so only waiting is on offer', async () => {
    const deposit = await desk.depositOf('ben');
    const hash = await desk.unlisted.mint('returnsFalse', deposit, 5n * whole);
    await desk.unlisted.mine(3);
    const { state, quote } = await desk.file('ben', hash);
    expect(state).toBe('quoted');
    const open = quote?.options.filter(({ permitted }) => permitted).map(({ kind }) => kind);
    expect(open).toEqual(['wait']);
  });

  test('paused between approval and payment: stopped, and paid once it is not', async () => {
    await pause(false);
    const { payment, claim } = await toPaying(desk, { token: 'paused', units: 500n * whole });
    await advanceUntil(payment, 0, 'final');
    await pause(true);
    expect(await advanceOnce(desk.payments, payment)).toBe('stopped');
    expect((await readPayment(desk.database, payment))?.stopped).toMatchObject({
      code: 'simulation_failed',
      facts: { result: 'reverts', line: '1' },
    });
    await desk.run();
    expect((await desk.claim(claim.number)).state).toBe('stopped');
    await pause(false);
    const reason = 'The token moves again.';
    await decideStopped(desk.at('treasury'), { payment, decision: 'resume', reason });
    await desk.settle();
    expect((await desk.claim(claim.number)).state).toBe('returned');
    expect((await readLines(desk.database, payment))[0]?.finalHash).not.toBeNull();
  });

  test('that fails in its block has paid nothing: it may be cancelled, and its fee is booked', async () => {
    await pause(false);
    const { payment, claim } = await toPaying(desk, { token: 'paused', units: 500n * whole });
    await advanceUntil(payment, 1, 'signed');
    await pause(true);
    await advanceUntil(payment, 1, 'sent');
    await desk.unlisted.mine(3);
    expect(await advanceOnce(desk.payments, payment)).toBe('went_on');
    expect(await advanceOnce(desk.payments, payment)).toBe('stopped');
    const [, failed] = await readLines(desk.database, payment);
    expect(failed).toMatchObject({ state: 'failed' });
    expect((await readPayment(desk.database, payment))?.stopped?.code).toBe('transaction_failed');
    await desk.run();
    const reason = 'It failed for good.';
    const cancelled = await decideStopped(desk.at('treasury'), {
      payment,
      decision: 'cancel',
      reason,
    });
    expect(cancelled.ok).toBe(true);
    await desk.run();
    expect(await desk.claim(claim.number)).toMatchObject({
      state: 'held',
      hold: { code: 'simulation' },
    });
    await pause(false);
  });

  test('a destination that refuses coins is seen before anybody is asked to approve', async () => {
    const { number, state } = await toQuotedAtAnothers(desk, 'chen', 'aiko', whole);
    expect(state).toBe('quoted');
    const noReceive = desk.ethereum.at('noReceive');
    await desk.database
      .insertInto('proven_wallets')
      .values({
        customer_id: desk.people.chen,
        address: noReceive,
        network: 'evm:1',
        kind: 'contract_signature',
        evidence: 'made up by the test',
        at: desk.clock.now(),
      })
      .execute();
    await chooses(desk, 'chen', {
      number,
      option: 'return_to_proven',
      destination: noReceive,
    });
    await desk.run();
    expect(await desk.claim(number)).toMatchObject({ state: 'held', hold: { code: 'simulation' } });
  });

  test('coins themselves come home, and nothing else that lies there is touched', async () => {
    const deposit = await desk.depositOf('aiko');
    const { number } = await toQuotedAtAnothers(desk, 'ben', 'aiko', 3n * whole);
    const home = walletAddress(desk, 'ben');
    const lies = await desk.ethereum.units(null, deposit);
    const before = await desk.ethereum.units(null, home);
    await chooses(desk, 'ben', { number, option: 'return_to_source' });
    await desk.run();
    await desk.approve(number);
    await desk.settle();
    const { state, choice } = await desk.claim(number);
    expect(state).toBe('returned');
    expect((await desk.ethereum.units(null, home)) - before).toBe(choice?.units);
    expect(await desk.ethereum.units(null, deposit)).toBeGreaterThanOrEqual(lies - 3n * whole);
  });
});

test('a network of the old kind is paid by gas price', async () => {
  const old = await wholeDesk({ network: { fees: 'legacy' } });
  try {
    const claim = await toApproving(old);
    await old.approve(claim.number);
    await old.settle();
    expect((await old.claim(claim.number)).state).toBe('returned');
    const signed = await old.database.selectFrom('signed_transactions').select('fees').execute();
    expect(signed.map(({ fees }) => (fees as { type: string }).type)).toEqual(
      Array(signed.length).fill('legacy'),
    );
  } finally {
    await old.close();
  }
});
