import { type Unread, type UnreadWhy, unread } from '../reading.ts';

/** What one node said, or why it said nothing. Two nodes say the same when their keys are equal. */
export type Said<T> =
  | { readonly ok: true; readonly key: string; readonly value: T }
  | { readonly ok: false; readonly why: UnreadWhy; readonly detail: string };

/**
 * The values of the nodes that say the same, at least `agreeMin` of them. Fewer is unread; so are
 * two camps that are both large enough, for then neither can be believed.
 */
export function agree<T>(
  said: readonly Said<T>[],
  agreeMin: number,
): { readonly status: 'read'; readonly values: readonly [T, ...T[]] } | Unread {
  const camps = new Map<string, T[]>();
  for (const one of said) {
    if (one.ok) camps.set(one.key, [...(camps.get(one.key) ?? []), one.value]);
  }
  const enough = [...camps.values()].filter((values) => values.length >= agreeMin);
  const [values] = enough;
  if (values && enough.length === 1) {
    return { status: 'read', values: values as [T, ...T[]] };
  }
  if (camps.size > 1) return unread('disagree', 'the nodes do not say the same');
  return missing(said, agreeMin);
}

/** Why too few nodes answered: the first node's reason, and the details of all. */
export function missing(said: readonly Said<unknown>[], agreeMin: number): Unread {
  const failures = said.flatMap((one) => (one.ok ? [] : [one]));
  const answered = said.length - failures.length;
  const detail = failures.map((failure) => failure.detail).join('; ');
  return unread(
    failures[0]?.why ?? 'unreachable',
    `${answered} of ${said.length} nodes answered and ${agreeMin} must: ${detail || 'no node is set'}`,
  );
}
