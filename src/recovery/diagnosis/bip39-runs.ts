import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as simplifiedChinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { wordlist as traditionalChinese } from '@scure/bip39/wordlists/traditional-chinese.js';
import { phraseWords } from './secret-words.ts';

const lists = [
  english,
  japanese,
  korean,
  simplifiedChinese,
  traditionalChinese,
  french,
  spanish,
  italian,
  portuguese,
  czech,
];

/** The shortest seed phrase (BIP-39). */
const wordsMin = 12;
/** Beside the words 'seed phrase' a shorter run is enough: part of a phrase, or one mistyped. */
const wordsMinLabelled = 5;
const labelReach = 120;

/**
 * Runs of words that all stand in one word list of BIP-39, whatever lies between them (spaces, line
 * ends, numbering). The checksum is not asked: twelve such words in a row don't happen by chance, for
 * no list has 'the', 'is' or 'to', and a phrase with two words swapped is a secret still.
 */
export function bip39Runs(plain: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  let runs: Run[] = [];
  for (const match of plain.matchAll(/[\p{L}\p{M}]+/gu)) {
    const to = match.index + match[0].length;
    const inLists = listsOf(match[0]);
    const going = runs.filter((run) => inLists.includes(run.list));
    close(
      plain,
      runs.filter((run) => !going.includes(run)),
      found,
    );
    for (const run of going) {
      run.words += 1;
      run.to = to;
    }
    const fresh = inLists
      .filter((list) => !going.some((run) => run.list === list))
      .map((list) => ({ list, from: match.index, to, words: 1 }));
    runs = [...going, ...fresh];
  }
  close(plain, runs, found);
  return found;
}

interface Run {
  readonly list: number;
  readonly from: number;
  to: number;
  words: number;
}

function close(plain: string, runs: readonly Run[], found: [number, number][]): void {
  for (const { from, to, words } of runs) {
    if (words >= wordsMin || (words >= wordsMinLabelled && isLabelled(plain, from))) {
      found.push([from, to]);
    }
  }
}

function isLabelled(plain: string, from: number): boolean {
  return plain.slice(Math.max(0, from - labelReach), from).search(phraseWords) !== -1;
}

/** Words of the lists are in the decomposed form (NFKD), as BIP-39 has it. */
function listsOf(word: string): readonly number[] {
  if (word.length > longestWord) return [];
  index ??= buildIndex();
  return index.get(word.normalize('NFKD').toLowerCase()) ?? [];
}

/** No word of any list is longer, decomposed. */
const longestWord = 24;

let index: ReadonlyMap<string, readonly number[]> | undefined;

function buildIndex(): ReadonlyMap<string, readonly number[]> {
  const built = new Map<string, number[]>();
  lists.forEach((words, list) => {
    for (const word of words) {
      const key = word.normalize('NFKD');
      built.set(key, [...(built.get(key) ?? []), list]);
    }
  });
  return built;
}
