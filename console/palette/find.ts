import { ask } from '../api/queries.ts';
import type { Act } from '../keyboard/acts.ts';

/** What a search found: a case, or something that leads to cases. */
export interface Hit {
  readonly kind: 'case' | 'hash' | 'address' | 'customer';
  readonly value: string;
  /** What it is, in the reader's language. */
  readonly what: string;
  /** The case it leads to; null where it leads to a list. */
  readonly number: string | null;
}

/** Asks the desk for whatever was pasted: number, hash, address, customer. */
export async function findAnything(typed: string): Promise<readonly Hit[]> {
  const answer = await ask<object>('GET', '/v1/desk/search', { query: { q: typed.trim() } });
  return hitsOf(answer);
}

/** Flattens the answer; a kind that is not known here is passed over. */
export function hitsOf(answer: object): readonly Hit[] {
  const said = answer as Readonly<Record<string, unknown>>;
  const lists = [said['hits'], said['results'], said['cases']].filter(Array.isArray).flat();
  return lists.flatMap((one: unknown): Hit[] => {
    const hit = one as Readonly<Record<string, unknown>>;
    const number = typeof hit['number'] === 'string' ? hit['number'] : null;
    const value = String(hit['value'] ?? hit['text'] ?? number ?? '');
    if (!value) return [];
    const kinds = ['case', 'hash', 'address', 'customer'] as const;
    const kind = kinds.find((each) => each === hit['kind']) ?? 'case';
    return [{ kind, value, what: String(hit['what'] ?? hit['label'] ?? ''), number }];
  });
}

/** Enough to look for on the server; anything shorter is meant for the acts. */
export function isWorthFinding(typed: string): boolean {
  return typed.trim().length >= 3;
}

/** The acts whose label holds every word that was typed, in their own order. */
export function actsLike(acts: readonly Act[], typed: string): readonly Act[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return acts.filter((act) => {
    const label = fold(act.label);
    return act.inPalette !== false && words.every((word) => label.includes(word));
  });
}

/** Full-width and half-width, upper and lower case are the same to whoever looks for something. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
