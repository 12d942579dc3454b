import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** The repository's root. */
export const root = join(import.meta.dirname, '../..');

const skipped = new Set(['.git', 'node_modules', 'var']);

/** Every file of the repository, as paths from its root with forward slashes. */
export function allFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : allFiles(path);
    return entry.isFile() && !entry.name.endsWith('.log') ? [path] : [];
  });
}

/** A TypeScript file, with what the checks ask of it. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** The same text, same length, with the inside of comments, strings and patterns blanked. */
  readonly code: string;
  readonly isTest: boolean;
  /** Paths from the root of the files it imports; packages are left out. */
  readonly imports: readonly string[];
}

/** Reads one TypeScript file. */
export function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const code = blank(text);
  const isTest = /\.test\.tsx?$/.test(path) || path.startsWith('test/');
  return { path, text, code, isTest, imports: importsOf(path, text, code) };
}

const importStart = /\b(?:from|import)\s*\(?\s*(['"])/g;

function importsOf(path: string, text: string, code: string): string[] {
  return [...code.matchAll(importStart)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = code.indexOf(match[1] as string, start);
    const name = text.slice(start, end);
    return name.startsWith('.') ? [posix.join(dirname(path), name)] : [];
  });
}

const beforePattern = /(^|[([{,;=:?!&|+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|=>))\s*$/;

/** Blanks comments, strings and regular expressions; keeps quotes, line ends and `${…}` code. */
export function blank(text: string): string {
  const out = [...text];
  const wipe = (from: number, to: number) => {
    for (let i = from; i < to; i += 1) if (out[i] !== '\n') out[i] = ' ';
  };
  // One entry for every `${` we are inside of: the depth of braces at which it ends.
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  const template = (from: number) => {
    let end = from;
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end)) {
      end += text[end] === '\\' ? 2 : 1;
    }
    wipe(from, end);
    if (text[end] !== '$') return end + 1;
    templates.push(depth);
    return end + 2;
  };
  while (at < text.length) {
    const char = text[at];
    if (text.startsWith('//', at)) at = skipTo(text, '\n', at, wipe);
    else if (text.startsWith('/*', at)) at = skipTo(text, '*/', at + 2, wipe) + 2;
    else if (char === "'" || char === '"') at = skipQuoted(text, char, at + 1, wipe) + 1;
    else if (char === '`') at = template(at + 1);
    else if (char === '/' && startsPattern(text, at)) {
      at = skipPattern(text, at + 1, wipe) + 1;
    } else if (char === '}' && templates.at(-1) === depth) {
      templates.pop();
      at = template(at + 1);
    } else {
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      at += 1;
    }
  }
  return out.join('');
}

/** A slash that begins a pattern: not a division, and not the end of a JSX element (`</p>`). */
function startsPattern(text: string, at: number): boolean {
  return text[at - 1] !== '<' && beforePattern.test(text.slice(Math.max(0, at - 20), at));
}

type Wipe = (from: number, to: number) => void;

function skipTo(text: string, stop: string, from: number, wipe: Wipe): number {
  const found = text.indexOf(stop, from);
  const end = found < 0 ? text.length : found;
  wipe(from, end);
  return end;
}

function skipQuoted(text: string, quote: string, from: number, wipe: Wipe): number {
  let end = from;
  // A string ends with its line: an apostrophe in the text of a JSX element begins none.
  while (end < text.length && text[end] !== quote && text[end] !== '\n') {
    end += text[end] === '\\' ? 2 : 1;
  }
  wipe(from, end);
  return end;
}

function skipPattern(text: string, from: number, wipe: Wipe): number {
  let end = from;
  let inClass = false;
  while (end < text.length && (inClass || text[end] !== '/')) {
    if (text[end] === '[') inClass = true;
    if (text[end] === ']') inClass = false;
    end += text[end] === '\\' ? 2 : 1;
  }
  wipe(from, end);
  return end;
}

const opening =
  /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?(?:<.*>)?\(.*|(?:(?:private|static|override|async|get|set) )*([#\w]+)(?:<.*>)?\(.*(?:\{|\()$)/;
const keywords = new Set(['if', 'for', 'while', 'switch', 'catch', 'return', 'function', 'await']);

/** A line at the function's own column that still belongs to its head: `): Promise<X> {`. */
const restOfHead = /^\s*[)}\]>].*(?:\{|=>|\()$/;

/**
 * Named functions with their length in lines. It leans on the formatter: what belongs to a function
 * is indented deeper than its first line, up to the brace that closes it at that line's column.
 */
export function functionsOf(source: Source): { name: string; lines: number }[] {
  const lines = source.code.split('\n').map((line) => line.trimEnd());
  const columnOf = (line: string) => line.length - line.trimStart().length;
  return lines.flatMap((line, start) => {
    const match = opening.exec(line);
    const name = match?.[2] ?? match?.[3] ?? match?.[4];
    const isMethod = match?.[4] !== undefined;
    if (!name || keywords.has(name) || (isMethod && source.isTest)) return [];
    if (!/(?:\{|\(|=>)$/.test(line)) return [];
    const column = columnOf(line);
    const after = lines.findIndex(
      (other, at) =>
        at > start && other !== '' && columnOf(other) <= column && !restOfHead.test(other),
    );
    const closes = /^\s*[)}\]]/.test(lines[after] ?? '');
    return [{ name, lines: after - start + (closes ? 1 : 0) }];
  });
}

const exported =
  /^export (?:default )?(?:async |abstract |declare )*(?:function\*?|const|interface|type|class) (\w+)/;

/**
 * Exports with no docstring right above them. A second overload needs none, nor does a constant
 * right below a documented one: they are read as one group.
 */
export function undocumentedOf(source: Source): string[] {
  const lines = source.text.split('\n');
  let previous = '';
  return lines.flatMap((line, at) => {
    const name = exported.exec(line)?.[1];
    if (!name || name === previous) return [];
    previous = name;
    const above = lines[at - 1] ?? '';
    const inGroup = line.startsWith('export const') && above.startsWith('export const');
    return inGroup || above.trimEnd().endsWith('*/') ? [] : [name];
  });
}
