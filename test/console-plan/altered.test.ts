import { describe, expect, test } from 'vitest';
import { checkPlan, type ReturnPlan } from '../../console/plan/index.ts';
import { transferData } from '../../signer/intent/index.ts';
import {
  alter,
  credit,
  creditMeasure,
  failing,
  first,
  leavesOf,
  measure,
  other,
  sentCredit,
  sentReturn,
  valueAt,
} from './plans.ts';

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
