import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { network, openBooks, usdt } from '../../test/ledger-books.ts';
import { openDatabase } from '../db/index.ts';
import { amount, assetId, unitsMax } from '../money/index.ts';
import {
  type Account,
  balanceOf,
  chainAddress,
  type Entry,
  exchangeClearing,
  foundOnChain,
  gasWallet,
  networkFeeExpense,
  owedToClaim,
  recoveryFeeIncome,
  trialBalance,
} from './index.ts';

const { database, url, book, status, newCase } = await openBooks();
afterAll(async () => {
  expect(await trialBalance(database)).toMatchObject({ balances: true });
  await database.destroy();
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
