import fc from 'fast-check';
import { getAddress } from 'viem';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../console/plan/canonical-json.ts';
import {
  type AnyPlan,
  challengeOf,
  checkPlan,
  checksum,
  decodeLine,
  digestOf,
  digestOfAll,
  type Measure,
  type ReturnPlan,
  readPlan,
  type SentPlan,
  tellPlan,
} from '../console/plan/index.ts';
import {
  approvalChallenge,
  approvalDigest,
  describePlan,
  parsePlan,
  planDigest,
  readLine,
  transferData,
} from '../signer/intent/index.ts';
import vectors from '../signer/intent/vectors.json' with { type: 'json' };
import { creditPlanDigest, describeCreditPlan } from '../src/payments/index.ts';

type Json = Readonly<Record<string, unknown>>;

const plans = vectors.plans.map(({ plan }) => plan as unknown as ReturnPlan);
const first = plans[0] as ReturnPlan;
const asset = { symbol: '', decimals: 0 };

const credit = {
  version: 1,
  id: '0b5c1d0e-6f5a-4f0e-9d5e-2f6b6f1f9a09',
  caseNumber: 'R-26-000009',
  requester: 'staff-hana',
  transferKey: `evm:1/0x${'ab'.repeat(32)}/log:0`,
  customer: 'customer-7',
  asset: `evm:1/token:0x${'22'.repeat(20)}`,
  units: '495000000',
  feeUnits: '5000000',
  expiresAt: '2026-12-01T00:00:00.000Z',
} as const;

const now = new Date('2026-11-22T05:22:00Z');

/** What the case page knows of the first plan of the vectors. */
const measure: Measure = {
  caseNumber: first.caseNumber,
  transferKey: first.transferKey,
  found: {
    asset: 'evm:61/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599',
    units: '500000000',
    symbol: 'WBTC',
    decimals: 8,
    from: `0x${'C5'.repeat(20)}`,
    to: `0x${'D1'.repeat(20)}`,
  },
  choice: { option: 'return_to_source', units: '495000000' },
  destination: { address: `0x${'C5'.repeat(20)}`, proof: 'signature' },
  feeUnits: '5000000',
  customer: null,
  language: 'en',
  now,
};

const creditMeasure: Measure = {
  ...measure,
  caseNumber: credit.caseNumber,
  transferKey: credit.transferKey,
  found: { ...(measure.found as NonNullable<Measure['found']>), asset: credit.asset },
  choice: { option: 'credit', units: '495000000' },
  destination: null,
  customer: 'customer-7',
};

function sentReturn(plan: ReturnPlan): SentPlan {
  const words = describePlan(plan as never, 'en');
  const { requester, expiresAt } = plan;
  return {
    kind: 'return',
    raw: plan,
    digest: planDigest(plan as never),
    requester,
    expiresAt,
    ...words,
  };
}

function sentCredit(plan: typeof credit): SentPlan {
  return {
    kind: 'credit',
    raw: plan,
    digest: creditPlanDigest(plan as never),
    requester: plan.requester,
    expiresAt: plan.expiresAt,
    heading: plan.caseNumber,
    lines: [describeCreditPlan(plan as never, { symbol: 'WBTC', decimals: 8 }, 'en')],
  };
}

const failing = (sent: SentPlan, by = measure) => {
  const checked = checkPlan(sent, by);
  return checked.read
    ? checked.checks.filter(({ ok }) => !ok).map(({ code }) => code)
    : [checked.field];
};

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

describe('a plan that is not what it should be', () => {
  test('one that is as it should be is sound', () => {
    expect(failing(sentReturn(first))).toEqual([]);
    expect(failing(sentCredit(credit), creditMeasure)).toEqual([]);
  });

  test('every field altered under way is caught by its digest', () => {
    const sent = sentReturn(first);
    for (const path of leavesOf(first)) {
      const raw = alter(first, path, other(path, valueAt(first, path)));
      expect(checkPlan({ ...sent, raw }, measure).sound, path.join('.')).toBe(false);
    }
    const given = sentCredit(credit);
    for (const path of leavesOf(credit)) {
      const raw = alter(credit, path, other(path, valueAt(credit, path)));
      expect(checkPlan({ ...given, raw }, creditMeasure).sound, path.join('.')).toBe(false);
    }
  });

  test('a field that nobody knows is not signed unseen', () => {
    const sent = sentReturn(first);
    expect(failing({ ...sent, raw: { ...first, extra: 1 } })).toEqual(['extra']);
    expect(failing({ ...sent, kind: 'something' })).toEqual(['kind']);
    expect(failing({ ...sent, raw: null })).toEqual(['plan']);
    expect(failing({ ...sent, raw: { ...first, lines: [] } })).toEqual(['lines']);
  });

  test('words or digest altered alone are caught', () => {
    const sent = sentReturn(first);
    const [one = '', ...rest] = sent.lines;
    expect(failing({ ...sent, digest: 'f'.repeat(64) })).toEqual(['digest']);
    expect(failing({ ...sent, lines: [`${one} `, ...rest] })).toEqual(['words']);
    expect(failing({ ...sent, lines: rest })).toEqual(['words']);
    expect(failing({ ...sent, lines: [...sent.lines, 'And more.'] })).toEqual(['words']);
    expect(failing({ ...sent, heading: '' })).toEqual(['words']);
    expect(failing({ ...sent, requester: 'staff-ken' })).toEqual(['requester']);
  });

  /** Whoever alters the plan, its words and its digest alike is found by what the case says. */
  const alike: readonly [string, (plan: ReturnPlan) => ReturnPlan, readonly string[]][] = [
    ['another case', (plan) => ({ ...plan, caseNumber: 'R-2026-000124' }), ['case']],
    [
      'another transfer',
      (plan) => ({ ...plan, transferKey: plan.transferKey.replace('log:0', 'log:1') }),
      ['transfer'],
    ],
    [
      'another chain',
      (plan) => ({ ...plan, network: { chainId: 62 } }),
      ['order', 'shown', 'token'],
    ],
    [
      'another recipient',
      (plan) => pay(plan, { recipient: `0x${'6e'.repeat(20)}` }),
      ['recipient'],
    ],
    ['the zero address', (plan) => pay(plan, { recipient: `0x${'0'.repeat(40)}` }), ['recipient']],
    ['less', (plan) => pay(plan, { amount: 494_999_999n }), ['amount', 'whole']],
    ['more', (plan) => pay(plan, { amount: 495_000_001n }), ['amount', 'whole']],
    ['another token', (plan) => pay(plan, { token: `0x${'33'.repeat(20)}` }), ['token']],
    ['another sender', (plan) => pay(plan, { from: `0x${'44'.repeat(20)}` }), ['from']],
    ['a larger fee', (plan) => sweep(plan, 6_000_000n), ['fee', 'whole']],
    ['no gas to speak of', (plan) => gas(plan, { valueWei: '0' }), ['gas']],
    ['too much gas', (plan) => gas(plan, { valueWei: '4000000000000001' }), ['gas']],
    ['gas to a stranger', (plan) => gas(plan, { to: `0x${'55'.repeat(20)}` }), ['gas']],
    [
      'the return left out',
      (plan) => ({ ...plan, lines: plan.lines.filter((_, at) => at !== 1) }),
      ['order', 'whole'],
    ],
    [
      'the fee first',
      (plan) => ({ ...plan, lines: [plan.lines[0], plan.lines[2], plan.lines[1]] as never }),
      ['order'],
    ],
  ];

  test.each(alike)('%s, with words and digest to match', (_, change, found) => {
    const altered = change(first);
    expect(failing(sentReturn(altered))).toEqual(expect.arrayContaining([...found]));
  });

  test('a credit to another customer, of another amount or asset', () => {
    const changes = [
      { customer: 'customer-8' },
      { units: '495000001' },
      { asset: `evm:1/token:0x${'23'.repeat(20)}` },
      { feeUnits: '0' },
    ];
    for (const change of changes) {
      expect(failing(sentCredit({ ...credit, ...change } as never), creditMeasure)).not.toEqual([]);
    }
  });

  test('one whose time is over', () => {
    const late = { ...measure, now: new Date('2026-12-01T00:00:00Z') };
    expect(failing(sentReturn(first), late)).toEqual(['open']);
  });

  test('one of which nothing is known', () => {
    const unknown = { ...measure, found: null, choice: null, destination: null, transferKey: null };
    expect(failing(sentReturn(first), unknown)).toEqual(
      expect.arrayContaining(['transfer', 'recipient', 'amount', 'from', 'token', 'whole']),
    );
  });
});

function edit(
  plan: ReturnPlan,
  at: number,
  change: Partial<ReturnPlan['lines'][number]>,
): ReturnPlan {
  return {
    ...plan,
    lines: plan.lines.map((line, index) => (index === at ? { ...line, ...change } : line)),
  };
}

/** The return with bytes and words changed alike. */
function pay(
  plan: ReturnPlan,
  change: { recipient?: string; amount?: bigint; token?: string; from?: string },
): ReturnPlan {
  const line = plan.lines[1] as ReturnPlan['lines'][number];
  const recipient = (change.recipient ?? line.shows.recipient) as `0x${string}`;
  const amount = change.amount ?? BigInt(line.shows.amount);
  const to = change.token ?? line.to;
  const shows = {
    ...line.shows,
    recipient,
    amount: amount.toString(),
    asset: `evm:61/token:${to}`,
  };
  const data = transferData(recipient as never, amount);
  return edit(plan, 1, { data, to, from: change.from ?? line.from, shows });
}

function sweep(plan: ReturnPlan, amount: bigint): ReturnPlan {
  const line = plan.lines[2] as ReturnPlan['lines'][number];
  const shows = { ...line.shows, amount: amount.toString() };
  return edit(plan, 2, { data: transferData(shows.recipient as never, amount), shows });
}

function gas(plan: ReturnPlan, change: { valueWei?: string; to?: string }): ReturnPlan {
  const line = plan.lines[0] as ReturnPlan['lines'][number];
  const { valueWei = line.valueWei, to = line.to } = change;
  return edit(plan, 0, { valueWei, to, shows: { ...line.shows, amount: valueWei, recipient: to } });
}

function leavesOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...at, name]));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((one, name) => (one as Json)[name], value);
}

function alter<T>(value: T, path: readonly string[], to: unknown): T {
  const copy = structuredClone(value) as Record<string, unknown>;
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  parent[path.at(-1) as string] = to;
  return copy as T;
}

/** Another value that is as well formed as the one before. */
function other(path: readonly string[], value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  if (path.at(-1) === 'purpose') return text === 'return' ? 'sweep' : 'return';
  if (path.at(-1) === 'expiresAt') return '2026-12-02T00:00:00.000Z';
  if (text === '0x') return '0x00';
  const last = text.at(-1);
  return text.slice(0, -1) + (last === '1' ? '2' : '1');
}
