import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { toPaying, walletAddress } from '../../test/whole-desk-acts.ts';
import { broadcast } from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import { advanceOnce } from './advance-payment.ts';
import { decideStopped, type PaymentContext, readLines, readPayment } from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

/** The same context with some of its parts changed, as if the world were so. */
const where = (change: Partial<PaymentContext>): PaymentContext => ({
  ...desk.payments,
  ...change,
});

const advance = async (payment: string, context = desk.payments as PaymentContext) => {
  for (;;) {
    const step = await advanceOnce(context, payment);
    if (step !== 'went_on') return step;
  }
};

const finish = async (payment: string) => {
  for (let round = 0; round < 10; round += 1) {
    if ((await advance(payment)) === 'stopped') break;
    await desk.unlisted.mine(3);
  }
  return await readPayment(desk.database, payment);
};

const signedOf = (payment: string) =>
  desk.database
    .selectFrom('signed_transactions')
    .selectAll()
    .where('payment_id', '=', payment)
    .orderBy('line')
    .orderBy('attempt')
    .execute();

const lineStates = async (payment: string) =>
  (await readLines(desk.database, payment)).map(({ state }) => state);

describe('whatever dies', () => {
  test('a worker that dies after every single step goes on, and gas is funded once', async () => {
    const deposit = await desk.depositOf('aiko');
    const home = walletAddress(desk, 'aiko');
    const { payment, claim } = await toPaying(desk);
    const plan = claim.plan?.kind === 'return' ? claim.plan.plan : null;
    const before = {
      deposit: await desk.unlisted.units(null, deposit),
      home: await desk.unlisted.units('wbtc', home),
    };
    for (let look = 0; look < 60; look += 1) {
      // Nothing but the database is left between two looks: each is a worker of its own.
      const step = await advanceOnce(where({}), payment);
      if (step === 'stopped') break;
      if (step === 'wait') await desk.unlisted.mine(3);
    }
    expect((await readPayment(desk.database, payment))?.state).toBe('settled');
    const spent = await desk.database
      .selectFrom('payment_lines')
      .select((on) => on.fn.sum<bigint>('fee_wei').as('wei'))
      .where('payment_id', '=', payment)
      .where('purpose', '<>', 'gas')
      .executeTakeFirstOrThrow();
    const rose = (await desk.unlisted.units(null, deposit)) - before.deposit;
    expect(rose).toBe(BigInt(plan?.lines[0]?.valueWei ?? 0) - BigInt(spent.wei));
    expect((await desk.unlisted.units('wbtc', home)) - before.home).toBe(claim.choice?.units);
    expect(await signedOf(payment)).toHaveLength(3);
  });

  test('signed, and dead before the bytes were stored: the signer gives the same bytes again', async () => {
    const { payment } = await toPaying(desk);
    const given: string[] = [];
    const dying = where({
      custody: {
        ...desk.custody,
        sign: async (request) => {
          const signed = await desk.custody.sign(request);
          if (signed.ok) given.push(signed.value.hash);
          throw new Error('killed');
        },
      },
    });
    expect(await advanceOnce(dying, payment)).toBe('went_on');
    await expect(advanceOnce(dying, payment)).rejects.toThrow('killed');
    expect(await lineStates(payment)).toEqual(['reserved', 'waiting', 'waiting']);
    expect(await signedOf(payment)).toEqual([]);
    expect((await finish(payment))?.state).toBe('settled');
    expect((await signedOf(payment))[0]?.hash).toBe(given[0]);
  });

  test('sent, and dead before that was noted: sending again is sending once', async () => {
    const { payment } = await toPaying(desk);
    await advanceOnce(desk.payments, payment);
    await advanceOnce(desk.payments, payment);
    expect(await lineStates(payment)).toEqual(['signed', 'waiting', 'waiting']);
    const [signed] = await signedOf(payment);
    const nodes = desk.payments.chains.all.find(({ network }) => network.chainId === 61);
    invariant(nodes && signed, 'the node of the line is known');
    expect((await broadcast(nodes, signed.raw as `0x${string}`)).status).toBe('accepted');
    expect((await finish(payment))?.state).toBe('settled');
    expect(await signedOf(payment)).toHaveLength(3);
  });

  test('a node that does not answer concludes nothing at any line', async () => {
    const { payment } = await toPaying(desk);
    const blind = where({ chains: { all: [], of: () => null } });
    for (const expected of ['waiting', 'reserved', 'signed', 'sent']) {
      expect((await lineStates(payment))[0]).toBe(expected);
      expect(await advanceOnce(blind, payment)).toBe('wait');
      expect((await lineStates(payment))[0]).toBe(expected);
      await advanceOnce(desk.payments, payment);
    }
    expect((await finish(payment))?.state).toBe('settled');
  });

  test('a signer that is down is waited for', async () => {
    const { payment } = await toPaying(desk);
    await desk.signer.stop();
    expect(await advance(payment)).toBe('wait');
    expect(await lineStates(payment)).toEqual(['waiting', 'waiting', 'waiting']);
    expect((await readPayment(desk.database, payment))?.state).toBe('sending');
    await desk.signer.start();
    expect((await finish(payment))?.state).toBe('settled');
  });

  test('a signer that refuses stops the payment, which may then be cancelled and planned anew', async () => {
    const { payment, claim } = await toPaying(desk);
    const { approvals } = (await readPayment(desk.database, payment)) ?? {};
    const onlyOne = where({
      custody: {
        ...desk.custody,
        sign: (request) =>
          desk.custody.sign({ ...request, approvals: (approvals?.signatures ?? []).slice(0, 1) }),
      },
    });
    expect(await advance(payment, onlyOne)).toBe('stopped');
    const stopped = await readPayment(desk.database, payment);
    expect(stopped?.stopped).toMatchObject({
      code: 'signer_refused',
      facts: { code: 'approvals_missing', line: '0' },
    });
    await desk.run();
    expect(await desk.claim(claim.number)).toMatchObject({ state: 'stopped' });
    const reason = 'The policy was not the right one.';
    const decided = await decideStopped(desk.at('treasury'), {
      payment,
      decision: 'cancel',
      reason,
    });
    expect(decided.ok).toBe(true);
    await desk.run();
    const again = await desk.claim(claim.number);
    expect(again.state).toBe('approving');
    expect(again.planDigest).not.toBe(claim.planDigest);
    await desk.approve(claim.number);
    await desk.settle();
    expect((await desk.claim(claim.number)).state).toBe('returned');
  });

  test('gas that costs more than the plan allows is waited for, and no nonce is held meanwhile', async () => {
    const { payment } = await toPaying(desk);
    const dear = `0x${(10n ** 13n).toString(16)}`;
    await desk.unlisted.ask('anvil_setNextBlockBaseFeePerGas', dear);
    await desk.unlisted.mine(1);
    expect(await advance(payment)).toBe('wait');
    expect((await readLines(desk.database, payment))[0]).toMatchObject({
      state: 'waiting',
      nonce: null,
    });
    await desk.unlisted.ask('anvil_setNextBlockBaseFeePerGas', '0x1');
    await desk.unlisted.mine(1);
    expect((await finish(payment))?.state).toBe('settled');
  });

  test('a plan that runs out unsigned is cancelled, and the claim gets a new one', async () => {
    const { payment, claim } = await toPaying(desk);
    desk.clock.advance(49 * 60 * 60 * 1000);
    expect(await advance(payment)).toBe('stopped');
    expect((await readPayment(desk.database, payment))?.state).toBe('cancelled');
    await desk.run();
    expect(await desk.claim(claim.number)).toMatchObject({ state: 'approving', payment: null });
    await desk.approve(claim.number);
    await desk.settle();
    expect((await desk.claim(claim.number)).state).toBe('returned');
  });

  test('a payment that was resumed before its stop was told goes on, and its claim with it', async () => {
    const { payment, claim } = await toPaying(desk);
    const no = where({
      custody: {
        ...desk.custody,
        sign: async () => ({ ok: false, code: 'signer_refused', facts: {} }) as never,
      },
    });
    expect(await advance(payment, no)).toBe('stopped');
    const reason = 'It was a mistake.';
    await decideStopped(desk.at('treasury'), { payment, decision: 'resume', reason });
    await desk.settle();
    expect((await desk.claim(claim.number)).state).toBe('returned');
  });
});
