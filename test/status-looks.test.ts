import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Case } from '../src/cases/index.ts';
import type { Who } from '../src/messages/index.ts';
import { claimStates, type Turn } from '../src/recovery/states.ts';
import { claimFamilies, type Family } from '../src/recovery/telling/index.ts';
import { languages } from '../ui/format/index.ts';
import { families } from '../ui/status/families.ts';
import { lookOf, type StateTable, stateLooks } from '../ui/status/states.ts';
import { root } from './tidy/source.ts';

/** The tables of the database that have states, and what their states are called on screens. */
const shownAs: Readonly<Record<string, StateTable>> = {
  messages: 'message',
  payments: 'payment',
  payment_lines: 'line',
};

/** States that the database allows, table by table, read from the migrations themselves. */
function statesInMigrations(): Map<string, readonly string[]> {
  const folder = join(root, 'src/db/migrations');
  const sql = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const tables = sql.split(/(?=create table )/).flatMap((piece) => {
    const name = /^create table (?:if not exists )?(\w+)/.exec(piece)?.[1];
    const listed = /^\s*state text[^\n]*check \(state in \(([^)]*)\)/m.exec(piece)?.[1];
    if (!name || !listed) return [];
    return [[name, [...listed.matchAll(/'(\w+)'/g)].map((match) => match[1] as string)] as const];
  });
  return new Map(tables);
}

describe('how states look', () => {
  test('every state that the database allows has a family and a word', () => {
    const found = statesInMigrations();
    expect([...found.keys()].sort()).toEqual(Object.keys(shownAs).sort());
    for (const [table, states] of found) {
      const shown = shownAs[table] as StateTable;
      expect(Object.keys(stateLooks[shown]).sort(), table).toEqual([...states].sort());
    }
  });

  test('every state of a claim, in the family and the words that its customer is told', () => {
    const shown: Record<string, { family: Family; ja: string; en: string }> = {};
    for (const [state, { family, word }] of Object.entries(stateLooks.claim)) {
      shown[state] = { family, ja: word.ja, en: word.en };
    }
    expect(shown).toEqual(claimFamilies);
    expect(Object.keys(shown).sort()).toEqual(Object.keys(claimStates).sort());
  });

  test('every turn there is, and both states of a case', () => {
    const turns: Readonly<Record<Turn | Who, true>> = {
      customer: true,
      desk: true,
      kaeru: true,
      network: true,
      exchange: true,
      nobody: true,
    };
    const cases: Readonly<Record<Case['now']['state'], true>> = { open: true, closed: true };
    expect(Object.keys(stateLooks.turn).sort()).toEqual(Object.keys(turns).sort());
    expect(Object.keys(stateLooks.case).sort()).toEqual(Object.keys(cases).sort());
  });

  test('what waits for the customer is yellow, and nothing else is', () => {
    for (const [state, { turn }] of Object.entries(claimStates)) {
      const { family } = lookOf('claim', state);
      if (family === 'you') expect(turn, state).toBe('customer');
      // A refusal is the customer's turn too: but its first word is the answer.
      if (turn === 'customer') expect(['you', 'stop'], state).toContain(family);
    }
  });

  test('there is a word in every language, and an unknown state is not drawn', () => {
    const words = [
      ...Object.values(families).map((family) => family.word),
      ...Object.values(stateLooks).flatMap((table) =>
        Object.values(table).map((look) => look.word),
      ),
    ];
    for (const word of words) {
      for (const { code } of languages) expect(word[code].trim()).not.toBe('');
    }
    expect(() => lookOf('claim', 'toString')).toThrow(RangeError);
  });
});
