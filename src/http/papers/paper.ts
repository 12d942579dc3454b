import { createHash } from 'node:crypto';
import { canonicalJson } from '../../std/index.ts';
import type { Language } from '../language.ts';

/** A paper for a customer, as data: what is printed is what stands here, and nothing else. */
export interface Paper {
  readonly kind: 'receipt' | 'letter';
  readonly language: Language;
  readonly title: string;
  readonly caseNumber: string;
  readonly parts: readonly Part[];
}

/** A heading, sentences, and values by name. */
export interface Part {
  readonly heading: string | null;
  readonly sentences: readonly string[];
  readonly rows: readonly Row[];
}

/** A value by its name. `exact`: an address or a hash, printed whole in groups of four. */
export interface Row {
  readonly name: string;
  readonly value: string;
  readonly exact?: true;
}

/** A row, unless there is no value. */
export function rowOf(name: string, value: string | null | undefined): Row[] {
  return value ? [{ name, value }] : [];
}

/** A row for an address or a hash. */
export function exactRow(name: string, value: string | null | undefined): Row[] {
  return value ? [{ name, value, exact: true }] : [];
}

/** Names what a paper says: SHA-256 of its kind, language, number and parts, whenever it is printed. */
export function paperDigest({ kind, language, title, caseNumber, parts }: Paper): string {
  const plain = parts.map(({ heading, sentences, rows }) => ({
    heading,
    sentences: [...sentences],
    rows: rows.map(({ name, value }) => ({ name, value })),
  }));
  const text = canonicalJson({ kind, language, title, caseNumber, parts: plain });
  return createHash('sha256').update(text).digest('hex');
}
