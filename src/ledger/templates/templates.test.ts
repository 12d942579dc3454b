import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { amount, assetId, jpy, usd } from '../../money/index.ts';
import { assertBookable, bodyHash, type Entry } from '../entry.ts';
import {
  compensationCredited,
  creditToCustomer,
  feeChargedInFiat,
  feeInKind,
  feeSwept,
  foundOnChain,
  foundReversed,
  gasFunded,
  networkFeeSpent,
  returnSettled,
  reverse,
} from './index.ts';

const network = 'evm:61';
const address = `0x${'aa'.repeat(20)}`;
const treasury = `0x${'bb'.repeat(20)}`;
const wallet = `0x${'cc'.repeat(20)}`;
const caseNumber = 'K-1';
const payment = 'P-1';
const transaction = `0x${'11'.repeat(32)}`;
const transfer = `${network}/${transaction}/log:0`;
const wbtc = assetId(`${network}/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599`);
const five = amount(wbtc, 500_000_000n);
const gas = amount(assetId(`${network}/native`), 21_000_000_000_000n);
const onMainnet = amount(assetId('evm:1/native'), 1n);

/** A movement's key, and its lines as `debit <- credit: units`. */
function check(entry: Entry, key: string, lines: string[]): void {
  assertBookable(entry);
  expect(entry).toMatchObject({ key, caseNumber });
  const { transfers } = entry;
  const told = transfers.map((t) => `${t.debit.code} <- ${t.credit.code}: ${t.amount.units}`);
  expect(told).toEqual(lines);
  const { template } = entry;
  const says = readFileSync(join(import.meta.dirname, `${template}.ts`), 'utf8');
  const rows = says.split('\n').filter((line) => line.startsWith(' * |'));
  for (const [index, line] of transfers.entries()) {
    const [, debit, credit] = rows[index + 2]?.split('|').map((cell) => cell.trim()) ?? [];
    if (template === 'reverse') continue;
    expect(debit).toContain(inWords(line.debit.code));
    expect(credit).toContain(inWords(line.credit.code));
  }
  tried.add(template);
}

const tried = new Set<string>();

/** An account's code as the table of T-accounts in a template's comment writes it. */
function inWords(code: string): string {
  const names = { network, address, treasury, wallet, number: caseNumber };
  return Object.entries(names).reduce((text, [name, value]) => text.replace(value, name), code);
}

const chain = `chain/${network}/${address}`;
const owed = `owed/claim/${caseNumber}`;

describe('a movement', () => {
  const found = { caseNumber, transfer, network, address, amount: five };

  test('found-on-chain: we hold it, and owe it', () => {
    check(foundOnChain(found), `found-on-chain/${transfer}`, [`${chain} <- ${owed}: 500000000`]);
  });

  test('found-reversed: the exact reverse, of the edition that it names', () => {
    const key = `found-on-chain/${transfer}`;
    const lines = [`${owed} <- ${chain}: 500000000`];
    check(foundReversed({ ...found, edition: 1 }), `reverse/${key}`, lines);
    check(foundReversed({ ...found, edition: 2 }), `reverse/${key}#2`, lines);
    expect(foundReversed({ ...found, edition: 2 }).follows).toBe(`${key}#2`);
  });

  test('fee-in-kind: we owe less, and earned it', () => {
    const entry = feeInKind({ caseNumber, payment, fee: five });
    check(entry, 'fee-in-kind/P-1', [`${owed} <- income/recovery-fee: 500000000`]);
  });

  test('return-settled: we owe less, and hold less', () => {
    const entry = returnSettled({
      caseNumber,
      payment,
      network,
      address,
      transaction,
      amount: five,
    });
    check(entry, 'return-settled/P-1', [`${owed} <- ${chain}: 500000000`]);
  });

  test('fee-swept: from one address of ours to another', () => {
    const entry = feeSwept({
      caseNumber,
      network,
      from: address,
      treasury,
      transaction,
      amount: five,
    });
    check(entry, `fee-swept/${network}/${transaction}`, [
      `chain/${network}/${treasury} <- ${chain}: 500000000`,
    ]);
  });

  test('gas-funded: from the gas wallet to the deposit address', () => {
    const input = { caseNumber, network, gasWallet: wallet, to: address, transaction };
    check(gasFunded({ ...input, amount: gas }), `gas-funded/${network}/${transaction}`, [
      `${chain} <- gas-wallet/${network}/${wallet}: 21000000000000`,
    ]);
    expect(() => gasFunded({ ...input, amount: five })).toThrow('pays no gas');
  });

  test('network-fee-spent: a cost, paid by whoever sent the transaction', () => {
    const input = { caseNumber, network, transaction, fee: gas };
    const key = `network-fee-spent/${network}/${transaction}`;
    check(networkFeeSpent({ ...input, payer: { kind: 'own_address', address } }), key, [
      `expense/network-fee <- ${chain}: 21000000000000`,
    ]);
    check(networkFeeSpent({ ...input, payer: { kind: 'gas_wallet', address: wallet } }), key, [
      `expense/network-fee <- gas-wallet/${network}/${wallet}: 21000000000000`,
    ]);
  });

  test('credit-to-customer: the debt moves to the exchange', () => {
    const entry = creditToCustomer({ caseNumber, payment, amount: five });
    check(entry, 'credit-to-customer/P-1', [`${owed} <- clearing/exchange: 500000000`]);
  });

  test('compensation-credited: the cost is ours', () => {
    const entry = compensationCredited({ caseNumber, payment, amount: five });
    check(entry, 'compensation-credited/P-1', [
      'expense/compensation <- clearing/exchange: 500000000',
    ]);
  });

  test('fee-charged-in-fiat: fee and tax apart, and no line for no tax', () => {
    const fee = amount(jpy.id, 33_000n);
    const input = { caseNumber, payment, fee, tax: amount(jpy.id, 3_300n) };
    check(feeChargedInFiat(input), 'fee-charged-in-fiat/P-1', [
      'receivable/exchange <- income/recovery-fee: 33000',
      'receivable/exchange <- tax/consumption: 3300',
    ]);
    check(feeChargedInFiat({ ...input, tax: amount(jpy.id, 0n) }), 'fee-charged-in-fiat/P-1', [
      'receivable/exchange <- income/recovery-fee: 33000',
    ]);
    expect(() => feeChargedInFiat({ ...input, tax: amount(usd.id, 1n) })).toThrow('do not add');
    expect(() => feeChargedInFiat({ ...input, fee: five })).toThrow('is a national currency');
  });

  test('reverse: any entry the other way round, once', () => {
    const booked = feeInKind({ caseNumber, payment, fee: five });
    check(reverse(booked, 'charged twice'), 'reverse/fee-in-kind/P-1', [
      `income/recovery-fee <- ${owed}: 500000000`,
    ]);
    expect(reverse(booked, 'x').follows).toBe(booked.key);
  });

  test('of every kind has been tried here', () => {
    const files = readdirSync(import.meta.dirname)
      .filter((name) => !/^(index|assert-.*|.*\.test)\.ts$/.test(name))
      .map((name) => name.replace('.ts', ''));
    expect([...tried].sort()).toEqual(files.sort());
  });
});

describe('no movement', () => {
  const found = { caseNumber, transfer, network, address, amount: five };

  test('books an asset at an address of another network', () => {
    expect(() => foundOnChain({ ...found, amount: onMainnet })).toThrow('does not lie at');
    expect(() => returnSettled({ ...found, payment, transaction, amount: onMainnet })).toThrow();
    expect(() =>
      gasFunded({ ...found, gasWallet: wallet, to: address, transaction, amount: onMainnet }),
    ).toThrow();
  });

  test.each([
    { address: `0x${'AA'.repeat(20)}` },
    { address: '0xaa' },
    { network: 'ethereum' },
    { caseNumber: 'K-1/../2' },
    { caseNumber: '' },
  ])('books at a place that is not one: %o', (over) => {
    expect(() => foundOnChain({ ...found, ...over })).toThrow();
  });

  test('moves nothing, or from an account to itself', () => {
    const nothing = foundOnChain({ ...found, amount: amount(wbtc, 0n) });
    expect(() => assertBookable(nothing)).toThrow('more than nothing');
    const [line] = foundOnChain(found).transfers;
    if (!line) throw new Error('found-on-chain has a line');
    const circle = { ...foundOnChain(found), transfers: [{ ...line, debit: line.credit }] };
    expect(() => assertBookable(circle)).toThrow('from one account to another');
    expect(() => assertBookable({ ...circle, transfers: [] })).toThrow('moves something');
  });
});

describe('the hash of a body', () => {
  const entry = feeInKind({ caseNumber, payment, fee: five });

  test('is of everything that the entry says', () => {
    const [line] = entry.transfers;
    if (!line) throw new Error('fee-in-kind has a line');
    const others: Entry[] = [
      { ...entry, template: 'x' },
      { ...entry, key: 'x' },
      { ...entry, follows: 'x' },
      { ...entry, caseNumber: 'K-2' },
      { ...entry, facts: { payment: 'P-2' } },
      { ...entry, transfers: [{ ...line, amount: amount(wbtc, 1n) }] },
      { ...entry, transfers: [{ ...line, amount: amount(jpy.id, line.amount.units) }] },
      { ...entry, transfers: [{ ...line, debit: line.credit, credit: line.debit }] },
      { ...entry, transfers: [line, line] },
    ];
    expect(new Set([entry, ...others].map(bodyHash)).size).toBe(others.length + 1);
    expect(bodyHash({ ...entry, facts: { ...entry.facts } })).toBe(bodyHash(entry));
  });

  test('is what it always was', () => {
    expect(bodyHash(entry)).toMatchInlineSnapshot(
      `"95c0d6f65c0240fa05108b121b57041b414aedc0856865e0ea57d0653a8b389e"`,
    );
  });
});
