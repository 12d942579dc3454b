import { afterAll, describe, expect, test } from 'vitest';
import { native, network, openBooks, wbtc } from '../../test/ledger-books.ts';
import { type AssetId, amount, jpy } from '../money/index.ts';
import {
  type Account,
  balanceOf,
  bookedAgain,
  chainAddress,
  exchangeClearing,
  exchangeReceivable,
  feeChargedInFiat,
  feeInKind,
  feeSwept,
  findEntry,
  foundOnChain,
  foundOnChainKey,
  foundReversed,
  gasFunded,
  gasWallet,
  networkFeeExpense,
  networkFeeSpent,
  owedToClaim,
  recoveryFeeIncome,
  returnSettled,
  reverse,
  reverseEntry,
  statement,
  timesReversed,
  trialBalance,
} from './index.ts';

const { database, clock, book, status, newCase } = await openBooks();
afterAll(async () => {
  expect(await trialBalance(database)).toMatchObject({ balances: true });
  await database.destroy();
});

const treasury = `0x${'bb'.repeat(20)}`;
const wallet = `0x${'cc'.repeat(20)}`;

describe('the life of a lost deposit', () => {
  test('ends with nothing owed, nothing held, and the fee in the treasury', async () => {
    const { payment, ...one } = newCase();
    const { caseNumber, address } = one;
    const hash = (digit: string) => `0x${digit.repeat(64)}`;
    const fee = amount(wbtc, 2_500_000n);
    const back = amount(wbtc, 497_500_000n);
    const gas = { caseNumber, network };
    const entries = [
      foundOnChain({ ...one, amount: amount(wbtc, 500_000_000n) }),
      gasFunded({
        ...gas,
        gasWallet: wallet,
        to: address,
        transaction: hash('1'),
        amount: amount(native, 90_000n),
      }),
      networkFeeSpent({
        ...gas,
        payer: { kind: 'gas_wallet', address: wallet },
        transaction: hash('1'),
        fee: amount(native, 21_000n),
      }),
      returnSettled({ ...one, payment, transaction: hash('2'), amount: back }),
      feeInKind({ caseNumber, payment, fee }),
      networkFeeSpent({
        ...gas,
        payer: { kind: 'own_address', address },
        transaction: hash('2'),
        fee: amount(native, 60_000n),
      }),
      feeSwept({ ...gas, from: address, treasury, transaction: hash('3'), amount: fee }),
    ];
    for (const entry of entries) expect(await status(entry)).toBe('posted');
    const balance = (account: Account, asset: AssetId) => balanceOf(database, account, asset);
    expect(await balance(owedToClaim(caseNumber), wbtc)).toBe(0n);
    expect(await balance(chainAddress(network, address), wbtc)).toBe(0n);
    expect(await balance(chainAddress(network, treasury), wbtc)).toBe(2_500_000n);
    expect(await balance(recoveryFeeIncome, wbtc)).toBe(2_500_000n);
    expect(await balance(chainAddress(network, address), native)).toBe(30_000n);
    expect(await balance(networkFeeExpense, native)).toBe(81_000n);
    expect(await balance(gasWallet(network, wallet), native)).toBe(-111_000n);
    expect(await balance(exchangeClearing, wbtc)).toBe(0n);
  });

  test('books a fee in national currency beside it, with its tax', async () => {
    const { caseNumber, payment } = newCase();
    const fee = amount(jpy.id, 33_000n);
    const tax = amount(jpy.id, 3_300n);
    expect(await status(feeChargedInFiat({ caseNumber, payment, fee, tax }))).toBe('posted');
    expect(await balanceOf(database, exchangeReceivable, jpy.id)).toBe(36_300n);
  });
});

describe('a reorganisation', () => {
  test('takes a transfer back, and the chain may show it anew', async () => {
    const one = { ...newCase(), amount: amount(wbtc, 7n) };
    const found = foundOnChain(one);
    const key = foundOnChainKey(one.transfer);
    const owed = () => balanceOf(database, owedToClaim(one.caseNumber), wbtc);
    expect(await status(bookedAgain(found, 2))).toBe('earlier_entry_missing');
    expect(await status(foundReversed({ ...one, edition: 1 }))).toBe('earlier_entry_missing');
    expect(await status(found)).toBe('posted');
    expect(await status(bookedAgain(found, 2))).toBe('earlier_entry_missing');
    expect(await timesReversed(database, key)).toBe(0);
    for (let edition = 1; edition <= 3; edition += 1) {
      expect(await status(foundReversed({ ...one, edition }))).toBe('posted');
      expect(await owed()).toBe(0n);
      expect(await timesReversed(database, key)).toBe(edition);
      expect(await status(bookedAgain(found, 1 + edition))).toBe('posted');
      expect(await owed()).toBe(7n);
    }
  });

  test('is refused when the money has been paid out', async () => {
    const one = { ...newCase(), amount: amount(wbtc, 7n) };
    await book(foundOnChain(one));
    await book(returnSettled({ ...one, transaction: '0x1' }));
    expect(await status(foundReversed({ ...one, edition: 1 }))).toBe('would_overdraw');
  });
});

describe('a correction', () => {
  test('is a new entry: the old one stays, and is reversed once', async () => {
    const one = newCase();
    await book(foundOnChain({ ...one, amount: amount(wbtc, 100n) }));
    const wrong = feeInKind({ ...one, fee: amount(wbtc, 30n) });
    await book(wrong);
    const booked = await findEntry(database, wrong.key);
    if (!booked) throw new Error('what was booked is found');
    expect(booked).toMatchObject(wrong);
    expect(await status(reverse(booked, 'wrong table of fees'))).toBe('posted');
    expect(await status(reverse(booked, 'wrong table of fees'))).toBe('already_posted');
    expect(await status(reverse(booked, 'another reason'))).toBe('key_reused_with_another_body');
    const right = bookedAgain(feeInKind({ ...one, fee: amount(wbtc, 3n) }), 2);
    expect(await status(right)).toBe('posted');
    expect(await balanceOf(database, owedToClaim(one.caseNumber), wbtc)).toBe(97n);
    const { lines, opening, more } = await statement(database, owedToClaim(one.caseNumber), wbtc, {
      limit: 10,
    });
    expect({ opening, more }).toEqual({ opening: 0n, more: false });
    expect(lines.map((line) => [line.template, line.side, line.units, line.balance])).toEqual([
      ['found-on-chain', 'credit', 100n, 100n],
      ['fee-in-kind', 'debit', 30n, 70n],
      ['reverse', 'credit', 30n, 100n],
      ['fee-in-kind', 'debit', 3n, 97n],
    ]);
    const [, second] = lines;
    const rest = await statement(database, owedToClaim(one.caseNumber), wbtc, {
      limit: 1,
      ...(second ? { after: second } : {}),
    });
    expect(rest).toMatchObject({ opening: 70n, more: true, lines: [{ balance: 100n }] });
    expect(await findEntry(database, 'fee-in-kind/never')).toBeNull();
  });

  test('by hand is made by the treasury alone, with a reason, and told in the audit record', async () => {
    const one = newCase();
    const found = foundOnChain({ ...one, amount: amount(wbtc, 7n) });
    await book(found);
    const by = (role: string, reason = 'it is not our address') => {
      const actor = { kind: 'staff', id: 'sato', roles: [role] } as const;
      return reverseEntry({ database, clock, actor }, { key: found.key, reason });
    };
    expect(await by('recovery')).toMatchObject({ code: 'not_permitted' });
    expect(await by('treasury', ' ')).toMatchObject({ code: 'reason_missing' });
    expect(await by('treasury')).toMatchObject({ value: { status: 'posted' } });
    expect(await by('treasury')).toMatchObject({ value: { status: 'already_posted' } });
    expect(await balanceOf(database, owedToClaim(one.caseNumber), wbtc)).toBe(0n);
    const told = await database
      .selectFrom('audit_entries')
      .select(['actor_id', 'action', 'details'])
      .where('subject', '=', one.caseNumber)
      .execute();
    expect(told).toEqual([
      {
        actor_id: 'sato',
        action: 'ledger.reverse',
        details: { key: found.key, reason: 'it is not our address' },
      },
    ]);
    const actor = { kind: 'staff', id: 'sato', roles: ['treasury'] } as const;
    const unknown = { key: 'found-on-chain/never', reason: 'x' };
    expect(await reverseEntry({ database, clock, actor }, unknown)).toMatchObject({
      code: 'entry_unknown',
    });
  });
});
