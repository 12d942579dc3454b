import { describe, expect, test } from 'vitest';
import { type DiagnosisCase, diagnosisCases } from '../../../test/diagnosis/cases.ts';
import { reference } from '../../../test/diagnosis/reference.ts';
import {
  another,
  claimant,
  entries,
  ethereum,
  hash,
  his,
  hotWallet,
  minedAt,
  notRead,
  onEthereum,
  owned,
  sender,
  stranger,
  transfer,
  world,
  worldWith,
} from '../../../test/diagnosis/world.ts';
import { type Address, address } from '../../networks/index.ts';
import {
  diagnose,
  type Facts,
  mainReason,
  type Reason,
  type ReasonCode,
  reasonCodes,
} from './index.ts';

const [router, caller, mixer] = ['71', '72', '73'].map((pair) =>
  address(`0x${pair.repeat(20)}`),
) as [Address, Address, Address];

/** Every reason that is given anywhere. */
function allReasons(facts: Facts): readonly Reason[] {
  const { found, reasons } = diagnose(facts);
  return [
    ...found.flatMap((one) => [
      ...one.transfers.flatMap((transfer) => transfer.reasons),
      ...one.reasons,
    ]),
    ...reasons,
  ];
}

function check(one: DiagnosisCase): void {
  const main = mainReason(diagnose(one.facts))?.reason;
  expect(main?.code).toBe(one.code);
  expect(main?.outcome).toBe(one.outcome);
  const [first] = main?.because ?? [];
  expect(`${first?.fact}=${first?.value}`).toBe(one.because);
  expect(main?.wouldChange.code).toBe(one.wouldChange);
  expect(main?.because.every(({ source }) => source !== '')).toBe(true);

  const nearMiss = allReasons(one.nearMiss.facts).map(({ code }) => code);
  expect(nearMiss).not.toContain(one.code);
  expect(mainReason(diagnose(one.nearMiss.facts))?.reason.code).toBe(one.nearMiss.instead);
}

describe('each code, and the near miss where it must not appear', () => {
  test.each(diagnosisCases.map((one) => [one.code, one.title, one] as const))(
    '%s: %s',
    (_code, _title, one) => check(one),
  );

  test('no code is without its case', () => {
    const shown = new Set<ReasonCode>(diagnosisCases.map((one) => one.code));
    expect(reasonCodes.filter((code) => !shown.has(code))).toEqual([]);
  });

  test('is told in docs/reference/diagnosis-codes.md', async () => {
    await expect(reference(diagnosisCases)).toMatchFileSnapshot(
      '../../../docs/reference/diagnosis-codes.md',
    );
  });
});

/** The reason that decides about the first transfer, as `CODE outcome`, and the facts that decided. */
function first(facts: Facts) {
  const reason = diagnose(facts).found[0]?.transfers[0]?.reasons[0];
  return {
    answer: `${reason?.code} ${reason?.outcome}`,
    because: (reason?.because ?? []).map(({ fact, value }) => `${fact}=${value}`),
  };
}

describe('a credit from the same transaction', () => {
  const credit = (change: { path?: string | null; units?: bigint; customer?: string }) => ({
    ...{ network: ethereum, hash, path: 'log:0', units: 500_000_000n, customer: claimant },
    ...{ reference: 'credit-12', source: 'exchange' },
    ...change,
  });
  const two = onEthereum({ transfers: [transfer(), transfer({ path: 'log:1', to: his })] });

  test.each([
    ['under a path that nobody else knows', credit({ path: 'log:417' })],
    ['of an amount that no transfer has, as net of a fee', credit({ path: null, units: 499n })],
  ])('%s stops what she may have been credited for', (_, unclear) => {
    const { answer, because } = first(world({ networks: two, credits: entries(unclear) }));
    expect(answer).toBe('ALREADY_CREDITED hold');
    expect(because).toContain('credit.fits=no');
  });

  test('for another transfer, or unclear but for another customer, does not stop hers', () => {
    for (const other of [
      credit({ path: 'log:1', customer: another }),
      credit({ path: 'log:417', customer: another }),
    ]) {
      const facts = world({ networks: two, credits: entries(other) });
      expect(first(facts).answer).toBe('CREDIT_MISSED credit');
    }
  });

  test('that is unclear stops whatever lies in a wallet of the house', () => {
    const facts = worldWith(
      { to: hotWallet },
      { credits: entries(credit({ path: 'log:417', customer: another })) },
    );
    expect(first(facts).answer).toBe('ALREADY_CREDITED hold');
  });
});

describe('what an address of ours sent', () => {
  test.each([
    ['the hot wallet', hotWallet],
    ['a deposit address', his],
  ])('%s, to her address, is nobody’s lost deposit', (_, from) => {
    expect(first(worldWith({ from })).answer).toBe('SENT_BY_US hold');
  });

  test('to a stranger is simply not ours', () => {
    expect(first(worldWith({ from: hotWallet, to: sender })).answer).toBe('NOT_OURS refuse');
  });
});

describe('a proof of the sending wallet', () => {
  const proof = { address: sender, customer: claimant, source: 'proof by signature' };
  const toHouse = (change: Partial<Facts>) =>
    first(worldWith({ to: hotWallet }, { provenSenders: [proof], ...change })).answer;
  const code = (one: 'contract' | 'unknown') => ({
    codes: [{ network: ethereum, address: sender, code: one, source: 'node ethereum' }],
  });

  test('shows whose the transfer is', () => {
    expect(toHouse({})).toBe('HOT_WALLET_ADDRESS refund');
  });

  test('by two customers shows it of neither', () => {
    const both = { provenSenders: [proof, { ...proof, customer: another }] };
    expect(toHouse(both)).toBe('HOT_WALLET_ADDRESS hold');
  });

  test('of a wallet that many send from, or of a contract, is for a person to look at', () => {
    const shared = { sharedWallets: entries({ address: sender, source: 'list' }) };
    expect(toHouse(shared)).toBe('HOT_WALLET_ADDRESS hold');
    expect(toHouse(code('contract'))).toBe('HOT_WALLET_ADDRESS hold');
  });

  test('is nothing while it can’t be read what kind of wallet it is', () => {
    expect(toHouse({ sharedWallets: notRead })).toBe('HOT_WALLET_ADDRESS wait');
    expect(toHouse(code('unknown'))).toBe('HOT_WALLET_ADDRESS wait');
    expect(toHouse({ codes: [] })).toBe('HOT_WALLET_ADDRESS wait');
  });
});

describe('a hold on an address', () => {
  const held = (one: Address) => ({
    holds: entries({
      ...{ reference: 'list 7', network: null, hash: null, path: null },
      ...{ address: one, source: 'lists' },
    }),
  });
  const legs = [transfer(), transfer({ path: 'log:1', from: mixer, to: stranger })];
  const networks = onEthereum({ from: router, to: caller, transfers: legs });

  test.each([
    ['whoever sent the transaction', router],
    ['what it called', caller],
    ['the sender of another part of it', mixer],
  ])('holds all of it: %s', (_, one) => {
    expect(first(world({ networks, ...held(one) })).answer).toBe('RISK_HOLD hold');
  });

  test('that only received another part of it holds nothing of hers', () => {
    expect(first(world({ networks, ...held(stranger) })).answer).toBe('CREDIT_MISSED credit');
  });
});

describe('a deposit as quick as its address', () => {
  const second = 1_000;
  const handedOut = (laterMs: number) =>
    owned({
      customer: claimant,
      issued: [{ network: ethereum, from: new Date(minedAt.getTime() + laterMs), to: null }],
    });

  test('is credited though its block bears an earlier time, by no more than clocks differ', () => {
    const answer = (laterMs: number) => first(world({ addresses: entries(handedOut(laterMs)) }));
    expect(answer(15 * second).answer).toBe('CREDIT_MISSED credit');
    expect(answer(16 * second).answer).not.toBe('CREDIT_MISSED credit');
  });
});

describe('an address that two customers were given', () => {
  const day = (days: number) => new Date(minedAt.getTime() + days * 86_400_000);
  const given = (customer: string, from: Date, to: Date | null) =>
    owned({ customer, issued: [{ network: ethereum, from, to }] });

  test('pays the one who had it on the day', () => {
    const both = [given(another, day(-9), day(-5)), given(claimant, day(-5), null)];
    expect(first(world({ addresses: entries(...both) })).answer).toBe('CREDIT_MISSED credit');
  });

  test('pays neither of them for a day between', () => {
    const both = [given(claimant, day(-9), day(-5)), given(another, day(5), null)];
    const { answer, because } = first(world({ addresses: entries(...both) }));
    expect(answer).toBe('RETIRED_ADDRESS hold');
    expect(because).toContain('address.owner=several_customers');
  });
});
