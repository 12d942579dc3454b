import { afterAll, describe, expect, test } from 'vitest';
import { network, openBooks, usdt, wbtc } from '../../test/ledger-books.ts';
import { inTransaction } from '../db/index.ts';
import { amount, unitsMax } from '../money/index.ts';
import { newId } from '../std/index.ts';
import {
  balanceOf,
  chainAddress,
  feeInKind,
  foundOnChain,
  owedToClaim,
  post,
  returnSettled,
  trialBalance,
} from './index.ts';

const { database, clock, book, status, newCase } = await openBooks();
afterAll(async () => {
  expect(await trialBalance(database)).toMatchObject({ balances: true });
  await database.destroy();
});

describe('a key', () => {
  test('is booked once, also when many ask at once and in one transaction', async () => {
    const one = newCase();
    const entry = foundOnChain({ ...one, amount: amount(wbtc, 7n) });
    const answers = await Promise.all(Array.from({ length: 20 }, () => book(entry)));
    const statuses = answers.map((answer) => (answer.ok ? answer.value.status : answer.code));
    expect(statuses.filter((one) => one === 'posted')).toHaveLength(1);
    expect(statuses.filter((one) => one === 'already_posted')).toHaveLength(19);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.entry)).size).toBe(1);
    expect(await balanceOf(database, owedToClaim(one.caseNumber), wbtc)).toBe(7n);
  });

  test('with another body is refused, and nothing moves', async () => {
    const one = newCase();
    await book(foundOnChain({ ...one, amount: amount(wbtc, 7n) }));
    const other = foundOnChain({ ...one, amount: amount(wbtc, 8n) });
    expect(await book(other)).toEqual({
      ok: false,
      code: 'key_reused_with_another_body',
      facts: { key: other.key },
    });
    expect(await balanceOf(database, owedToClaim(one.caseNumber), wbtc)).toBe(7n);
  });

  test('that was booked is answered so, also when the money has left since', async () => {
    const one = newCase();
    const seven = amount(wbtc, 7n);
    await book(foundOnChain({ ...one, amount: seven }));
    const paid = returnSettled({ ...one, transaction: '0x1', amount: seven });
    expect([await status(paid), await status(paid)]).toEqual(['posted', 'already_posted']);
  });
});

describe('an account without an overdraft', () => {
  test('does not go below zero, and the transaction goes on', async () => {
    const one = newCase();
    await book(foundOnChain({ ...one, amount: amount(wbtc, 7n) }));
    const { caseNumber, payment } = one;
    await inTransaction(database, async (tx) => {
      const fee = (units: bigint) => feeInKind({ caseNumber, payment, fee: amount(wbtc, units) });
      expect(await post(tx, { clock }, fee(8n))).toEqual({
        ok: false,
        code: 'would_overdraw',
        facts: { account: `owed/claim/${caseNumber}`, key: `fee-in-kind/${payment}` },
      });
      expect(await post(tx, { clock }, fee(7n))).toMatchObject({ ok: true });
    });
    expect(await balanceOf(database, owedToClaim(caseNumber), wbtc)).toBe(0n);
  });

  test('gives out what it has and no more when many take at once', async () => {
    const one = newCase();
    await book(foundOnChain({ ...one, amount: amount(wbtc, 10n) }));
    const { caseNumber } = one;
    const fees = Array.from({ length: 25 }, () =>
      status(feeInKind({ caseNumber, payment: newId(), fee: amount(wbtc, 1n) })),
    );
    const answers = await Promise.all(fees);
    expect(answers.filter((one) => one === 'posted')).toHaveLength(10);
    expect(answers.filter((one) => one === 'would_overdraw')).toHaveLength(15);
  });

  test('holds its assets apart', async () => {
    const one = newCase();
    await book(foundOnChain({ ...one, amount: amount(wbtc, 10n) }));
    const fee = amount(usdt, 1n);
    expect(await status(feeInKind({ ...one, fee }))).toBe('would_overdraw');
  });
});

describe('amounts', () => {
  test('are exact to 2^256-1, and totals go beyond', async () => {
    const most = amount(wbtc, unitsMax);
    const address = newCase().address;
    for (let count = 1n; count <= 20n; count += 1n) {
      const one = { ...newCase(), address };
      expect(await status(foundOnChain({ ...one, amount: most }))).toBe('posted');
      expect(await balanceOf(database, owedToClaim(one.caseNumber), wbtc)).toBe(unitsMax);
      expect(await balanceOf(database, chainAddress(network, address), wbtc)).toBe(
        unitsMax * count,
      );
    }
  });
});
