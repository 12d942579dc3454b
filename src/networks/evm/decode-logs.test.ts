import fc from 'fast-check';
import { encodeAbiParameters } from 'viem';
import { describe, expect, test } from 'vitest';
import { address } from '../address.ts';
import { batchTopic, decodeLogs, type RawLog, singleTopic, transferTopic } from './decode-logs.ts';
import { word } from './hex.ts';

const token = address(`0x${'7'.repeat(40)}`);
const a = address(`0x${'a'.repeat(40)}`);
const b = address(`0x${'b'.repeat(40)}`);
const operator = address(`0x${'c'.repeat(40)}`);
const topicOf = (value: bigint | typeof a) => `0x${word(value)}`;
const log = (topics: readonly string[], data: string): RawLog => ({ address: token, topics, data });
const transfer = (units: bigint) => log([transferTopic, topicOf(a), topicOf(b)], topicOf(units));
const noise = log([`0x${'1'.repeat(64)}`], '0x');
const parties = [topicOf(operator), topicOf(a), topicOf(b)];

const units = fc.bigInt(0n, 2n ** 256n - 1n);

describe('transfers in logs', () => {
  test('ERC-20: any amount, to the last unit, at its place among all logs', () => {
    fc.assert(
      fc.property(units, fc.nat(50), (amount, before) => {
        const logs = [...Array<RawLog>(before).fill(noise), transfer(amount)];
        expect(decodeLogs(logs)).toEqual([
          { path: `log:${before}`, kind: 'token', token, tokenId: null, from: a, to: b, amount },
        ]);
      }),
    );
  });

  test('ERC-721: the fourth topic is the id, one piece moves', () => {
    fc.assert(
      fc.property(units, (id) => {
        const logs = [log([transferTopic, topicOf(a), topicOf(b), topicOf(id)], '0x')];
        expect(decodeLogs(logs)).toEqual([
          { path: 'log:0', kind: 'nft', token, tokenId: id, from: a, to: b, amount: 1n },
        ]);
      }),
    );
  });

  test('ERC-1155: one id, or many with a path each', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(units, units), { maxLength: 20 }), (items) => {
        const [first] = items;
        if (first) {
          const single = log([singleTopic, ...parties], `0x${word(first[0])}${word(first[1])}`);
          expect(decodeLogs([single])).toMatchObject([
            { path: 'log:0', kind: 'nft', tokenId: first[0], amount: first[1], from: a, to: b },
          ]);
        }
        const ids = items.map(([id]) => id);
        const amounts = items.map(([, amount]) => amount);
        const lists = [{ type: 'uint256[]' }, { type: 'uint256[]' }] as const;
        const batch = log([batchTopic, ...parties], encodeAbiParameters(lists, [ids, amounts]));
        expect(decodeLogs([noise, batch])).toEqual(
          items.map(([tokenId, amount], item) => {
            const path = `log:1/${item}`;
            return { path, kind: 'nft', token, tokenId, from: a, to: b, amount };
          }),
        );
      }),
    );
  });
});

describe('logs that only resemble transfers', () => {
  const dirty = `0x${'f'.repeat(24)}${'a'.repeat(40)}`;
  const full = `0x${'0'.repeat(64)}`;
  test.each([
    ['no topics', log([], full)],
    ['one topic', log([transferTopic], `0x${'0'.repeat(192)}`)],
    ['two topics', log([transferTopic, topicOf(a)], full)],
    ['an ERC-20 without data', log([transferTopic, topicOf(a), topicOf(b)], '0x')],
    ['short data', log([transferTopic, topicOf(a), topicOf(b)], '0x01')],
    ['long data', log([transferTopic, topicOf(a), topicOf(b)], `${full}00`)],
    ['an ERC-721 with data', log([transferTopic, topicOf(a), topicOf(b), full], full)],
    ['a sender with dirty upper bytes', log([transferTopic, dirty, topicOf(b)], full)],
    ['a recipient with dirty upper bytes', log([transferTopic, topicOf(a), dirty], full)],
    ['a single with too few topics', log([singleTopic, topicOf(a), topicOf(b)], full)],
    ['a single with short data', log([singleTopic, ...parties], full)],
    ['a batch without data', log([batchTopic, ...parties], '0x')],
    [
      'a batch whose list is beyond its data',
      log([batchTopic, ...parties], `0x${word(64n)}${word(4096n)}${word(0n)}`),
    ],
    [
      'a batch of more items than it has',
      log([batchTopic, ...parties], `0x${word(64n)}${word(64n)}${word(2n ** 255n)}`),
    ],
    [
      'a batch at half a word',
      log([batchTopic, ...parties], `0x${word(33n)}${word(64n)}${word(0n)}`),
    ],
    [
      'Deposit of wrapped coins',
      log(['0xe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c', topicOf(a)], full),
    ],
  ])('%s', (_, hostile) => {
    expect(decodeLogs([hostile])).toEqual([]);
    expect(decodeLogs([hostile, transfer(1n)])).toMatchObject([{ path: 'log:1', amount: 1n }]);
  });

  test('a batch of ids and amounts that do not pair', () => {
    const lists = [{ type: 'uint256[]' }, { type: 'uint256[]' }] as const;
    const data = encodeAbiParameters(lists, [[1n, 2n], [1n]]);
    expect(decodeLogs([log([batchTopic, ...parties], data)])).toEqual([]);
  });

  test('any bytes at all: never an exception, never more items than words', () => {
    const hex = fc
      .uint8Array({ maxLength: 400 })
      .map((bytes) => Buffer.from(bytes).toString('hex'));
    const word32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const anyTopic = fc.oneof(
      fc.constantFrom(transferTopic, singleTopic, batchTopic, topicOf(a)),
      word32.map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`),
    );
    fc.assert(
      fc.property(fc.array(anyTopic, { maxLength: 4 }), hex, (topics, digits) => {
        const read = decodeLogs([log(topics, `0x${digits}`)]);
        expect(read.length).toBeLessThanOrEqual(1 + digits.length / 64);
      }),
    );
  });
});
