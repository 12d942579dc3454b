import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { ReadingProvider } from '../../ui/index.ts';
import { checkPlan } from './check-plan.ts';
import { Differences } from './differences.tsx';
import { digestOf } from './digest.ts';
import type { Measure, SentPlan } from './measure.ts';
import type { ReturnPlan } from './plan.ts';
import { PlanFields } from './plan-fields.tsx';
import { PlanSentence } from './plan-sentence.tsx';
import { tellPlan } from './tell-plan.ts';

// The reader’s language is the browser’s own until they choose another.
vi.stubGlobal('navigator', { language: 'ja-JP' });

const now = new Date('2026-11-22T05:22:00Z');
const home = `0x${'c5'.repeat(20)}`;
const deposit = `0x${'d1'.repeat(20)}`;
const token = '0x2260fac5e5542a773aa44fbcfedf7c193bc2c599';

const plan: ReturnPlan = {
  version: 1,
  id: '0b5c1d0e-6f5a-4f0e-9d5e-2f6b6f1f9a01',
  caseNumber: 'R-26-000001',
  requester: 'kaeru',
  transferKey: `evm:61/0x${'ab'.repeat(32)}/log:0`,
  network: { chainId: 61 },
  expiresAt: '2026-12-01T00:00:00.000Z',
  lines: [
    {
      purpose: 'return',
      from: deposit,
      key: "m/44'/60'/0'/0/7",
      to: token,
      valueWei: '0',
      data: `0xa9059cbb${'0'.repeat(24)}${home.slice(2)}${(500_000_000).toString(16).padStart(64, '0')}`,
      feeWeiMax: '2000000000000000',
      shows: {
        asset: `evm:61/token:${token}`,
        symbol: 'WBTC',
        decimals: 8,
        amount: '500000000',
        recipient: home,
      },
    },
  ],
};

const measure: Measure = {
  caseNumber: plan.caseNumber,
  transferKey: plan.transferKey,
  found: {
    asset: `evm:61/token:${token}`,
    units: '500000000',
    symbol: 'WBTC',
    decimals: 8,
    from: home,
    to: deposit,
  },
  choice: { option: 'return_to_source', units: '500000000' },
  destination: { address: home, proof: 'signature' },
  feeUnits: '0',
  customer: null,
  language: 'ja',
  now,
};

const sent: SentPlan = {
  kind: 'return',
  raw: plan,
  digest: digestOf({ kind: 'return', plan }),
  requester: plan.requester,
  expiresAt: plan.expiresAt,
  ...tellPlan({ kind: 'return', plan }, { symbol: 'WBTC', decimals: 8 }, 'ja'),
};

function draw(given: SentPlan): string {
  const checked = checkPlan(given, measure);
  return renderToStaticMarkup(
    <ReadingProvider language="ja" now={now}>
      <Differences checked={checked} />
      {checked.read ? (
        <>
          <PlanSentence
            read={checked.read}
            network="Ethereum Classic"
            asset={{ symbol: 'WBTC', decimals: 8 }}
            option="return_to_source"
          />
          <PlanFields checked={checked} measure={measure} network="Ethereum Classic" />
        </>
      ) : null}
    </ReadingProvider>,
  );
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replaceAll('&#x27;', "'");

describe('what is signed, as it is drawn', () => {
  test('is a sentence, then every field with what it was compared with', () => {
    const text = textOf(draw(sent));
    expect(text).toContain('5\u00a0WBTCを元のウォレットに返します。');
    expect(text).toContain('500,000,000\u00a0最小単位');
    expect(text).toContain('42文字すべて一致');
    expect(text).toContain("m/44'/60'/0'/0/7");
    expect(text).not.toContain('署名できません');
  });

  test('says what differs, both values whole, when the words are not those of the plan', () => {
    const text = textOf(draw({ ...sent, lines: ['お客さまへの返却：…'] }));
    expect(text).toContain('内容に食い違いがあるため、署名できません');
    expect(text).toContain('サーバーの文が、計画の中身と違います。');
    expect(text).toContain('お客さまへの返却：…');
  });

  test('shows nothing of a plan that has a field which nobody knows', () => {
    const text = textOf(draw({ ...sent, raw: { ...plan, memo: 'x' } }));
    expect(text).toContain('計画を読み取れません（memo）。');
    expect(text).not.toContain('WBTC');
  });
});
