import { describe, expect, test } from 'vitest';
import { address, networkId, tokenAsset, transferKey, txHash } from '../networks/index.ts';
import { profiles } from '../profiles/index.ts';
import { noHints } from './index.ts';
import { daysMeant, matchHints } from './match-hints.ts';
import type { SeenDeposit } from './seen-deposits.ts';

const { calendar } = profiles.jp;
const said = new Date('2026-11-22T03:12:00Z');
const network = networkId('evm:61');
const token = address(`0x${'b7'.repeat(20)}`);

function deposit(nth: number, amount: bigint, at: string): SeenDeposit {
  const hash = txHash(`0x${String(nth).repeat(64)}`);
  return {
    ...{ key: transferKey(network, hash, 'log:0'), hash, network, at: new Date(at) },
    ...{ confirmations: 9, confirmationsMin: 3, final: true },
    transfer: {
      ...{ path: 'log:0', kind: 'token', token, tokenId: null, symbol: 'WBTC', decimals: 8 },
      from: address(`0x${'32'.repeat(20)}`),
      to: address(`0x${'e1'.repeat(20)}`),
      ...{ amount, asset: tokenAsset(network, token) },
    },
  };
}

const five = deposit(1, 500_000_000n, '2026-11-20T12:14:00Z');
const nearlyFive = deposit(2, 495_000_000n, '2026-11-21T12:14:00Z');
const old = deposit(3, 500_000_000n, '2026-09-01T00:00:00Z');
const all = [five, nearlyFive, old];
const found = (hints: Partial<typeof noHints>) =>
  matchHints(all, { ...noHints, ...hints }, calendar, said).map(({ hash }) => hash[2]);

describe('what is remembered', () => {
  test.each([
    ['the amount to the digit comes first', { amount: '5' }, '1 3 2'],
    ['of the same amount the newest comes first', { amount: '5', asset: 'wbtc' }, '1 3 2'],
    ['full-width digits and commas are read', { amount: '５.００' }, '1 3 2'],
    ['an amount too far off does not fit', { amount: '5.2' }, ''],
    ['what is no amount decides nothing', { amount: 'たくさん' }, '2 1 3'],
    ['another asset does not fit', { asset: 'ETH' }, ''],
    ['a week', { when: 'week' }, '2 1'],
    ['a day, one day more or less', { when: '2026-11-19' }, '1'],
    ['two days', { when: '2026-08-30..2026-09-01' }, '3'],
    ['longer ago', { when: 'older' }, '3'],
    ['another address does not fit', { address: `0x${'ab'.repeat(20)}` }, ''],
    ['a broken address decides nothing', { address: '0x12' }, '2 1 3'],
  ])('%s', (_, hints, order) => {
    expect(found(hints).join(' ')).toBe(order);
  });

  test('days are counted from the day on which it was said', () => {
    expect(daysMeant('yesterday', '2026-11-22')).toEqual({ from: '2026-11-21', to: '2026-11-21' });
    expect(daysMeant('today', '2026-11-22')).toEqual({ from: '2026-11-22', to: '2026-11-22' });
    expect(daysMeant('sometime', '2026-11-22')).toBeNull();
  });
});
