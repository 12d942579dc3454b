import type { Claim, Option } from '../client/index.ts';

const at = '2026-11-22T03:12:00.000Z';
const wallet = '0x3260ffa76768Cb0345055B78EABF93672Febc381';
const deposit = '0xE19a849F9e4dC0352FD927a5f9D2A1b5D6686DF6';
/** The transaction of the sample claim. */
export const sampleHash = `0x${'7f'.repeat(32)}`;

const wbtc = (units: string) => ({
  asset: 'evm:137/token:0x1bfd67037b42cf73acf2047067bd4f2c47d9bfd6',
  units,
  symbol: 'WBTC',
  decimals: 8,
  text: `${units} WBTC`,
});

const worth = {
  currency: 'JPY',
  units: '74988000',
  decimals: 0,
  text: '約74,988,000円',
  price: '1 WBTC＝15,000,000円',
  source: 'reference exchange',
  at,
};

function option(kind: Option['kind'], more: Partial<Option>): Option {
  return {
    kind,
    title: kind,
    explains: `${kind} explained`,
    permitted: true,
    whyNot: null,
    receives: wbtc('499920000'),
    fee: { total: wbtc('80000'), tax: wbtc('0'), inKind: true, purpose: 'checks by hand' },
    dateFrom: '2026-11-24',
    dateTo: '2026-11-25',
    fiat: worth,
    needs: [],
    preselected: false,
    ...more,
  };
}

const sampleEvidence: NonNullable<Claim['evidence']> = {
  transaction: sampleHash,
  network: 'Polygon',
  networkId: 'evm:137',
  block: '96338155',
  blockTime: at,
  confirmations: 73_911,
  confirmationsMin: 128,
  final: true,
  nodes: 2,
  agreeMin: 2,
  readAt: at,
};

const sampleQuote: NonNullable<Claim['quote']> = {
  expiresAt: '2026-11-25T01:00:00.000Z',
  expired: false,
  digest: 'd'.repeat(64),
  terms: 'open 1',
  waitAdvice: 'waiting leaves more',
  options: [
    option('credit', {
      permitted: false,
      whyNot: 'not listed here',
      receives: null,
      fee: null,
    }),
    option('return_to_source', { preselected: true }),
    option('return_to_proven', {}),
    option('wait', { receives: null, fee: null, dateFrom: null, dateTo: null, fiat: null }),
  ],
};

/** A claim for 5 WBTC on another network, with an offer, in any state. */
export function sampleClaim(more: Partial<Claim> = {}): Claim {
  return {
    number: 'R-26-004823',
    version: 3,
    state: 'quoted',
    turn: 'customer',
    sentence: 'sentence',
    family: 'you',
    familyLabel: 'family',
    headline: 'headline',
    lead: 'lead',
    route: [
      place({ place: 'wallet', address: wallet, reached: true, here: false }),
      place({ place: 'address', address: deposit, reached: true, here: true }),
      place({ place: 'balance', address: null, reached: false, here: false }),
    ],
    steps: [
      step({ id: 'report', state: 'done', at }),
      step({ id: 'choose', state: 'now', who: 'you' }),
      step({ id: 'send', state: 'next', due: '2026-11-24', dueText: '24' }),
    ],
    nextWordAt: '2026-11-24T09:00:00.000Z',
    late: false,
    arrivesBy: { from: '2026-11-24', to: '2026-11-25', text: '24 to 25', note: 'holiday' },
    evidence: sampleEvidence,
    canWithdraw: true,
    canAppeal: true,
    canTakeUp: false,
    lesson: [],
    letterAvailable: false,
    receiptAvailable: false,
    said: 'said',
    transaction: sampleHash,
    network: 'evm:137',
    transferKey: `evm:137/${sampleHash}/log:0`,
    found: {
      amount: wbtc('500000000'),
      from: wallet,
      to: deposit,
      network: 'Polygon',
      fiat: worth,
    },
    reason: { code: 'X', outcome: 'refund', sentence: 'because', wouldChange: 'if' },
    quote: sampleQuote,
    choice: null,
    destination: null,
    fee: null,
    transactions: [],
    closure: null,
    endedAt: null,
    appeal: null,
    promisedAt: null,
    createdAt: at,
    updatedAt: at,
    ...more,
  };
}

function place(more: Partial<Claim['route'][number]>): Claim['route'][number] {
  return {
    place: 'wallet',
    label: 'label',
    address: null,
    at,
    text: 'text',
    via: 'via',
    reached: true,
    here: false,
    ...more,
  };
}

function step(more: Partial<Claim['steps'][number]>): Claim['steps'][number] {
  return {
    id: 'report',
    label: 'label',
    text: 'text',
    who: 'us',
    state: 'next',
    at: null,
    due: null,
    dueText: null,
    ...more,
  };
}

/** What the customer took: a return to the wallet that it came from. */
export const sampleChoice: NonNullable<Claim['choice']> = {
  option: 'return_to_source',
  title: 'return_to_source',
  units: '499920000',
  amount: wbtc('499920000'),
  address: wallet,
  at,
};

/** Every state of a claim that its customer can see, with what goes along with it. */
export const sampleStates: readonly Partial<Claim>[] = [
  { state: 'looking', family: 'us', quote: null, reason: null, found: null, route: [] },
  { state: 'waiting', family: 'wait', quote: null },
  { state: 'waiting', family: 'wait', quote: null, transaction: null, found: null, route: [] },
  { state: 'held', family: 'hold', quote: null },
  { state: 'reviewing', family: 'us', quote: null },
  { state: 'quoted' },
  { state: 'proving', choice: sampleChoice },
  { state: 'planning', family: 'us', choice: sampleChoice },
  { state: 'approving', family: 'us', choice: sampleChoice },
  { state: 'paying', family: 'wait', choice: sampleChoice },
  { state: 'stopped', family: 'us', choice: sampleChoice },
  { state: 'kept', family: 'wait', canTakeUp: true },
  { state: 'refused', family: 'stop', quote: null, letterAvailable: true },
  { state: 'appealed', family: 'us', quote: null, appeal: { at, answer: null } },
  { state: 'returned', family: 'done', choice: sampleChoice, endedAt: at, receiptAvailable: true },
  { state: 'credited', family: 'done', choice: sampleChoice, endedAt: at, receiptAvailable: true },
  { state: 'compensated', family: 'done', choice: sampleChoice, endedAt: at },
  { state: 'withdrawn', family: 'done', quote: null, endedAt: at },
];
