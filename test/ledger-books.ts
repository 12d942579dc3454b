import { type Database, inTransaction } from '../src/db/index.ts';
import { type Entry, post } from '../src/ledger/index.ts';
import { assetId } from '../src/money/index.ts';
import { clockAt, newId } from '../src/std/index.ts';
import { testDatabase } from './postgres.ts';

export const network = 'evm:61';
export const native = assetId(`${network}/native`);
export const wbtc = assetId(`${network}/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599`);
export const usdt = assetId(`${network}/token:0xdac17f958d2ee523a2206206994597c13d831ec7`);

/** Empty books in a database of their own, and short ways to write in them. */
export async function openBooks() {
  const { database, url } = await testDatabase();
  const clock = clockAt('2026-11-22T00:00:00Z');
  let cases = 0;
  const book = (entry: Entry, on: Database = database) =>
    inTransaction(on, (tx) => post(tx, { clock }, entry));
  return {
    database,
    url,
    clock,
    book,
    /** Books an entry and says what came of it, in one word. */
    status: async (entry: Entry): Promise<string> => {
      const outcome = await book(entry);
      return outcome.ok ? outcome.value.status : outcome.code;
    },
    /** A case of its own, with an address, a transfer and a payment of its own. */
    newCase: () => {
      cases += 1;
      const hex = cases.toString(16);
      return {
        caseNumber: `K-${cases}`,
        network,
        address: `0x${hex.padStart(40, '0')}`,
        transfer: `${network}/0x${hex.padStart(64, '0')}/log:0`,
        payment: newId() as string,
      };
    },
  };
}
