import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { toApproving, walletAddress } from '../../test/whole-desk-acts.ts';
import { must } from '../../test/whole-desk-parts.ts';
import { exchangeCustomerId } from '../accounts/index.ts';
import {
  balanceOf,
  consumptionTaxPayable,
  recoveryFeeIncome,
  trialBalance,
} from '../ledger/index.ts';
import { jpy } from '../money/index.ts';
import { chargeFee } from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk({ profile: 'jp' });
});
afterAll(() => desk.close());

const benAtExchange = exchangeCustomerId('ex-1001');

const booked = async () => ({
  income: await balanceOf(desk.database, recoveryFeeIncome, jpy.id),
  tax: await balanceOf(desk.database, consumptionTaxPayable, jpy.id),
});

test('profile jp: the full amount returns, and the fee with its tax is booked in yen, once, after it', async () => {
  const home = walletAddress(desk, 'aiko');
  const claim = await toApproving(desk);
  const before = await desk.unlisted.units('wbtc', home);
  expect(claim.choice?.fee).toMatchObject({ inKind: false });
  await desk.approve(claim.number);
  expect(await booked()).toEqual({ income: 0n, tax: 0n });
  await desk.settle();
  const closed = await desk.claim(claim.number);
  expect(closed).toMatchObject({ state: 'returned', fee: { status: 'charged' } });
  expect((await desk.unlisted.units('wbtc', home)) - before).toBe(500_000_000n);
  const fee = claim.choice?.fee;
  expect(await booked()).toEqual({ income: fee?.fee.units, tax: fee?.tax.units });
  // Asked once more it is charged no second time.
  await chargeFee(desk.recovery, claim.number);
  expect(await booked()).toEqual({ income: fee?.fee.units, tax: fee?.tax.units });
  expect((await trialBalance(desk.database)).balances).toBe(true);
});

test('a balance that does not cover the fee leaves it unpaid; the return stands', async () => {
  const claim = await toApproving(desk, { customer: 'ben' });
  // The customer has spent all their yen.
  const all = must(await desk.exchange.client().customer(benAtExchange));
  const yen = all.balances.find(({ asset }) => asset === jpy.id);
  const spent = await desk.exchange.client().charge({
    idempotencyKey: 'everything',
    customer: benAtExchange,
    asset: jpy.id,
    units: yen?.units ?? 0n,
    taxUnits: 0n,
    invoiceNumber: 'X-1',
    reason: { caseNumber: claim.number, code: 'test' },
  });
  expect(spent.ok).toBe(true);
  await desk.approve(claim.number);
  await desk.settle();
  expect(await desk.claim(claim.number)).toMatchObject({
    state: 'returned',
    fee: { status: 'unpaid' },
  });
  expect((await trialBalance(desk.database)).balances).toBe(true);
});

test('a price that was quoted holds, whatever the schedule says later', async () => {
  const { choice, quote } = await toApproving(desk, { customer: 'chen' });
  const option = quote?.options.find(({ kind }) => kind === choice?.option);
  expect(choice?.fee).toEqual(option?.fee);
  expect(quote?.terms.schedule).toBe(desk.recovery.schedule.version);
});
