import fc from 'fast-check';
import { getAddress } from 'viem';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../console/plan/canonical-json.ts';
import {
  type AnyPlan,
  challengeOf,
  checksum,
  decodeLine,
  digestOf,
  digestOfAll,
  type ReturnPlan,
  readPlan,
  tellPlan,
} from '../../console/plan/index.ts';
import {
  approvalChallenge,
  approvalDigest,
  describePlan,
  parsePlan,
  planDigest,
  readLine,
  transferData,
} from '../../signer/intent/index.ts';
import vectors from '../../signer/intent/vectors.json' with { type: 'json' };
import { creditPlanDigest, describeCreditPlan } from '../../src/payments/index.ts';
import { alter, credit, first, type Json, leavesOf } from './plans.ts';

const asset = { symbol: '', decimals: 0 };

describe('what the console computes by itself', () => {
  test.each(vectors.canonicalJson)('canonical text %#', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each(vectors.plans)('digest of $name', ({ plan, digest }) => {
    expect(digestOf({ kind: 'return', plan: plan as never })).toBe(digest);
  });

  test.each(vectors.clusters)('digest of a cluster %#', ({ plans: digests, digest }) => {
    expect(digestOfAll(digests)).toBe(digest);
  });

  test.each(vectors.approvals)('challenge of a passkey %#', ({ digest, challenge }) => {
    expect(Buffer.from(challengeOf(digest)).toString('base64url')).toBe(challenge);
    expect(approvalChallenge(digest)).toBe(challenge);
  });

  test('digest of a credit', () => {
    const read: AnyPlan = { kind: 'credit', plan: credit };
    expect(digestOf(read)).toBe(creditPlanDigest(credit as never));
  });

  test('no digest of nothing, and none of a plan named twice', () => {
    expect(() => digestOfAll([])).toThrow(RangeError);
    expect(() => digestOfAll(['00', '00'])).toThrow(RangeError);
    expect(() => approvalDigest([])).toThrow(RangeError);
  });

  test('text that is not well formed has no canonical form, nor has half a number', () => {
    expect(() => canonicalJson('\ud800')).toThrow(TypeError);
    expect(() => canonicalJson(0.5)).toThrow(TypeError);
    expect(() => canonicalJson({ a: undefined })).toThrow(TypeError);
  });
});

const address = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as const);
const word = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
const symbol = fc.constantFrom('WBTC', 'ビット', 'ETH\u2800', 'א', '!', 'A\u034fB');

const lines = fc.array(
  fc.record({
    purpose: fc.constantFrom('gas', 'return', 'sweep'),
    from: address,
    to: address,
    token: fc.boolean(),
    recipient: address,
    amount: word,
    fee: word,
    symbol,
    decimals: fc.nat(255),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('code of its own agrees with the signer’s', () => {
  test('on calldata, on words in both languages, and on the digest, for any plan', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('ja', 'en'), (drawn, language) => {
        const plan = {
          ...first,
          lines: drawn.map((one) => ({
            purpose: one.purpose,
            from: one.from,
            key: "m/44'/60'/0'/0/7",
            to: one.to,
            valueWei: one.token ? '0' : one.amount.toString(),
            data: one.token ? transferData(one.recipient, one.amount) : '0x',
            feeWeiMax: one.fee.toString(),
            shows: {
              asset: 'evm:61/native',
              symbol: one.symbol,
              decimals: one.decimals,
              amount: one.amount.toString(),
              recipient: one.recipient,
            },
          })),
        } as unknown as ReturnPlan;
        const read: AnyPlan = { kind: 'return', plan };
        expect(tellPlan(read, asset, language)).toEqual(describePlan(plan as never, language));
        expect(digestOf(read)).toBe(planDigest(plan as never));
        for (const line of plan.lines) {
          const { contract: _, ...moves } = decodeLine(61, line) as never as Json;
          expect(moves).toEqual(readLine({ chainId: 61 }, line as never));
        }
      }),
    );
  });

  test('on what is no transfer at all', () => {
    const token = first.lines[1] as (typeof first.lines)[number];
    const data = token.data;
    const others = [
      { ...token, data: `${data}00` },
      { ...token, data: data.slice(0, -2) },
      { ...token, data: data.replace('0xa9059cbb', '0x23b872dd') },
      { ...token, data: data.replace('0xa9059cbb00', '0xa9059cbb01') },
      { ...token, valueWei: '1' },
    ];
    for (const line of others) {
      expect(decodeLine(61, line)).toBeNull();
      expect(readLine({ chainId: 61 }, line as never)).toBeNull();
    }
  });

  test('on the upper and lower case of any address', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(checksum(one)).toBe(getAddress(one));
      }),
    );
  });

  test('on a credit’s words', () => {
    for (const language of ['ja', 'en'] as const) {
      const named = { symbol: 'WBTC', decimals: 8 };
      const told = tellPlan({ kind: 'credit', plan: credit }, named, language);
      expect(told.lines).toEqual([describeCreditPlan(credit as never, named, language)]);
    }
  });

  test('on which plans are well formed, for any value in any field', () => {
    const paths = leavesOf(first);
    const values = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constantFrom('0x', '00', '-1', '1.0', "m/44'/60'/0'/0/2147483648", `0x${'A'.repeat(40)}`),
      fc.constant((2n ** 256n).toString()),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, (path, value) => {
        const altered = alter(first, path, value);
        const theirs = parsePlan(altered);
        const malformed = !theirs.ok && theirs.code === 'plan_malformed';
        expect(readPlan('return', altered).ok).toBe(!malformed);
      }),
      { numRuns: 2_000 },
    );
  });
});
