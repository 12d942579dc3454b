import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { type Database, inTransaction, openDatabase } from '../db/index.ts';
import { type AssetId, amount, assetId, jpy, unitsMax } from '../money/index.ts';
import { clockAt, newId } from '../std/index.ts';
import {
  type Account,
  balanceOf,
  bookedAgain,
  chainAddress,
  type Entry,
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
  post,
  recoveryFeeIncome,
  returnSettled,
  reverse,
  statement,
  timesReversed,
  trialBalance,
} from './index.ts';

const network = 'evm:61';
const native = assetId(`${network}/native`);
const wbtc = assetId(`${network}/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599`);
const usdt = assetId(`${network}/token:0xdac17f958d2ee523a2206206994597c13d831ec7`);
const treasury = `0x${'bb'.repeat(20)}`;
const wallet = `0x${'cc'.repeat(20)}`;
const clock = clockAt('2026-11-22T00:00:00Z');

let database: Database;
let url: string;
beforeAll(async () => {
  ({ database, url } = await testDatabase());
});
afterAll(async () => {
  expect(await trialBalance(database)).toMatchObject({ balances: true });
  await database.destroy();
});

const book = (entry: Entry, on = database) => inTransaction(on, (tx) => post(tx, { clock }, entry));

async function status(entry: Entry): Promise<string> {
  const outcome = await book(entry);
  return outcome.ok ? outcome.value.status : outcome.code;
}

let cases = 0;
/** A case of its own, with an address of its own. */
function newCase() {
  cases += 1;
  const caseNumber = `K-${cases}`;
  const address = `0x${cases.toString(16).padStart(40, '0')}`;
  const transfer = `${network}/0x${cases.toString(16).padStart(64, '0')}/log:0`;
  return { caseNumber, address, transfer, network, payment: newId() as string };
}

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

describe('any postings', () => {
  const accounts: readonly Account[] = [
    chainAddress(network, `0x${'d1'.repeat(20)}`),
    chainAddress(network, `0x${'d2'.repeat(20)}`),
    gasWallet(network, `0x${'d3'.repeat(20)}`),
    owedToClaim('MODEL-1'),
    owedToClaim('MODEL-2'),
    exchangeClearing,
    recoveryFeeIncome,
    networkFeeExpense,
  ];
  const units = fc.oneof(
    fc.bigInt(1n, 9n),
    fc.constantFrom(1n, unitsMax, unitsMax - 1n, 2n ** 128n),
  );
  const side = fc.integer({ min: 0, max: accounts.length - 1 });
  const line = fc.record({ debit: side, credit: side, token: fc.constantFrom('aa', 'bb'), units });
  const entry = fc.record({
    key: fc.integer({ min: 0, max: 30 }),
    lines: fc.array(
      line.filter((one) => one.debit !== one.credit),
      { minLength: 1, maxLength: 4 },
    ),
  });

  /** The ledger as a child would write it: a map of balances, and a map of what was booked. */
  class Model {
    readonly balances = new Map<string, bigint>();
    readonly #booked = new Map<string, string>();

    post(entry: Entry): string {
      const body = JSON.stringify(entry.transfers, (_, value) =>
        typeof value === 'bigint' ? `${value}` : value,
      );
      const earlier = this.#booked.get(entry.key);
      if (earlier) return earlier === body ? 'already_posted' : 'key_reused_with_another_body';
      const next = new Map(this.balances);
      const move = (account: Account, asset: string, by: bigint) => {
        const name = `${account.code} ${asset}`;
        next.set(name, (next.get(name) ?? 0n) + by);
      };
      for (const { debit, credit, amount } of entry.transfers) {
        const grows = (account: Account) =>
          ['chain', 'gas-wallet', 'expense'].includes(account.kind);
        move(debit, amount.asset, grows(debit) ? amount.units : -amount.units);
        move(credit, amount.asset, grows(credit) ? -amount.units : amount.units);
      }
      const below = [...next].some(([name, left]) => left < 0n && !name.startsWith('gas-wallet/'));
      if (below) return 'would_overdraw';
      this.#booked.set(entry.key, body);
      for (const [name, left] of next) this.balances.set(name, left);
      return 'posted';
    }
  }

  test('leave what a plain model leaves, and books that balance', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 25 }), async (plan) => {
        run += 1;
        const model = new Model();
        // Every run has tokens of its own, and so accounts of its own.
        const asset = (token: string) =>
          assetId(`${network}/token:0x${token}${run.toString(16).padStart(38, '0')}`);
        for (const { key, lines } of plan) {
          const entry: Entry = {
            template: 'model',
            key: `model/${run}/${key}`,
            follows: null,
            caseNumber: 'MODEL',
            facts: {},
            transfers: lines.map(({ debit, credit, token, units }) => ({
              debit: accounts[debit] as Account,
              credit: accounts[credit] as Account,
              amount: amount(asset(token), units),
            })),
          };
          expect(await status(entry)).toBe(model.post(entry));
        }
        for (const [name, left] of model.balances) {
          const [code = '', asset = ''] = name.split(' ');
          const account = accounts.find((one) => one.code === code) as Account;
          expect(await balanceOf(database, account, assetId(asset))).toBe(left);
        }
      }),
      { numRuns: 100 },
    );
    expect(await trialBalance(database)).toMatchObject({ balances: true, accountsWrong: [] });
  });

  test('from twenty connections neither wait in a circle nor lose a unit', async () => {
    const pools = [openDatabase(url), openDatabase(url)];
    const claim = (one: number) => owedToClaim(`CROWD-${one}`);
    const fund = (one: number) =>
      foundOnChain({ ...newCase(), caseNumber: `CROWD-${one}`, amount: amount(usdt, 1_000n) });
    for (let one = 0; one < 6; one += 1) expect(await status(fund(one))).toBe('posted');
    const before = await statusOfCrowd();
    const worker = async (turn: number) => {
      for (let round = 0; round < 15; round += 1) {
        const from = (turn * 7 + round * 3) % 6;
        const to = (from + 1 + ((turn + round) % 5)) % 6;
        const back = (to + 1) % 6;
        const lines = [
          { debit: claim(from), credit: claim(to), amount: amount(usdt, 2n) },
          { debit: claim(to), credit: claim(back), amount: amount(usdt, 1n) },
        ];
        const outcome = await book(
          {
            template: 'model',
            key: `crowd/${turn}/${round}`,
            follows: null,
            caseNumber: 'CROWD',
            facts: {},
            transfers: turn % 2 ? lines : lines.toReversed(),
          },
          pools[turn % 2],
        );
        expect(outcome.ok).toBe(true);
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, turn) => worker(turn)));
    expect(await statusOfCrowd()).toBe(before);
    for (const pool of pools) await pool.destroy();

    async function statusOfCrowd(): Promise<bigint> {
      let sum = 0n;
      for (let one = 0; one < 6; one += 1) sum += await balanceOf(database, claim(one), usdt);
      return sum;
    }
  });
});
