import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { address } from '../networks/index.ts';
import { AddressTable } from './address-table.ts';
import {
  ageDaysMaxDefault,
  destinationKinds,
  type ListKind,
  loadLists,
  screen,
  tokenLabelsOf,
} from './index.ts';

const thief = address(`0x5ca3${'0'.repeat(35)}1`);
const anybody = address(`0x${'77'.repeat(20)}`);
const now = new Date('2026-11-22T00:00:00Z');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaeru-lists-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(kind: ListKind, change: object = {}, file: string = kind): void {
  const head = {
    list: kind.replace('_', '-'),
    kind,
    version: '7',
    source: 's',
    licence: 'CC0-1.0',
  };
  const entries = [{ address: thief, label: 'a thief' }];
  const content = { ...head, asOf: '2026-11-20', entries, ...change };
  writeFileSync(join(folder, `${file}.json`), JSON.stringify(content));
}

const ask = (who = anybody, kinds?: readonly ListKind[]) =>
  screen(loadLists(folder), who, now, kinds);

describe('screening', () => {
  test('is clear with every list asked for, and names the versions', () => {
    put('sanctions', { entries: [] });
    put('scam');
    const screened = ask();
    expect(screened).toMatchObject({ status: 'clear' });
    expect(screened.status === 'clear' && screened.versions).toEqual([
      expect.stringMatching(/^sanctions@7 sha256:[0-9a-f]{64}$/),
      expect.stringMatching(/^scam@7 sha256:[0-9a-f]{64}$/),
    ]);
  });

  test('finds an address in any spelling of the file', () => {
    put('sanctions', { entries: [] });
    put('scam', {
      entries: [{ address: thief.toUpperCase().replace('X', 'x'), label: 'a thief' }],
    });
    expect(ask(thief)).toMatchObject({
      status: 'hit',
      list: 'scam',
      kind: 'scam',
      label: 'a thief',
      version: '7',
    });
  });

  test('an exchange may send, but is never sent to', () => {
    put('sanctions', { entries: [] });
    put('scam', { entries: [] });
    put('exchange_wallets');
    expect(ask(thief)).toMatchObject({ status: 'clear' });
    expect(ask(thief, destinationKinds)).toMatchObject({ status: 'hit', kind: 'exchange_wallets' });
  });

  test('the weightier list is named first', () => {
    put('scam');
    put('sanctions');
    expect(ask(thief)).toMatchObject({ kind: 'sanctions' });
  });
});

describe('invariant 4: no list loaded holds', () => {
  const held = (kind: ListKind, why: string) =>
    expect(ask()).toMatchObject({ status: 'no_list', missing: [{ kind, why }] });

  test('no folder, an empty one, one list short', () => {
    expect(screen(loadLists(join(folder, 'nowhere')), anybody, now)).toMatchObject({
      status: 'no_list',
      missing: [{ kind: 'sanctions' }, { kind: 'scam' }],
    });
    expect(ask().status).toBe('no_list');
    put('sanctions');
    held('scam', 'absent');
  });

  test('a list that is too old, or from the future', () => {
    put('scam');
    put('sanctions', { asOf: '2026-11-14' });
    held('sanctions', 'too_old');
    put('sanctions', { asOf: '2026-11-15' });
    expect(ask().status).toBe('clear');
    put('sanctions', { asOf: '2026-11-24' });
    held('sanctions', 'too_old');
  });

  test('one fresh list does not make up for an old one of its kind', () => {
    put('scam');
    put('sanctions');
    put('sanctions', { list: 'eu-sanctions', asOf: '2026-01-01' }, 'eu');
    held('sanctions', 'too_old');
  });

  test.each([
    ['not JSON', '{"list":'],
    ['no list', '[]'],
    ['a broken address', JSON.stringify({ kind: 'scam', entries: [{ address: '0x1' }] })],
    ['nothing', ''],
  ])('a file with %s, of whatever kind it was', (_, text) => {
    put('sanctions', { entries: [] });
    put('scam', { entries: [] });
    expect(ask().status).toBe('clear');
    writeFileSync(join(folder, 'other.json'), text);
    expect(ask()).toMatchObject({ status: 'no_list', missing: [{ why: 'broken' }, {}] });
    expect(loadLists(folder).broken).toMatchObject([{ file: 'other.json' }]);
  });

  test('the same list in two files', () => {
    put('sanctions', { entries: [] });
    put('scam', { entries: [] });
    put('scam', { version: '6', entries: [] }, 'old');
    expect(ask()).toMatchObject({ status: 'no_list', missing: [{ why: 'broken' }, {}] });
  });

  test('but a hit is a hit', () => {
    put('scam', { asOf: '2020-01-01' });
    expect(ask(thief).status).toBe('hit');
  });
});

describe('what lists say of tokens', () => {
  const entry = (is: 'genuine' | 'fake', token = thief) => ({
    entries: [{ network: 'evm:61', address: token, is, label: 'a token' }],
  });
  const labels = () => tokenLabelsOf(loadLists(folder)).map(({ token, label }) => [token, label]);

  test('one that says fake outweighs another that says genuine', () => {
    put('tokens', { list: 'a', ...entry('genuine') }, 'a');
    put('tokens', { list: 'b', ...entry('genuine', anybody) }, 'b');
    put('tokens', { list: 'c', ...entry('fake') }, 'c');
    expect(labels()).toEqual([
      [anybody, 'genuine'],
      [thief, 'fake'],
    ]);
  });

  test('while a file can not be read nothing is genuine', () => {
    put('tokens', { list: 'a', ...entry('genuine', anybody) }, 'a');
    put('tokens', { list: 'b', ...entry('fake') }, 'b');
    writeFileSync(join(folder, 'c.json'), '{');
    expect(labels()).toEqual([[thief, 'fake']]);
  });
});

describe('the lists of the demonstration', () => {
  const demo = join(import.meta.dirname, '../../data/lists');

  test('load whole, hold what they name, and are too few for anything real', () => {
    const lists = loadLists(demo, { ...ageDaysMaxDefault, sanctions: null, scam: null });
    expect(lists.broken).toEqual([]);
    const ronin = address('0x098b716b8aaf21512996dc57eb0615e2383e2f96');
    expect(screen(lists, ronin, now)).toMatchObject({ status: 'hit', kind: 'sanctions' });
    expect(screen(lists, thief, now)).toMatchObject({ status: 'hit', kind: 'scam' });
    expect(screen(lists, anybody, new Date('2030-01-01'))).toMatchObject({ status: 'clear' });
    expect(screen(lists, anybody, new Date('2030-01-01'), destinationKinds).status).toBe('no_list');
    expect(tokenLabelsOf(lists)).toContainEqual({
      network: 'evm:1',
      token: '0x2260fac5e5542a773aa44fbcfedf7c193bc2c599',
      label: 'genuine',
      source: 'demo-tokens 1',
    });
  });
});

describe('the table of addresses', () => {
  const anyAddress = fc
    .uint8Array({ minLength: 20, maxLength: 20 })
    .map((bytes) => address(`0x${Buffer.from(bytes).toString('hex')}`));
  // Few distinct addresses with long common beginnings: repeats and collisions are the rule.
  const alike = fc.nat(9).map((digit) => address(`0x${'0'.repeat(39)}${digit}`));

  test('finds what a plain search finds, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyAddress, alike), { maxLength: 200 }),
        alike,
        (all, other) => {
          const table = new AddressTable(all);
          for (const wanted of [...all, other]) {
            const expected = all.flatMap((one, at) => (one === wanted ? [at] : []));
            expect(table.find(wanted)).toEqual(expected);
          }
        },
      ),
    );
  });

  const labels = join(import.meta.dirname, '../../../shared/data/screening');
  test.skipIf(!existsSync(labels))('holds real lists of addresses', () => {
    const file = (name: string) => readFileSync(join(labels, name), 'utf8');
    const known = file('forta/phishing_scams.csv').match(/0x[0-9a-f]{40}/gi) ?? [];
    const accounts = Object.keys(JSON.parse(file('etherscan-labels/etherscan.accounts.json')));
    const all = [...known, ...accounts].map((one) => address(one.toLowerCase()));
    expect(all.length).toBeGreaterThan(20_000);
    const table = new AddressTable(all);
    expect(all.filter((one, at) => !table.find(one).includes(at))).toEqual([]);
    const others = all.map((one) => address(one.slice(0, 41) + (one.endsWith('0') ? '1' : '0')));
    const names = new Set<string>(all);
    const found = others.filter((one) => table.find(one).length > 0);
    expect(found.filter((one) => !names.has(one))).toEqual([]);
  });
});
