import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { chooses, lose } from '../../test/whole-desk-acts.ts';
import type { Exchange } from '../exchange/index.ts';
import { trialBalance } from '../ledger/index.ts';
import type { TxHash } from '../networks/index.ts';
import { refuse } from '../std/index.ts';
import { advanceOnce } from './advance-payment.ts';
import { advanceJob, decideStopped, type PaymentContext, readPayment } from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

/** Her own address, a listed network, a listed token, and the exchange has missed it. */
async function creditToPay() {
  const hash = await lose(desk, { on: 'ethereum', token: 'wbtc', units: 200_000_000n });
  const { number } = await desk.file('aiko', hash);
  await chooses(desk, 'aiko', { number, option: 'credit' });
  await desk.run();
  await desk.approve(number);
  desk.jobs.forget(advanceJob);
  const claim = await desk.claim(number);
  return { claim, payment: claim.payment ?? '', hash };
}

const creditsOf = async (hash: TxHash) => {
  const credits = await desk.exchange.client().creditsOf({ network: 'evm:1' as never, hash });
  return credits.ok ? credits.value.map(({ units }) => units) : credits.code;
};

/** The desk with an exchange that does something else when it is asked for a credit. */
const withCredit = (credit: Exchange['credit']): PaymentContext => ({
  ...desk.payments,
  exchange: { ...desk.payments.exchange, credit },
});

describe('a credit that was missed', () => {
  test('is made once, booked and settled', async () => {
    const { claim, payment, hash } = await creditToPay();
    expect(claim.cluster).toContain('CREDIT_MISSED');
    expect(await advanceOnce(desk.payments, payment)).toBe('stopped');
    expect((await readPayment(desk.database, payment))?.state).toBe('settled');
    await desk.run();
    expect((await desk.claim(claim.number)).state).toBe('credited');
    expect(await creditsOf(hash)).toEqual([claim.choice?.units]);
    expect((await trialBalance(desk.database)).balances).toBe(true);
  });

  test('is asked for again while the exchange is down, and made once', async () => {
    const { claim, payment, hash } = await creditToPay();
    await desk.exchange.kill();
    expect(await advanceOnce(desk.payments, payment)).toBe('wait');
    expect((await readPayment(desk.database, payment))?.state).toBe('sending');
    await desk.exchange.start();
    await advanceOnce(desk.payments, payment);
    expect(await creditsOf(hash)).toEqual([claim.choice?.units]);
  });

  test('whose answer was lost is asked for again under the same key, and was made once', async () => {
    const { claim, payment, hash } = await creditToPay();
    const keys: string[] = [];
    const forgetful = withCredit(async (input) => {
      keys.push(input.idempotencyKey);
      const made = await desk.payments.exchange.credit(input);
      expect(made.ok).toBe(true);
      return refuse('exchange_timed_out');
    });
    expect(await advanceOnce(forgetful, payment)).toBe('wait');
    expect(await advanceOnce(forgetful, payment)).toBe('wait');
    await advanceOnce(desk.payments, payment);
    expect(new Set(keys).size).toBe(1);
    expect((await readPayment(desk.database, payment))?.state).toBe('settled');
    expect(await creditsOf(hash)).toEqual([claim.choice?.units]);
  });

  test.each([
    ['seen before it is asked for', false, { code: 'no_longer_owed' }],
    [
      'at that very moment',
      true,
      { code: 'credit_refused', facts: { code: 'exchange_already_credited' } },
    ],
  ])(
    'that the exchange has made by itself, %s: stopped, cancelled, and answered so',
    async (_, atOnce, stopped) => {
      const { claim, payment, hash } = await creditToPay();
      const context = atOnce
        ? { ...desk.payments, stillOwed: async () => 'yes' as const }
        : desk.payments;
      const { transferKey } = claim;
      const asset = `evm:1/token:${desk.ethereum.at('wbtc')}`;
      const deposit = { customer: 'ex-1000', asset, units: '200000000', transferKey };
      const made = await desk.exchange.admin('POST', '/deposits', deposit);
      expect(made.ok).toBe(true);
      expect(await advanceOnce(context, payment)).toBe('stopped');
      expect((await readPayment(desk.database, payment))?.stopped).toMatchObject(stopped);
      await desk.run();
      const reason = 'The exchange was faster.';
      const decided = await decideStopped(desk.at('treasury'), {
        payment,
        decision: 'cancel',
        reason,
      });
      expect(decided.ok).toBe(true);
      await desk.run();
      expect(await desk.claim(claim.number)).toMatchObject({
        state: 'refused',
        closure: { code: 'ALREADY_CREDITED' },
      });
      expect(await creditsOf(hash)).toEqual([200_000_000n]);
    },
  );

  test('refused in another way may have been made before: it can be resumed, not cancelled', async () => {
    const { payment, claim, hash } = await creditToPay();
    const no = withCredit(async () => refuse('exchange_refused', { problem: 'no' }));
    expect(await advanceOnce(no, payment)).toBe('stopped');
    await desk.run();
    const reason = 'Try.';
    const cancelled = await decideStopped(desk.at('treasury'), {
      payment,
      decision: 'cancel',
      reason,
    });
    expect(cancelled).toMatchObject({ ok: false, code: 'payment_already_signed' });
    await decideStopped(desk.at('treasury'), { payment, decision: 'resume', reason });
    await desk.run();
    expect((await desk.claim(claim.number)).state).toBe('credited');
    expect(await creditsOf(hash)).toEqual([claim.choice?.units]);
  });
});
