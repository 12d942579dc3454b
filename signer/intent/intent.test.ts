import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  approvalChallenge,
  approvalDigest,
  approvalMessage,
  auditHeadMessage,
  canonicalJson,
  describePlan,
  type Line,
  type Plan,
  parsePlan,
  planDigest,
  planFaults,
  readLine,
  transferData,
} from './index.ts';
import vectors from './vectors.json' with { type: 'json' };

const [tokenPlan, nativePlan] = vectors.plans.map(({ plan }) => plan as Plan) as [Plan, Plan];

/** The plan with line `index` changed. */
function withLine(plan: Plan, index: number, change: Partial<Line>): Plan {
  const lines = plan.lines.map((line, at) => (at === index ? { ...line, ...change } : line));
  return { ...plan, lines };
}

function faultsOf(plan: Plan): string[] {
  return planFaults(plan).map(({ fault }) => fault);
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the frozen vectors', () => {
  test.each(vectors.canonicalJson)('canonical JSON of $text', ({ value, text }) => {
    expect(canonicalJson(value as never)).toBe(text);
  });

  test.each(vectors.plans)('digest of $name', ({ plan, digest }) => {
    expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
    expect(planDigest(plan as Plan)).toBe(digest);
  });

  test.each(vectors.clusters)('digest of a cluster $digest', ({ plans, digest }) => {
    expect(approvalDigest(plans)).toBe(digest);
    expect(approvalDigest([...plans].reverse())).toBe(digest);
  });

  test.each(vectors.approvals)('what a device signs for $digest', (vector) => {
    expect(hex(approvalMessage(vector.digest))).toBe(vector.messageHex);
    expect(approvalChallenge(vector.digest)).toBe(vector.challenge);
  });

  test.each(vectors.auditHeads)('what vouches for audit head $sequence', (vector) => {
    expect(hex(auditHeadMessage(vector))).toBe(vector.messageHex);
  });
});

describe('digests', () => {
  test('a cluster names each plan once, and at least one', () => {
    expect(() => approvalDigest([])).toThrow('at least one plan');
    expect(() => approvalDigest(['aa', 'aa'])).toThrow('each named once');
  });

  test('canonical JSON refuses what could be written two ways', () => {
    for (const value of [
      1.5,
      Number.NaN,
      2 ** 53,
      '\ud800',
      undefined,
      [undefined],
      { a: undefined },
    ]) {
      expect(() => canonicalJson(value as never)).toThrow(TypeError);
    }
    // biome-ignore lint/suspicious/noSparseArray: a hole is what this is about
    expect(() => canonicalJson([1, , 2] as never)).toThrow(TypeError);
  });
});

describe('reading a line', () => {
  test('an ERC-20 transfer reads back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 256n - 1n), fc.bigInt(0n, 2n ** 160n - 1n), (amount, to) => {
        const recipient = `0x${to.toString(16).padStart(40, '0')}` as const;
        const line = { ...(tokenPlan.lines[1] as Line), data: transferData(recipient, amount) };
        expect(readLine(tokenPlan.network, line)).toMatchObject({ amount, recipient });
      }),
    );
  });

  test.each([
    ['approve', (data: string) => data.replace('a9059cbb', '095ea7b3')],
    ['transferFrom', (data: string) => data.replace('a9059cbb', '23b872dd')],
    ['one byte more', (data: string) => `${data}00`],
    ['one byte less', (data: string) => data.slice(0, -2)],
    ['no selector', (data: string) => `0x${data.slice(10)}`],
    ['the selector alone', () => '0xa9059cbb'],
    ['dirty upper bytes of the address', (data: string) => data.replace('bb000000', 'bb000001')],
  ])('calldata that is not a transfer is unknown: %s', (_, change) => {
    const data = change(tokenPlan.lines[1]?.data ?? '') as Line['data'];
    expect(faultsOf(withLine(tokenPlan, 1, { data }))).toEqual(['calldata_unknown']);
  });

  test('a token transfer that also sends coins is unknown', () => {
    expect(faultsOf(withLine(tokenPlan, 1, { valueWei: '1' }))).toEqual(['calldata_unknown']);
  });
});

describe('a plan that does not make sense is refused', () => {
  const [gas, back, sweep] = tokenPlan.lines as [Line, Line, Line];
  const shows = (change: Partial<Line['shows']>) => ({ shows: { ...back.shows, ...change } });
  const other = '0x00000000000000000000000000000000000000bb' as const;
  const paid = (line: Line, amount: bigint, to = line.shows.recipient): Line => ({
    ...line,
    data: transferData(to, amount),
    shows: { ...line.shows, amount: String(amount), recipient: to },
  });
  const lines = (...all: Line[]): Plan => ({ ...tokenPlan, lines: all });

  test.each<[string, Plan, string]>([
    ['shows another amount', withLine(tokenPlan, 1, shows({ amount: '1' })), 'shown_otherwise'],
    [
      'shows another recipient',
      withLine(tokenPlan, 1, shows({ recipient: other })),
      'shown_otherwise',
    ],
    ['shows another asset', withLine(nativePlan, 0, { shows: gas.shows }), 'shown_otherwise'],
    ['pays nobody', lines(gas), 'pays_nothing'],
    ['sweep before return', lines(gas, sweep, back), 'purposes_out_of_order'],
    ['gas after return', lines(back, gas), 'purposes_out_of_order'],
    ['returns twice', lines(gas, back, back), 'more_than_one_return'],
    ['two senders', lines(gas, back, { ...sweep, from: other }), 'senders_mixed'],
    ['two keys', lines(gas, back, { ...sweep, key: gas.key }), 'senders_mixed'],
    ['two assets', { ...nativePlan, lines: [...nativePlan.lines, sweep] }, 'assets_mixed'],
    ['another network', { ...tokenPlan, network: { chainId: 1 } }, 'transfer_on_another_network'],
    ['an amount of zero', lines(gas, paid(back, 0n)), 'amount_zero'],
    ['to the zero address', lines(gas, paid(back, 1n, `0x${'0'.repeat(40)}`)), 'recipient_unfit'],
    ['to the token itself', lines(gas, paid(back, 1n, back.to)), 'recipient_unfit'],
    ['to the sender', lines(gas, paid(back, 1n, back.from)), 'recipient_unfit'],
    ['gas as a token', lines({ ...back, purpose: 'gas' }, back), 'gas_not_native'],
    ['gas to a stranger', lines({ ...gas, to: other }, back), 'gas_to_another_address'],
    ['gas from the payer', lines({ ...gas, key: back.key }, back), 'gas_from_the_payer'],
    ['more gas than fees', lines(gas, { ...back, feeWeiMax: '1' }), 'gas_above_fees'],
    ['more gas in two lines', lines(gas, gas, back, sweep), 'gas_above_fees'],
  ])('%s', (_, plan, fault) => {
    expect(faultsOf(plan)).toContain(fault);
    expect(parsePlan(plan)).toMatchObject({ ok: false, code: 'plan_inconsistent' });
  });

  test.each<[string, object]>([
    ['a checksummed address', withLine(tokenPlan, 0, { to: `0x${'D1'.repeat(20)}` })],
    ['a number for an amount', withLine(tokenPlan, 0, { valueWei: 5 as never })],
    ['a leading zero', withLine(tokenPlan, 0, { valueWei: '01' })],
    ['2^256', withLine(tokenPlan, 0, { valueWei: String(2n ** 256n) })],
    ['a hardened index', withLine(tokenPlan, 0, { key: "m/44'/60'/0'/0/0'" })],
    ['an index of 2^31', withLine(tokenPlan, 0, { key: "m/44'/60'/0'/0/2147483648" })],
    ['a path of another coin', withLine(tokenPlan, 0, { key: "m/44'/0'/0'/0/0" })],
    ['half a byte of data', withLine(tokenPlan, 0, { data: '0x0' })],
    ['an unknown field', { ...tokenPlan, note: 'hello' }],
    ['an unknown field of a line', withLine(tokenPlan, 0, { gas: 1 } as never)],
    ['no lines', { ...tokenPlan, lines: [] }],
    ['nine lines', { ...tokenPlan, lines: Array(9).fill(tokenPlan.lines[1]) }],
    ['a time zone', { ...tokenPlan, expiresAt: '2026-12-01T00:00:00+09:00' }],
    ['a day that is not', { ...tokenPlan, expiresAt: '2026-02-30T00:00:00.000Z' }],
    [
      'a transfer spelled otherwise',
      { ...tokenPlan, transferKey: tokenPlan.transferKey.replace('log:0', 'log:00') },
    ],
    ['a name written right to left', withLine(tokenPlan, 1, shows({ symbol: 'CTBW\u202e' }))],
    ['version 2', { ...tokenPlan, version: 2 }],
  ])('%s is malformed', (_, plan) => {
    expect(parsePlan(plan)).toMatchObject({ ok: false, code: 'plan_malformed' });
  });
});

describe('a plan in words', () => {
  test('is decoded from the bytes, whatever it claims to show', () => {
    const lying = withLine(tokenPlan, 1, {
      shows: {
        ...(tokenPlan.lines[1] as Line).shows,
        amount: '1',
        recipient: `0x${'00'.repeat(20)}`,
      },
    });
    for (const language of ['ja', 'en'] as const) {
      expect(describePlan(lying, language)).toEqual(describePlan(tokenPlan, language));
    }
  });

  test('reads naturally in both languages', () => {
    expect(describePlan(tokenPlan, 'en')).toMatchInlineSnapshot(`
      {
        "heading": "Case R-2026-000123 (requested by staff-hana): return of transfer evm:61/0xabababababababababababababababababababababababababababababababab/log:0. Network evm:61, to be signed before 2026-12-01T00:00:00.000Z.",
        "lines": [
          "Gas for the fees: 0.003 ETC (3000000000000000 wei) from 0x1111111111111111111111111111111111111111 to 0xd1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1. Network fee at most 0.001 of the network's own coin.",
          "Return to the customer: 4.95 WBTC (495000000 units of contract 0x2260fac5e5542a773aa44fbcfedf7c193bc2c599) from 0xd1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1 to 0xc5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5. Network fee at most 0.002 of the network's own coin.",
          "Move to the exchange: 0.05 WBTC (5000000 units of contract 0x2260fac5e5542a773aa44fbcfedf7c193bc2c599) from 0xd1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1 to 0x7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e. Network fee at most 0.002 of the network's own coin.",
        ],
      }
    `);
    expect(describePlan(tokenPlan, 'ja')).toMatchInlineSnapshot(`
      {
        "heading": "案件 R-2026-000123（申請者 staff-hana）：送金 evm:61/0xabababababababababababababababababababababababababababababababab/log:0 の返却。ネットワーク evm:61、承認期限 2026-12-01T00:00:00.000Z。",
        "lines": [
          "ガス代の補充：0x1111111111111111111111111111111111111111 から 0xd1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1 へ 0.003 ETC（3000000000000000 wei）。手数料の上限はネットワークの通貨で 0.001。",
          "お客さまへの返却：0xd1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1 から 0xc5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5 へ 4.95 WBTC（コントラクト 0x2260fac5e5542a773aa44fbcfedf7c193bc2c599 の 495000000 単位）。手数料の上限はネットワークの通貨で 0.002。",
          "当社アドレスへの移動：0xd1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1 から 0x7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e へ 0.05 WBTC（コントラクト 0x2260fac5e5542a773aa44fbcfedf7c193bc2c599 の 5000000 単位）。手数料の上限はネットワークの通貨で 0.002。",
        ],
      }
    `);
  });

  test.each([
    ['turns numbers around', 'ש1', '\u2068ש1\u2069'],
    ['holds letters that show nothing', 'WB\u3164TC', '\u2068WB\ufffdTC\u2069'],
    ['is a blank', '\u2800', '\u2068\ufffd\u2069'],
  ])('keeps a name that %s apart from the amount', (_, symbol, shown) => {
    const shows = { ...(tokenPlan.lines[1] as Line).shows, symbol };
    const plan = withLine(tokenPlan, 1, { shows });
    expect(parsePlan(plan).ok).toBe(true);
    expect(describePlan(plan, 'en').lines[1]).toContain(`4.95 ${shown} (495000000 units`);
  });

  test('says so when a line can not be read', () => {
    const odd = withLine(tokenPlan, 1, { data: '0x095ea7b3' });
    expect(describePlan(odd, 'en').lines[1]).toContain('Do not approve it');
    expect(describePlan(odd, 'ja').lines[1]).toContain('承認しないでください');
  });
});
