import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { en as consoleEn } from '../console/words/en/index.ts';
import { ja as consoleJa } from '../console/words/ja/index.ts';
import { catalogs as portal } from '../portal/words/index.ts';
import { allFiles, root } from './tidy/source.ts';
import { type Saying, spacingRules, toneRules } from './words-rules.ts';

type Catalog = Readonly<Record<string, string>>;

const apps: readonly { name: string; ja: Catalog; en: Catalog }[] = [
  { name: 'portal', ...portal },
  { name: 'console', ja: consoleJa, en: consoleEn },
];

/** The names of a message's placeholders, with what is asked of each: `count plural`. */
function placeholdersOf(message: string): string[] {
  const names = new Set<string>();
  const read = (parts: readonly object[]) => {
    for (const part of parts as readonly MessagePart[]) {
      if (part.type !== literal && part.type !== pound && part.value) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) read(option.value);
      if (part.children) read(part.children);
    }
  };
  read(new IntlMessageFormat(message, 'ja').getAst());
  return [...names].sort();
}

interface MessagePart {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly object[] }>>;
  readonly children?: readonly object[];
}

const literal = 0;
const pound = 7;

/** Where a key of an app may be used: its own sources, but for the catalogs. */
function sourcesOf(app: string): string {
  return allFiles(app)
    .filter((path) => /\.tsx?$/.test(path) && !/\/words\/(?:ja|en|zh|ko)\//.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
}

describe.each(apps)('the words of the $name', ({ name, ja, en }) => {
  test('are there in Japanese and in English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
    const empty = Object.keys(ja).filter((key) => !ja[key]?.trim() || !en[key]?.trim());
    expect(empty).toEqual([]);
  });

  test('have the same placeholders in both, and can be put together', () => {
    const differ = Object.keys(ja).flatMap((key) => {
      const [one, other] = [placeholdersOf(ja[key] ?? ''), placeholdersOf(en[key] ?? '')];
      return String(one) === String(other) ? [] : [`${key}: ja ${one}; en ${other}`];
    });
    expect(differ).toEqual([]);
  });

  test('are all used', () => {
    const text = sourcesOf(name);
    // A key may be put together where its beginning stands: `answer.go_${kind}`.
    const beginnings = [...text.matchAll(/[`']([\w-]+\.[\w.-]*)\$\{/g)].map((match) => match[1]);
    const whole = new Set([...text.matchAll(/['"`]([\w.-]+)['"`]/g)].map((match) => match[1]));
    const unused = Object.keys(ja).filter((key) => {
      const [area = '', ...rest] = key.split('.');
      if (whole.has(key) || beginnings.some((start) => start && key.startsWith(start)))
        return false;
      // Scripts are handed an area as it is, and know its names without it.
      return !(handedWhole.has(`${name} ${area}`) && whole.has(rest.join('.')));
    });
    expect(unused).toEqual([]);
  });
});

/** Areas that reach the browser's scripts as a whole. */
const handedWhole = new Set(['portal script']);

/** Every Japanese string in the sources of `areas`, with where it stands. */
function japaneseIn(areas: readonly string[]): Saying[] {
  return areas
    .flatMap((area) => allFiles(area))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.gen\.ts$/.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, (comment) =>
        comment.replace(/[^\n]/g, ' '),
      );
      return [...text.matchAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)]
        .filter((match) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(match[0]))
        .map((match) => ({
          where: `${path}:${text.slice(0, match.index).split('\n').length}`,
          text: match[0].slice(1, -1),
        }));
    });
}

describe('Japanese', () => {
  const broken = (sayings: readonly Saying[], rules: typeof toneRules) =>
    sayings.flatMap(({ where, text }) =>
      rules.flatMap((rule) => (rule.breaks(text) ? [`${where} ${text}\n    ${rule.why}`] : [])),
    );
  const found = (text: string, rules: typeof toneRules) => broken([{ where: '', text }], rules);

  test('what is looked for is found, and its neighbours are not', () => {
    for (const bad of [
      'お客様のご確認',
      '弊社では対応いたしかねます',
      'しばらくお待ちください',
      '順次ご連絡します',
      '必ず戻ります',
      'ご案内させていただき、送金させていただきます',
      'いかなる責任も負いません',
      'ご安心ください。',
    ]) {
      expect(found(bad, toneRules), bad).not.toEqual([]);
    }
    for (const good of [
      'お客さまの資産は当社にあります。',
      '11月24日（火）から順次ご連絡します。',
      '{when}まで、しばらくお待ちください。',
      '送り先の様子を説明します',
    ]) {
      expect(found(good, toneRules), good).toEqual([]);
    }
    expect(found('5 WBTC は届きました', spacingRules)).not.toEqual([]);
    expect(found('{amount} をお返しします', spacingRules)).not.toEqual([]);
    expect(found('お返し先(Polygon)', spacingRules)).not.toEqual([]);
    expect(found('5\u00a0WBTCは、Polygon（137）で届きました', spacingRules)).toEqual([]);
  });

  test('never blames, never promises what is not shown, in any text of the product', () => {
    const sayings = japaneseIn(['src', 'portal', 'console', 'ui', 'reference-exchange']);
    expect(sayings.length).toBeGreaterThan(500);
    expect(broken(sayings, toneRules)).toEqual([]);
  });

  test('is set as Japanese is on the pages of portal and console', () => {
    // What a plan says is written as the signer writes it, character by character.
    const pages = japaneseIn(['portal', 'console', 'ui']).filter(
      ({ where }) => !where.startsWith('console/plan/'),
    );
    expect(broken(pages, spacingRules)).toEqual([]);
  });
});
