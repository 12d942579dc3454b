import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import allowances from './tidy/allowances.json' with { type: 'json' };
import {
  bannedCalls,
  emptyNames,
  fileLinesMax,
  functionLinesMax,
  markupLinesMax,
  mayCallAnything,
  mayImport,
  order,
  registryHosts,
} from './tidy/rules.ts';
import { allFiles, blank, functionsOf, readSource, root, undocumentedOf } from './tidy/source.ts';

const files = allFiles();
const sources = files
  .filter((path) => /\.tsx?$/.test(path) && !/\.d\.ts$/.test(path))
  .map(readSource);
const inSrc = sources.filter((source) => source.path.startsWith('src/'));
const written = sources.filter((source) => !source.path.endsWith('.gen.ts'));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The first-level folder of src that a path is in. */
const folderOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];

/** Fails with one sentence for each thing found. */
function none(sentences: readonly string[]): void {
  expect(sentences.join('\n')).toBe('');
}

describe('the reader of sources', () => {
  test('blanks strings, comments and patterns, and keeps code in templates', () => {
    expect(blank("a('b'); // c")).toBe("a(' ');     ");
    const inside = '$' + '{fetch(1)}';
    expect(blank(`\`x ${inside} y\``)).toBe(`\`  ${inside}  \``);
    expect(blank("x = /'[/']/.test(y); 'z'")).toBe("x = /     /.test(y); ' '");
  });
});

describe('the reader of functions', () => {
  const source = (text: string) => ({
    path: 'src/x.ts',
    text,
    code: blank(text),
    isTest: false,
    imports: [],
  });

  test('measures functions, methods and arrows by the brace that closes them', () => {
    const text =
      'function a({\n  b,\n}: C): D {\n  e();\n}\nclass F {\n  async g(h: I) {\n    if (h) {\n    }\n  }\n}\nconst j = (k: L) => {\n  m();\n};\n';
    expect(functionsOf(source(text))).toEqual([
      { name: 'a', lines: 5 },
      { name: 'g', lines: 4 },
      { name: 'j', lines: 3 },
    ]);
  });

  test('finds exports without a docstring', () => {
    const text = '/** Yes. */\nexport const a = 1;\nexport const b = 2;\nexport function c() {}\n';
    expect(undocumentedOf(source(text))).toEqual(['c']);
  });
});

describe('the order of folders', () => {
  test('every folder of src has its place in the order', () => {
    const unknown = new Set(inSrc.map((one) => folderOf(one.path)).filter((name) => name));
    none(
      [...unknown]
        .filter((name) => !order.includes(name as string))
        .map(
          (name) =>
            `src/${name} is not in the order of folders: add it to test/tidy/rules.ts and ARCHITECTURE.md.`,
        ),
    );
  });

  test('a folder imports only folders to its left, through their index.ts', () => {
    none(
      inSrc.flatMap((source) =>
        source.imports.flatMap((target) => {
          const from = folderOf(source.path);
          const to = folderOf(target);
          if (!from || !to || from === to) return [];
          if (order.indexOf(to) > order.indexOf(from)) {
            return [
              `${source.path} imports ${target}, but ${to} stands to the right of ${from}: publish an event that ${to} subscribes to (src/db/events.ts), or move the code.`,
            ];
          }
          const isIndex = target === `src/${to}/index.ts`;
          return isIndex || source.isTest || isPublicPart(target)
            ? []
            : [
                `${source.path} imports ${target}: import src/${to}/index.ts, and export there what others need.`,
              ];
        }),
      ),
    );
  });

  test('areas beside src stay apart', () => {
    none(
      sources
        .filter((source) => !source.isTest)
        .flatMap((source) =>
          source.imports.flatMap((target) => {
            const area = source.path.split('/')[0] as string;
            const other = target.split('/')[0] as string;
            if (area === other) return [];
            if (area === 'src' && other === 'signer' && !target.startsWith('signer/intent/')) {
              return [
                `${source.path} imports ${target}: src and the signer share signer/intent only.`,
              ];
            }
            const ownClient = other === 'client' && source.path.startsWith('src/app/');
            if (
              area === 'src' &&
              !ownClient &&
              ['reference-exchange', 'client', 'test'].includes(other)
            ) {
              return [`${source.path} imports ${target}: src knows nothing of ${other}.`];
            }
            const allowed = mayImport[area];
            if (!allowed || allowed.some((start) => target.startsWith(start))) return [];
            return [
              `${source.path} imports ${target}: ${area} may import only ${['itself', ...allowed].join(', ')}.`,
            ];
          }),
        ),
    );
  });
});

/** Large folders are split: their sub-folders with an index.ts of their own are public too. */
function isPublicPart(target: string): boolean {
  return /^src\/[^/]+\/[^/]+\/index\.ts$/.test(target);
}

describe('sizes', () => {
  const lines = new Map(written.map((one) => [one.path, one.text.trimEnd().split('\n').length]));
  const functions = new Map(
    written.flatMap((one) =>
      functionsOf(one).map((found) => [`${one.path} ${found.name}`, found.lines] as const),
    ),
  );

  test(`files have at most ${fileLinesMax} lines, or the number allowed`, () => {
    none(ratchet(lines, fileLinesMax, allowances.files));
  });

  test(`functions have at most ${functionLinesMax} lines, or the number allowed`, () => {
    const isMarkup = (name: string) => /\.tsx /.test(name);
    const [markup, plain] = [true, false].map(
      (wanted) => new Map([...functions].filter(([name]) => isMarkup(name) === wanted)),
    ) as [Map<string, number>, Map<string, number>];
    none(ratchet(plain, functionLinesMax, allowances.functions));
    none(ratchet(markup, markupLinesMax, {}));
  });
});

/** What is over the limit must have exactly the size written down: so the list only shrinks. */
function ratchet(
  sizes: ReadonlyMap<string, number>,
  max: number,
  allowed: Readonly<Record<string, number>>,
): string[] {
  const grown = [...sizes].flatMap(([name, size]) =>
    size > (allowed[name] ?? max)
      ? [`${name} has ${size} lines, more than ${allowed[name] ?? max}: split it.`]
      : [],
  );
  const stale = Object.entries(allowed).flatMap(([name, size]) => {
    const now = sizes.get(name) ?? 0;
    if (now > max && now >= size) return [];
    return [
      `${name} has shrunk to ${now} lines: ${now > max ? `write ${now}` : 'remove it'} in test/tidy/allowances.json.`,
    ];
  });
  return [...grown, ...stale];
}

describe('what is written', () => {
  test('banned calls stay in std, app and the files that talk to the outside', () => {
    none(
      inSrc
        .filter((one) => !one.isTest && !mayCallAnything(one.path))
        .flatMap((source) =>
          bannedCalls.flatMap(([call, sentence]) => {
            const at = source.code.search(call);
            return at < 0
              ? []
              : [`${source.path}:${source.code.slice(0, at).split('\n').length} ${sentence}.`];
          }),
        ),
    );
  });

  test('names say what is inside', () => {
    none(
      files
        .filter((path) => emptyNames.test(path))
        .map(
          (path) =>
            `${path}: a folder is a noun of the trade, a file a verb; this name says nothing.`,
        ),
    );
  });

  test('no file of src lies unused', () => {
    const others = sources.filter((one) => !/\.test\.ts$/.test(one.path));
    const used = new Set(others.flatMap((one) => one.imports));
    const started = (path: string) =>
      others.some((one) => one.path !== path && one.text.includes(`/${posix.basename(path)}'`)) ||
      read('package.json').includes(path);
    none(
      inSrc
        .filter((one) => !one.isTest && !used.has(one.path) && !started(one.path))
        .map((one) => `${one.path} is imported by nothing but tests: use it or remove it.`),
    );
  });

  test('every export of src is documented, but for those of long ago', () => {
    const missing = new Map<string, string[]>();
    for (const source of inSrc.filter((one) => !one.isTest && !one.path.endsWith('.gen.ts'))) {
      const folder = folderOf(source.path) ?? 'src';
      const names = undocumentedOf(source).map((name) => `${source.path} ${name}`);
      missing.set(folder, [...(missing.get(folder) ?? []), ...names]);
    }
    const allowed: Readonly<Record<string, number>> = allowances.undocumented;
    none(
      [...missing].flatMap(([folder, names]) => {
        const max = allowed[folder] ?? 0;
        if (names.length === max) return [];
        return names.length > max
          ? [
              `${folder} has ${names.length} exports without a docstring, more than ${max}:`,
              ...names,
            ]
          : [`Write ${names.length} for undocumented ${folder} in test/tidy/allowances.json.`];
      }),
    );
  });

  test('no file names a package registry, and the lock file holds no address', () => {
    const texts = files.filter((path) =>
      /(\.(ts|tsx|js|json|md|ya?ml|sql|sol|sh|css|html)|\/run|rc)$/.test(path),
    );
    none(
      texts.flatMap((path) =>
        registryHosts.flatMap((host) =>
          read(path).includes(host) ? [`${path} names ${host}.`] : [],
        ),
      ),
    );
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
  });
});

describe('documents', () => {
  test('the first screen of both readmes shows the two commands', () => {
    for (const name of ['README.md', 'README.ja.md']) {
      const screen = read(name).split('\n').slice(0, 40).join('\n');
      expect(screen, name).toContain('npm ci && npm start');
      expect(screen, name).toContain('npm ci && npm test');
    }
  });

  test('files named in ARCHITECTURE.md and docs/tour.md exist', () => {
    none(
      ['ARCHITECTURE.md', 'docs/tour.md']
        .filter((path) => existsSync(join(root, path)))
        .flatMap((path) =>
          namedFiles(read(path))
            .filter(
              (name) =>
                ![name, `src/${name}`, posix.join(posix.dirname(path), name)].some((candidate) =>
                  existsSync(join(root, candidate)),
                ),
            )
            .map((name) => `${path} names ${name}, which does not exist.`),
        ),
    );
  });
});

/** Paths in backticks or links: those with a slash, and no blank or placeholder in them. */
function namedFiles(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w.@-]+\/[\w./@-]*)`/g)].map((match) => match[1] as string);
  const linked = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
    (match) => match[1] as string,
  );
  return [...quoted, ...linked].filter((name) => !/NNNN|^(node_modules|var)\/|@/.test(name));
}
