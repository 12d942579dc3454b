import { describe, expect, test } from 'vitest';
import { chordOf, matchKeys, type Press, printKeys } from './match-keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  mod: false,
  alt: false,
  shift: false,
  composing: false,
  inField: false,
  ...more,
});

const offered = [
  { id: 'down', keys: 'j' },
  { id: 'range', keys: 'shift+x' },
  { id: 'pick', keys: 'x' },
  { id: 'map', keys: '?' },
  { id: 'worklist', keys: 'g w' },
  { id: 'audit', keys: 'g u' },
  { id: 'palette', keys: 'mod+k' },
  { id: 'sign', keys: 'mod+enter' },
  { id: 'open', keys: 'enter' },
  { id: 'nothing' },
];
const free = { sequence: '', singleKeys: true };

function run(given: Press, state = free): string {
  const match = matchKeys(offered, given, state);
  return match.kind === 'run' ? match.found.id : match.kind;
}

describe('keys', () => {
  test('a letter, a sign that needs Shift, and Shift with a letter', () => {
    expect(run(press('j'))).toBe('down');
    expect(run(press('?', { shift: true }))).toBe('map');
    expect(run(press('X', { shift: true }))).toBe('range');
    expect(run(press('x'))).toBe('pick');
    expect(run(press('q'))).toBe('none');
  });

  test('a sequence, and a new beginning where it goes wrong', () => {
    expect(run(press('g'))).toBe('begun');
    expect(run(press('w'), { ...free, sequence: 'g' })).toBe('worklist');
    expect(run(press('w'))).toBe('none');
    expect(run(press('j'), { ...free, sequence: 'g' })).toBe('down');
  });

  test('where one types, only chords with the modifier count', () => {
    expect(run(press('j', { inField: true }))).toBe('none');
    expect(run(press('Enter', { inField: true }))).toBe('none');
    expect(run(press('k', { mod: true, inField: true }))).toBe('palette');
    expect(run(press('Enter', { mod: true, inField: true }))).toBe('sign');
  });

  test('while an input method composes, none counts, the signing chord least of all', () => {
    expect(run(press('Enter', { composing: true }))).toBe('none');
    expect(run(press('Enter', { composing: true, mod: true }))).toBe('none');
    expect(run(press('k', { composing: true, mod: true }))).toBe('none');
  });

  test('single keys can be switched off; named keys and chords stay', () => {
    const off = { sequence: '', singleKeys: false };
    expect(run(press('j'), off)).toBe('none');
    expect(run(press('g'), off)).toBe('none');
    expect(run(press('?', { shift: true }), off)).toBe('none');
    expect(run(press('Enter'), off)).toBe('open');
    expect(run(press('k', { mod: true }), off)).toBe('palette');
  });

  test('Alt is the system’s and the input method’s', () => {
    expect(run(press('j', { alt: true }))).toBe('none');
  });

  test('printed as they stand on the keyboard', () => {
    expect(printKeys('mod+k', true)).toBe('⌘K');
    expect(printKeys('mod+k', false)).toBe('Ctrl K');
    expect(printKeys('mod+enter', true)).toBe('⌘↵');
    expect(printKeys('g w', false)).toBe('G W');
    expect(printKeys('shift+x', true)).toBe('⇧X');
    expect(chordOf(press('Enter', { mod: true }))).toBe('mod+enter');
  });
});
