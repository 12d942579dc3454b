import { describe, expect, test } from 'vitest';
import { amount, assetId } from '../../money/index.ts';
import { address, networkId, transferKey, txHash } from '../../networks/index.ts';
import { profileOn, profiles } from '../../profiles/index.ts';
import { done, type Outcome } from '../../std/index.ts';
import type { Claim, ClaimNumber } from '../claim.ts';
import type { DescribedClaim } from '../describe-claim.ts';
import type { ReasonCode } from '../diagnosis/index.ts';
import { type FeeQuote, quoteFee, standardSchedule } from '../fees/index.ts';
import type { Focus } from '../focus-on.ts';
import { buildQuote } from '../options/index.ts';
import { type ClaimState, claimStates } from '../states.ts';
import { claimFamilies, tellClaim } from './index.ts';

const polygon = networkId('evm:137');
const wbtc = assetId(`evm:137/token:0x${'b7'.repeat(20)}`);
const hash = txHash(`0x${'7f'.repeat(32)}`);
const key = transferKey(polygon, hash, 'log:0');
const customer = 'c-1' as Claim['customer'];
const states = Object.keys(claimStates) as ClaimState[];
/** Sunday, 22 November 2026, 3:12 in Tokyo. Monday is a holiday. */
const now = new Date('2026-11-21T18:12:00Z');
const { calendar } = profiles.jp;

const focus: Focus = {
  network: polygon,
  key,
  ours: true,
  owner: customer,
  reasons: [],
  transfer: {
    ...{ path: 'log:0', kind: 'token', token: address(`0x${'b7'.repeat(20)}`), tokenId: null },
    ...{ symbol: 'WBTC', decimals: 8, amount: 500_000_000n, asset: wbtc },
    from: address(`0x${'32'.repeat(20)}`),
    to: address(`0x${'e1'.repeat(20)}`),
  },
};

function feeOf(): Outcome<FeeQuote, never> {
  const quoted = quoteFee({
    ...{ schedule: standardSchedule, code: 'WRONG_NETWORK_SAME_KEY', networkListed: false },
    ...{ assetStatus: 'unlisted' as const, amount: amount(wbtc, 500_000_000n) },
    profile: profileOn('open', '2026-11-22'),
    ...{ gasCost: null, withdrawalFee: null },
    rates: [
      {
        ...{ from: wbtc, to: standardSchedule.currency.id, numerator: 1_200n, denominator: 1n },
        ...{ source: 'test', at: now },
      },
    ],
  });
  if (!quoted.ok) throw new Error(quoted.code);
  return done(quoted.value);
}

const quote = buildQuote({
  ...{ outcome: 'refund', amount: amount(wbtc, 500_000_000n), assetStatus: 'unlisted' },
  ...{ sender: 'wallet', profile: profileOn('jp', '2026-11-22'), scheduleVersion: 'v', now },
  fees: { credit: feeOf(), return: feeOf() },
  wishes: { hurry: 'unsure', sensitiveToFees: false },
});

function described(
  state: ClaimState,
  change: Partial<Claim> = {},
  more: Partial<DescribedClaim> = {},
): DescribedClaim {
  const claim = {
    ...{ number: 'R-26-004183' as ClaimNumber, customer, state, version: 3, language: 'ja' },
    ...{ said: '', hints: null, transactionHash: hash, network: polygon, transferKey: key },
    ...{ wishes: { hurry: 'unsure', sensitiveToFees: false }, cluster: null },
    ...{ diagnosis: null, correction: null, consent: null, choice: null, destination: null },
    ...{ plan: null, planDigest: null, payment: null, hold: null, closure: null, appeal: null },
    answer: { why: { ja: '理由です。', en: 'The reason.' }, change: { ja: '', en: '' } },
    evidence: {
      ...{ network: polygon, hash, blockNumber: 96_338_155n, blockHash: null },
      blockTime: new Date('2026-11-20T12:14:37Z'),
      ...{ confirmations: 73_911, confirmationsMin: 128, final: true, nodes: 2, agreeMin: 2 },
      ...{ readAt: now, takenOn: [networkId('evm:1')] },
    },
    ...{ quote, fee: null, promisedAt: new Date('2026-11-22T18:12:00Z') },
    ...{ createdAt: now, updatedAt: now },
    ...change,
  } as Claim;
  return {
    ...{ claim, focus, lines: [], stopped: null, now, calendar, approvals: 0 },
    reason: { code: 'WRONG_NETWORK_SAME_KEY', outcome: 'refund' },
    happened: { answered: now, approved: null },
    ...{ endedAt: null, sourceIsOwn: false },
    ...more,
  };
}

const choice: NonNullable<Claim['choice']> = {
  ...{ option: 'return_to_source', by: customer, at: now, units: 499_920_000n, fee: null },
  address: focus.transfer.from,
};

describe('whose turn it is', () => {
  test('every state has one family and its words, and no state is made up', () => {
    expect(Object.keys(claimFamilies).sort()).toEqual([...states].sort());
    for (const { family, ja, en } of Object.values(claimFamilies)) {
      expect(['you', 'us', 'wait', 'done', 'stop', 'hold']).toContain(family);
      expect(ja).toMatch(/[ぁ-んァ-ン一-龠]/);
      expect(en).toMatch(/[A-Za-z]/);
    }
  });

  test('families agree with the table of states', () => {
    for (const state of states) {
      const { turn } = claimStates[state];
      const { family } = claimFamilies[state];
      if (family === 'you') expect(turn).toBe('customer');
      if (turn === 'nobody') expect(family).toBe('done');
      if (turn === 'desk') expect(['us', 'hold']).toContain(family);
    }
  });
});

const banned =
  /自己責任|誤送金|いかなる|一切|可及的|順次|しばらくお待ち|何卒|幸いです|ご確認のほど|となっております|弊社|お客様|必ず戻|絶対|保証|すぐに解決|ご安心ください/;

const codes: readonly ReasonCode[] = [
  ...(['UNCONFIRMED', 'NOT_FOUND', 'REORGED', 'REPLACED', 'DEPOSIT_SUSPENDED'] as const),
  ...(['NOT_OURS', 'FAILED_REVERTED', 'FAKE_TOKEN', 'BELOW_MIN', 'FOREIGN_CONTRACT'] as const),
  ...(['OTHER_USERS_ADDRESS', 'ALREADY_CREDITED', 'UNKNOWN', 'WRONG_NETWORK_SAME_KEY'] as const),
];

describe('what is told', () => {
  const all = states.flatMap((state) =>
    codes.flatMap((code) =>
      [null, choice].flatMap((chosen) =>
        [focus, null].map((one) => {
          const closure = { by: 'recovery', at: now, code, reason: 'diagnosis' };
          const reason = { code, outcome: 'refund' as const };
          return described(state, { choice: chosen, closure }, { focus: one, reason });
        }),
      ),
    ),
  );

  test('in every state, for every reason, there is an answer in both languages', () => {
    for (const one of all) {
      for (const language of ['ja', 'en'] as const) {
        const told = tellClaim(one, language);
        expect(told.headline).toMatch(language === 'ja' ? /。$/ : /[.]$/);
        // What stands below the headline goes on from it, and never says it again.
        expect(told.lead.startsWith(told.headline)).toBe(false);
        const text = JSON.stringify(told);
        expect(text).not.toMatch(/undefined|\[object|NaN|–\}/);
        expect(text).not.toMatch(banned);
        if (language === 'ja') expect(told.headline).not.toMatch(/[ぁ-ん一-龠] [A-Za-z0-9]/);
      }
    }
  });

  test('in every state one step at most is being done, those before it are done', () => {
    for (const one of all) {
      const { steps } = tellClaim(one, 'ja');
      const order = steps.map(({ state }) => state).join(' ');
      expect(order).toMatch(/^(done ?)*(now ?)?(next ?)*$/);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    }
  });

  test('the money is at one place at most, and never beyond the place it has reached', () => {
    for (const one of all) {
      const { journey } = tellClaim(one, 'ja');
      expect(journey.filter(({ here }) => here).length).toBeLessThanOrEqual(1);
      expect(journey.every(({ here, reached }) => !here || reached)).toBe(true);
    }
  });

  test('a result is expected, never promised: only what is done is said as done', () => {
    for (const one of all) {
      const { headline, lead } = tellClaim(one, 'ja');
      const isPaid = ['returned', 'credited', 'compensated'].includes(one.claim.state);
      if (!isPaid) expect(headline + lead).not.toMatch(/お返しできます|取り戻せます|届きます/);
    }
  });
});

describe('the answer to a deposit by the wrong network', () => {
  const told = tellClaim(described('quoted'), 'ja');

  test('says what was found, where it is, and that only we can move it', () => {
    expect(told.headline).toBe('5\u00a0WBTCは見つかりました。お返しできる見込みです。');
    expect(told.lead).toContain('当社が鍵を管理するアドレスにあります');
    expect(told.journey.map(({ label, here }) => [label, here])).toEqual([
      ['送り元のアドレス', false],
      ['お客さま専用の入金アドレス', true],
      ['取引所の残高', false],
    ]);
    expect(told.journey[1]?.via).toBe(
      'ここで止まっています。ポリゴンのWBTCは、まだ取り扱いがありません',
    );
  });

  test('names days with weekday over the calendar, and why not earlier', () => {
    const check = told.steps.find(({ id }) => id === 'check');
    expect(check?.due).toBe('2026-11-24');
    expect(check?.text).toBe('11月24日（火）までの予定です。23日は勤労感謝の日です');
    expect(told.arrivesBy?.text).toMatch(/^11月\d+日（[月火水木金]）/);
    expect(told.arrivesBy?.note).toBe('23日は勤労感謝の日です。');
  });

  test('a quote that has run out says so, and that nothing is lost', () => {
    const late = described('quoted', {}, { now: new Date('2026-11-25T00:00:00Z') });
    const { headline, quoteExpired } = tellClaim(late, 'ja');
    expect(quoteExpired).toBe(true);
    expect(headline).toBe('お見積もりの期限が過ぎました。資産はそのままです。');
  });
});

test('what is still on its way is said to be on its way', () => {
  const pending = { ...focus, key: null };
  const diagnosis = {
    ...{ hash, notFoundOn: [], unread: [], reasons: [] },
    found: [
      {
        network: polygon,
        name: 'polygon',
        state: 'pending',
        confirmations: 0,
        reasons: [],
        transfers: [],
      },
    ],
  } as unknown as Claim['diagnosis'];
  const { journey } = tellClaim(described('waiting', { diagnosis }, { focus: pending }), 'ja');
  expect(journey.map(({ text, reached }) => [text, reached])).toEqual([
    ['5\u00a0WBTCを送金中', true],
    ['まだ届いていません', false],
    ['まだ反映されていません', false],
  ]);
});

describe('afterwards', () => {
  test('a returned claim has two lines for the next time and a receipt; it can be neither withdrawn nor appealed', () => {
    const told = tellClaim(described('returned', { choice }, { endedAt: now }), 'ja');
    expect(told.headline).toBe(
      '完了しました。4.9992\u00a0WBTCが、ご指定のウォレットに届いています。',
    );
    expect(told.lesson).toHaveLength(2);
    expect(told.lesson[0]).toContain('「イーサリアム」');
    expect(told).toMatchObject({
      ...{ receiptAvailable: true, canWithdraw: false, canAppeal: false, letterAvailable: false },
    });
    expect(told.journey.at(-1)).toMatchObject({ place: 'destination', here: true });
  });

  test('what is not ours comes with a letter, and can be appealed', () => {
    const one = described(
      'refused',
      { closure: { by: 'recovery', at: now, code: 'NOT_OURS', reason: '' } },
      {
        focus: { ...focus, ours: false, owner: null },
        reason: { code: 'NOT_OURS', outcome: 'refuse' },
      },
    );
    const told = tellClaim(one, 'ja');
    expect(told.headline).toBe('送り先は、当社のアドレスではありませんでした。');
    expect(told).toMatchObject({ family: 'stop', canAppeal: true, letterAvailable: true });
  });

  test('a refusal by a person gives that person’s reason', () => {
    const closure = { by: 'staff-1', at: now, code: 'REFUSED_BY_PERSON', reason: '担当者の理由。' };
    expect(tellClaim(described('refused', { closure }), 'ja').lead).toBe('担当者の理由。');
  });

  test('a promise that has passed is told as late, unless it is the customer who is waited for', () => {
    const later = { now: new Date('2026-11-23T00:00:00Z') };
    expect(tellClaim(described('held', {}, later), 'ja').late).toBe(true);
    expect(tellClaim(described('quoted', {}, later), 'ja').late).toBe(false);
    expect(tellClaim(described('held'), 'ja').late).toBe(false);
  });
});
