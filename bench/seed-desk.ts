import type { Database } from '../src/db/index.ts';
import { amount, assetId, jpy } from '../src/money/index.ts';
import { address, networkId, type TxHash, transferKey, txHash } from '../src/networks/index.ts';
import type { Claim, ClaimState, Diagnosis, Facts, Option } from '../src/recovery/index.ts';
import { summaryOf } from '../src/recovery/summary-of.ts';
import { later, minuteMs, newId, randomHex, toStoredJson } from '../src/std/index.ts';

/** Of every hundred cases, so many are in each state: most are over, or wait for somebody else. */
const shares: readonly (readonly [ClaimState, number])[] = [
  ['looking', 4],
  ['waiting', 12],
  ['held', 6],
  ['reviewing', 4],
  ['quoted', 14],
  ['proving', 6],
  ['approving', 12],
  ['paying', 6],
  ['stopped', 2],
  ['kept', 10],
  ['refused', 4],
  ['appealed', 2],
  ['returned', 14],
  ['withdrawn', 4],
];

const network = networkId('evm:61');
const wbtc = assetId(`${network}/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599`);
const rowsAtOnce = 250;
const rate = { from: wbtc, to: jpy.id, numerator: 15_000_000n, denominator: 100_000_000n };

/** The states of `count` cases, mixed as a desk's are. */
function statesOf(count: number): ClaimState[] {
  const hundred = shares.flatMap(([state, share]) => Array<ClaimState>(share).fill(state));
  return Array.from({ length: count }, (_, index) => hundred[(index * 37) % 100] ?? 'looking');
}

/** Fills an empty, migrated database with so many cases, whole: diagnosis, quote, plan, story, facts. */
export async function seedDesk(database: Database, now: Date, count: number): Promise<string[]> {
  const numbers: string[] = [];
  const states = statesOf(count);
  for (let from = 0; from < count; from += rowsAtOnce) {
    const claims = states
      .slice(from, from + rowsAtOnce)
      .map((state, index) => claimOf(state, from + index + 1, now));
    numbers.push(...claims.map(({ number }) => number));
    await database
      .insertInto('cases')
      .values(
        claims.map((claim) => ({
          number: claim.number,
          customer_id: claim.customer,
          opened_at: claim.createdAt,
          turn: 'desk',
          turn_until: later(now, minuteMs),
        })),
      )
      .execute();
    await database.insertInto('claims').values(claims.map(rowOf)).execute();
    await database
      .insertInto('case_entries')
      .values(claims.flatMap((claim) => storyOf(claim)))
      .execute();
    await database
      .insertInto('claim_facts')
      .values(
        claims.map((claim) => ({
          claim_number: claim.number,
          at: claim.createdAt,
          facts: toStoredJson(factsOf(claim)),
        })),
      )
      .execute();
  }
  return numbers;
}

function claimOf(state: ClaimState, index: number, now: Date): Claim {
  const hash = txHash(`0x${randomHex(32)}`);
  const createdAt = later(now, -index * 7 * minuteMs);
  const found = state === 'looking' || state === 'waiting' ? null : diagnosisOf(hash, index);
  const planned = ['approving', 'paying', 'stopped', 'returned'].includes(state);
  return {
    number: `R-26-${String(index).padStart(6, '0')}` as Claim['number'],
    customer: newId() as Claim['customer'],
    ...{ state, version: 3, language: 'ja', said: hash },
    wishes: { hurry: 'unsure', sensitiveToFees: false },
    ...{ hints: null, transactionHash: hash, network: found ? network : null },
    transferKey: found ? transferKey(network, hash, 'log:0') : null,
    ...{ diagnosis: found, answer: found && answer, evidence: null },
    ...{ correction: null, consent: null },
    cluster: found && index % 3 === 0 ? `WRONG_NETWORK_SAME_KEY ${wbtc}` : null,
    quote: found && quoteOf(createdAt, index),
    ...{ choice: null, destination: null },
    plan: planned ? planOf(index, hash, now) : null,
    planDigest: planned ? randomHex(32) : null,
    ...{ payment: null, hold: null, closure: null, appeal: null, fee: null },
    promisedAt: later(createdAt, (index % 90) * 60 * minuteMs),
    createdAt,
    updatedAt: later(createdAt, minuteMs),
  };
}

const answer: NonNullable<Claim['answer']> = {
  why: { ja: '当社のアドレスに届いています。', en: 'It is at an address of ours.' },
  change: { ja: '答えが変わることはありません。', en: 'Nothing would change this answer.' },
};

function unitsOf(index: number): bigint {
  return 1_000_000n * BigInt((index % 977) + 1);
}

function diagnosisOf(hash: TxHash, index: number): Diagnosis {
  const to = address(`0x${randomHex(20)}`);
  const facts = ['transfer.to', 'address.issued_for', 'address.control', 'asset.listed'] as const;
  const reason = {
    code: index % 3 === 0 ? 'WRONG_NETWORK_SAME_KEY' : 'UNLISTED_TOKEN',
    outcome: 'refund',
    because: facts.map((fact) => ({ fact, value: to, source: 'node evm:61' })),
    wouldChange: { code: 'network_listed', facts: { network: 'evm:61' } },
  } as const;
  const transfers = Array.from({ length: 4 }, (_, log) => ({
    key: transferKey(network, hash, `log:${log}`),
    transfer: {
      ...{ path: `log:${log}`, kind: 'token', token: wbtc.slice(-42), tokenId: null },
      ...{ symbol: 'WBTC', decimals: 8, from: address(`0x${randomHex(20)}`), to },
      ...{ amount: unitsOf(index), asset: wbtc },
    },
    ...{ ours: log === 0, owner: null, reasons: [reason, { ...reason, code: 'UNLISTED_NETWORK' }] },
  }));
  const found = [
    {
      ...{ network, name: 'evm:61', state: 'succeeded', confirmations: 99, reasons: [] },
      transfers,
    },
  ];
  const diagnosis = { hash, found, notFoundOn: ['evm:1'], unread: [], reasons: [] };
  return diagnosis as unknown as Diagnosis;
}

function quoteOf(madeAt: Date, index: number): Claim['quote'] {
  const option: Option = {
    ...{ permitted: true, whyNot: null, preselected: true },
    kind: 'return_to_source',
    receives: amount(wbtc, unitsOf(index)),
    ...{ fee: null, dateFrom: '2026-11-24', dateTo: '2026-11-26' },
    needs: ['destination_proof'],
  };
  return {
    ...{ madeAt, expiresAt: later(madeAt, 72 * 60 * minuteMs) },
    terms: { profile: 'open/2026-11-20', schedule: 'standard/2026-11' },
    options: [option, { ...option, kind: 'wait', preselected: false }],
    waitAdvice: null,
    prices: [{ ...rate, source: 'exchange', at: madeAt }],
  };
}

function planOf(index: number, hash: TxHash, now: Date): Claim['plan'] {
  const line = {
    ...{ purpose: 'return', from: `0x${randomHex(20)}`, key: "m/44'/60'/0'/0/1" },
    ...{ to: wbtc.slice(-42), valueWei: '0', feeWeiMax: '1000000000000000' },
    data: `0xa9059cbb${'0'.repeat(24)}${randomHex(20)}${'0'.repeat(56)}1dcd6500`,
    shows: {
      ...{ asset: wbtc, symbol: 'WBTC', decimals: 8 },
      ...{ amount: '500000000', recipient: `0x${randomHex(20)}` },
    },
  };
  const plan = {
    ...{ version: 1, id: newId(), caseNumber: `R-26-${String(index).padStart(6, '0')}` },
    ...{ requester: 'recovery', transferKey: transferKey(network, hash, 'log:0') },
    ...{ network: { chainId: 61 }, lines: [line, line, line] },
    expiresAt: later(now, 60 * minuteMs).toISOString(),
  };
  return { kind: 'return', plan } as unknown as Claim['plan'];
}

function factsOf({ transactionHash, createdAt }: Claim): Facts {
  const nothing = { read: true, source: 'exchange', entries: [] } as const;
  return {
    ...{ hash: transactionHash as TxHash, asOf: createdAt, claimant: null, networks: [] },
    ...{ addresses: nothing, assets: nothing, credits: nothing, holds: nothing },
    ...{ sightings: [], codes: [], tokenLabels: [], provenSenders: [] },
    ...{ sharedWallets: nothing, consents: [] },
  };
}

function rowOf(claim: Claim) {
  const json = (value: unknown) => (value === null ? null : toStoredJson(value));
  return {
    ...summaryOf(claim),
    ...{ number: claim.number, customer_id: claim.customer, state: claim.state },
    ...{ version: claim.version, language: claim.language, said: claim.said },
    ...{ wishes: toStoredJson(claim.wishes), transaction_hash: claim.transactionHash },
    ...{ network: claim.network, transfer_key: claim.transferKey, cluster: claim.cluster },
    ...{ diagnosis: json(claim.diagnosis), answer: json(claim.answer), quote: json(claim.quote) },
    ...{ plan: json(claim.plan), plan_digest: claim.planDigest },
    promised_at: ['returned', 'withdrawn'].includes(claim.state) ? null : claim.promisedAt,
    ...{ created_at: claim.createdAt, updated_at: claim.updatedAt },
  };
}

function storyOf({ number, createdAt }: Claim) {
  const steps = ['filed', 'answer', 'choose_return', 'prove', 'plan'];
  return steps.map((step, index) => ({
    ...{ case_number: number, at: later(createdAt, index * 1_000), kind: `claim.${step}` },
    ...{ actor_kind: 'system', actor_id: 'recovery', visible: 'customer' },
    facts: JSON.stringify({ state: step }),
  }));
}
