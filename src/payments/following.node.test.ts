import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { toPaying, walletAddress } from '../../test/whole-desk-acts.ts';
import { trialBalance } from '../ledger/index.ts';
import { minuteMs } from '../std/index.ts';
import { advanceOnce } from './advance-payment.ts';
import { readLines, readPayment } from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

/** Takes a payment on until a step asks for time or a person; then nothing more happens by itself. */
async function advance(payment: string): Promise<string> {
  for (;;) {
    const step = await advanceOnce(desk.payments, payment);
    if (step !== 'went_on') return step;
  }
}

/** Everything that was ever signed for a line, oldest first. */
const signedFor = (payment: string, line: number) =>
  desk.database
    .selectFrom('signed_transactions')
    .selectAll()
    .where('payment_id', '=', payment)
    .where('line', '=', line)
    .orderBy('attempt')
    .execute();

const stateOf = async (payment: string) => (await readPayment(desk.database, payment))?.state;
const nonceOf = async (who: string) =>
  Number(await desk.unlisted.ask<string>('eth_getTransactionCount', who, 'latest'));
/** What the claim's wallet has of the token, before and after. */
const homeUnits = () => desk.unlisted.units('wbtc', walletAddress(desk, 'aiko'));

async function finish(payment: string): Promise<void> {
  for (let round = 0; round < 10 && (await stateOf(payment)) === 'sending'; round += 1) {
    await advance(payment);
    await desk.unlisted.mine(3);
  }
  await desk.run();
}

describe('a line that was sent', () => {
  test('is not final before its blocks, and settles after', async () => {
    const before = await homeUnits();
    const { payment, claim } = await toPaying(desk);
    expect(await advance(payment)).toBe('wait');
    expect((await readLines(desk.database, payment)).map(({ state }) => state)).toEqual([
      'sent',
      'waiting',
      'waiting',
    ]);
    await finish(payment);
    expect(await stateOf(payment)).toBe('settled');
    expect((await homeUnits()) - before).toBe(claim.choice?.units);
    expect((await desk.claim(claim.number)).state).toBe('returned');
    expect((await trialBalance(desk.database)).balances).toBe(true);
  });

  test('in no block for three minutes is replaced at the same nonce, and paid once', async () => {
    const before = await homeUnits();
    const { payment, claim } = await toPaying(desk);
    await desk.unlisted.automine(false);
    expect(await advance(payment)).toBe('wait');
    desk.clock.advance(2 * minuteMs);
    await advance(payment);
    expect(await signedFor(payment, 0)).toHaveLength(1);
    desk.clock.advance(2 * minuteMs);
    expect(await advance(payment)).toBe('wait');
    const [first, second, ...others] = await signedFor(payment, 0);
    expect(others).toEqual([]);
    expect(second?.nonce).toBe(first?.nonce);
    expect(second?.sent_at).not.toBeNull();
    const price = (fees: unknown) => BigInt((fees as { maxFeePerGasWei: string }).maxFeePerGasWei);
    expect(price(second?.fees)).toBeGreaterThan(price(first?.fees));
    await desk.unlisted.mine(3);
    await desk.unlisted.automine(true);
    await finish(payment);
    const lines = await readLines(desk.database, payment);
    expect(lines[0]?.finalHash).toBe(second?.hash);
    expect((await homeUnits()) - before).toBe(claim.choice?.units);
  });

  test('whose first version is mined after all settles by that one', async () => {
    const { payment } = await toPaying(desk);
    await desk.unlisted.automine(false);
    await advance(payment);
    desk.clock.advance(4 * minuteMs);
    await advance(payment);
    const [first, second] = await signedFor(payment, 0);
    await desk.unlisted.ask('anvil_dropTransaction', second?.hash);
    await desk.unlisted.ask('eth_sendRawTransaction', first?.raw);
    await desk.unlisted.mine(3);
    await desk.unlisted.automine(true);
    await finish(payment);
    expect((await readLines(desk.database, payment))[0]?.finalHash).toBe(first?.hash);
    expect(await stateOf(payment)).toBe('settled');
  });

  test('forgotten by the nodes is sent again, byte for byte', async () => {
    const { payment } = await toPaying(desk);
    await desk.unlisted.automine(false);
    await advance(payment);
    const [signed, ...others] = await signedFor(payment, 0);
    expect(others).toEqual([]);
    await desk.unlisted.ask('anvil_dropTransaction', signed?.hash);
    expect(await desk.unlisted.ask('eth_getTransactionByHash', signed?.hash)).toBeNull();
    expect(await advance(payment)).toBe('wait');
    expect(await desk.unlisted.ask('eth_getTransactionByHash', signed?.hash)).not.toBeNull();
    expect(await signedFor(payment, 0)).toHaveLength(1);
    await desk.unlisted.automine(true);
    await finish(payment);
    expect(await stateOf(payment)).toBe('settled');
  });

  test('whose nonce somebody else used stops the payment, and nothing is signed at another', async () => {
    const { payment, claim } = await toPaying(desk);
    await desk.unlisted.automine(false);
    await advance(payment);
    const [signed] = await signedFor(payment, 0);
    await desk.unlisted.ask('anvil_dropTransaction', signed?.hash);
    // The key is used without Kaeru.
    await desk.unlisted.ask('anvil_impersonateAccount', desk.gasWallet);
    await desk.unlisted.send({ from: desk.gasWallet, to: desk.treasury, value: 1n });
    await desk.unlisted.mine(3);
    await desk.unlisted.automine(true);
    expect(await advance(payment)).toBe('stopped');
    const stopped = await readPayment(desk.database, payment);
    expect(stopped?.stopped?.code).toBe('nonce_taken');
    expect(await signedFor(payment, 0)).toHaveLength(1);
    await desk.run();
    expect((await desk.claim(claim.number)).state).toBe('stopped');
  });

  test('that a reorganisation takes out of its block is waited for, and mined again', async () => {
    const before = await homeUnits();
    const { payment, claim } = await toPaying(desk);
    const snapshot = await desk.unlisted.ask('evm_snapshot');
    await advance(payment);
    const [signed] = await signedFor(payment, 0);
    await desk.unlisted.mine(1);
    expect(await advance(payment)).toBe('wait');
    expect(await desk.unlisted.ask('evm_revert', snapshot)).toBe(true);
    await desk.unlisted.automine(false);
    // The node has forgotten block and transaction: the same bytes are sent again.
    expect(await advance(payment)).toBe('wait');
    expect(await signedFor(payment, 0)).toHaveLength(1);
    expect(await desk.unlisted.ask('eth_getTransactionByHash', signed?.hash)).not.toBeNull();
    await desk.unlisted.automine(true);
    await desk.unlisted.mine(3);
    await finish(payment);
    expect(await stateOf(payment)).toBe('settled');
    expect((await homeUnits()) - before).toBe(claim.choice?.units);
  });
});

describe('nonces of the gas wallet', () => {
  test('two payments that race both settle, each at its own', async () => {
    const [one, two] = [await toPaying(desk), await toPaying(desk, { customer: 'ben' })];
    await desk.unlisted.automine(false);
    // Both read the chain and the database before either writes.
    const steps = [
      advanceOnce(desk.payments, one.payment),
      advanceOnce(desk.payments, two.payment),
    ];
    expect(await Promise.all(steps)).toEqual(['went_on', 'went_on']);
    await Promise.all([advance(one.payment), advance(two.payment)]);
    const nonces = await Promise.all(
      [one, two].map(async ({ payment }) => (await readLines(desk.database, payment))[0]?.nonce),
    );
    expect(new Set(nonces).size).toBe(2);
    await desk.unlisted.automine(true);
    await desk.unlisted.mine(3);
    await finish(one.payment);
    await finish(two.payment);
    expect([await stateOf(one.payment), await stateOf(two.payment)]).toEqual([
      'settled',
      'settled',
    ]);
  });

  test('those that the key used without Kaeru are passed over', async () => {
    await desk.unlisted.ask('anvil_impersonateAccount', desk.gasWallet);
    await desk.unlisted.send({ from: desk.gasWallet, to: desk.treasury, value: 1n });
    await desk.unlisted.send({ from: desk.gasWallet, to: desk.treasury, value: 1n });
    const next = await nonceOf(desk.gasWallet);
    const { payment } = await toPaying(desk);
    await advance(payment);
    expect((await readLines(desk.database, payment))[0]?.nonce).toBe(BigInt(next));
    await finish(payment);
    expect(await stateOf(payment)).toBe('settled');
  });

  test('one reserved for a payment that stops unsigned is given back, and fills the gap', async () => {
    const [one, two] = [await toPaying(desk), await toPaying(desk, { customer: 'ben' })];
    const context = {
      ...{ ...desk.payments, lists: desk.payments.lists },
      custody: {
        ...desk.custody,
        sign: async () => ({ ok: false, code: 'signer_refused', facts: { code: 'x' } }) as never,
      },
    };
    expect(await advanceOnce(context, one.payment)).toBe('went_on');
    const reserved = (await readLines(desk.database, one.payment))[0]?.nonce;
    expect(reserved).not.toBeNull();
    expect(await advanceOnce(context, one.payment)).toBe('stopped');
    expect((await readLines(desk.database, one.payment))[0]).toMatchObject({
      state: 'waiting',
      nonce: null,
    });
    await advance(two.payment);
    expect((await readLines(desk.database, two.payment))[0]?.nonce).toBe(reserved);
    await finish(two.payment);
    expect(await stateOf(two.payment)).toBe('settled');
  });
});
