import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { styleLinesMax, webAreas, webStarts } from './rules.ts';
import { allFiles, blank, readSource, root, undocumentedOf } from './source.ts';

const files = allFiles();
const sources = files
  .filter((path) => /\.tsx?$/.test(path) && !/\.d\.ts$/.test(path))
  .map(readSource);
const pages = sources.filter(
  (source) => webAreas.includes(source.path.split('/')[0] as string) && !source.isTest,
);

describe('the reader of JSX', () => {
  test('takes the end of an element for no pattern, and an apostrophe for no string', () => {
    const text = "const a = (\n  <p>It's</p>\n);\nconst b = c('d');\n";
    expect(blank(text)).toContain("const b = c(' ');");
    expect(blank('x = <p></p>;\ny(1);')).toBe('x = <p></p>;\ny(1);');
  });
});

describe('the sources of pages', () => {
  test('every export is documented', () => {
    const missing = pages.flatMap((source) =>
      undocumentedOf(source).map((name) => `${source.path} ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('no file lies unused', () => {
    const used = new Set(
      sources.filter((one) => !/\.test\.tsx?$/.test(one.path)).flatMap((one) => one.imports),
    );
    const unused = [
      ...pages.map((one) => one.path),
      ...files.filter(
        (path) => path.endsWith('.css') && webAreas.includes(path.split('/')[0] ?? ''),
      ),
    ].filter((path) => !used.has(path) && !webStarts.includes(path) && !imported(path));
    expect(unused).toEqual([]);
  });

  test('the portal loads nothing that opens and closes', () => {
    const wrong = pages
      .filter(
        (one) => one.path.startsWith('portal/') || /^ui\/(?!interactive|gallery)/.test(one.path),
      )
      .filter(
        (one) =>
          one.imports.some((target) => target.startsWith('ui/interactive/')) ||
          /from '@(?:base-ui|tanstack)\//.test(one.text),
      )
      .map((one) => one.path);
    expect(wrong).toEqual([]);
  });

  test('what the portal’s browser loads has no React in it, by any way', () => {
    const byPath = new Map(sources.map((one) => [one.path, one]));
    const reached = new Set(['portal/scripts/main.ts']);
    for (const path of reached)
      for (const next of byPath.get(path)?.imports ?? []) reached.add(next);
    const wrong = [...reached].filter((path) => {
      const source = byPath.get(path);
      return path.endsWith('.tsx') || /from '(?:react|react-dom|i18next)/.test(source?.text ?? '');
    });
    expect(reached.size).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  test(`style sheets have at most ${styleLinesMax} lines`, () => {
    const long = files
      .filter((path) => path.endsWith('.css'))
      .filter((path) => read(path).trimEnd().split('\n').length > styleLinesMax);
    expect(long).toEqual([]);
  });
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** A style sheet that another takes in. */
function imported(path: string): boolean {
  return path === 'ui/styles/parts.css' && read('ui/styles/ui.css').includes('./parts.css');
}
