import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFiles, blank, root } from './tidy/source.ts';

const areas = ['ui', 'portal', 'console'];
const files = areas
  .flatMap((area) => allFiles(area))
  .filter((path) => !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const styles = files.filter(({ path }) => path.endsWith('.css'));
const programs = files.filter(({ path }) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));

/** Declarations of a style sheet, without comments. */
function declarationsOf(text: string): { property: string; value: string; line: number }[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...plain.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map((match) => ({
    property: match[1] as string,
    value: (match[2] as string).trim(),
    line: plain.slice(0, match.index).split('\n').length,
  }));
}

const rawColour = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(/i;
const namedColour =
  /(?:^|[\s,(])(?:white|black|red|green|blue|gr[ae]y|yellow|orange|purple|pink|navy|silver)(?:$|[\s,)])/;
const sizeOfType = /var\(--f-|^inherit$|^[\d.]+em$|^max\(/;
const roundness = /^(?:var\(--r-[\w-]+\)|50%|0|inherit)(?: (?:var\(--r-[\w-]+\)|50%|0))*$/;
/** A circle of two letters is too small for a size of the scale. */
const initials = '10px';

/** What is wrong with a style sheet; tokens.css is where the raw values live. */
function wrongIn(path: string, text: string): string[] {
  return declarationsOf(text).flatMap(({ property, value, line }) => {
    const at = `${path}:${line} ${property}: ${value}`;
    if (rawColour.test(value) || namedColour.test(value)) return [`${at}: take a colour token`];
    if (property === 'font-size' && !sizeOfType.test(value) && value !== initials) {
      return [`${at}: take a size of type`];
    }
    if (property === 'font' && value !== 'inherit' && !value.includes('var(--f-')) {
      return [`${at}: take a size of type`];
    }
    if (property.startsWith('border') && property.endsWith('radius') && !roundness.test(value)) {
      return [`${at}: take a radius`];
    }
    return [];
  });
}

describe('style sheets', () => {
  test('what is looked for is found', () => {
    const bad = '.a { color: #fff; font-size: 13px; border-radius: 5px; background: white }';
    expect(wrongIn('x.css', bad)).toHaveLength(4);
    const good =
      '.a { color: var(--text); font-size: 0.8em; border-radius: var(--r-2) 0; white-space: nowrap }';
    expect(wrongIn('x.css', good)).toEqual([]);
  });

  test('take every colour, size of type and radius from the tokens', () => {
    const wrong = styles
      .filter(({ path }) => path !== 'ui/styles/tokens.css')
      .flatMap(({ path, text }) => wrongIn(path, text));
    expect(wrong).toEqual([]);
  });

  test('use no token that does not exist', () => {
    const defined = new Set(
      styles.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1])),
    );
    // Set by Base UI on what floats.
    for (const name of ['available-width', 'available-height', 'anchor-width']) {
      defined.add(`--${name}`);
    }
    const missing = styles.flatMap(({ path, text }) =>
      [...text.matchAll(/var\((--[\w-]+)/g)]
        .filter((match) => !defined.has(match[1]))
        .map((match) => `${path} uses ${match[1]}`),
    );
    expect(missing).toEqual([]);
  });
});

/** What no page or component may do, with what to do in its place; ui/format is where it is done. */
const banned: readonly (readonly [RegExp, string])[] = [
  [/\.toLocale(?:Date|Time)?String\(/, 'prints as the machine likes: use ui/format'],
  [/\bnew Intl\.(?:NumberFormat|DateTimeFormat|RelativeTimeFormat)/, 'use ui/format'],
  [/\.toFixed\(/, 'rounds: use Amount of ui'],
  [/\.(?:slice|substring|substr)\(0, ?(?:4|6|8|10)\)/, 'shortens a value: use Address of ui'],
  [/\bplaceholder=/, 'a label is text: use the label and hint of a field'],
  [/\bdangerouslySetInnerHTML\b/, 'text stays text'],
  [/(?<![\w.])confirm\(|(?<![\w.])alert\(/, 'use AlertDialog of ui'],
];

describe('pages and components', () => {
  const mayFormat = (path: string) => path.startsWith('ui/format/');

  test('print values by ui alone', () => {
    const wrong = programs
      .filter(({ path }) => !mayFormat(path))
      .flatMap(({ path, text }) => {
        const code = blank(text);
        return banned.flatMap(([call, why]) => {
          const at = code.search(call);
          return at < 0 ? [] : [`${path}:${code.slice(0, at).split('\n').length} ${why}`];
        });
      });
    expect(wrong).toEqual([]);
  });

  test('hold no colour and, where pages come from the server, no style of their own', () => {
    const wrong = programs.flatMap(({ path, text }) => {
      // A picture file of its own (the tab's) knows no style sheet, and must say its colour.
      const plain = text.replace(/<svg xmlns=.*<\/svg>/g, '');
      const coloured = /['"`]#[0-9a-f]{3}(?:[0-9a-f]{3})?['"`]|['"`](?:rgb|hsl)a?\(/i.test(plain);
      const styled = /\sstyle=[{"']/.test(text) && !path.startsWith('console/');
      return [
        ...(coloured ? [`${path} holds a colour: take a class`] : []),
        ...(styled ? [`${path} holds a style attribute, which the policy of pages refuses`] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });
});
