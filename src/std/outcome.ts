/**
 * What a command hands back. Expected refusals are returned with a stable code and the facts that a
 * sentence about it needs; broken invariants are thrown (see `invariant`).
 */
export type Outcome<T, Code extends string = string> = Done<T> | Refusal<Code>;

/** The command did what it was asked. */
export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

/** `facts` fill the blanks of the sentence for `code`; they never hold a secret. */
export interface Refusal<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly facts: Readonly<Record<string, string>>;
}

/** Answers with a value. */
export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

/** Refuses with a stable code. `facts` fill the blanks of its sentence and never hold a secret. */
export function refuse<Code extends string>(
  code: Code,
  facts: Readonly<Record<string, string>> = {},
): Refusal<Code> {
  return { ok: false, code, facts };
}

/**
 * How a refusal is told. Every folder that refuses things exports a table of these, code by code.
 * `lasts` says whether asking again later may help. `{name}` in a sentence is filled from `facts`.
 */
export interface Problem {
  readonly lasts: 'transient' | 'final';
  readonly ja: string;
  readonly en: string;
}

/** A sentence for every code: the compiler names one that is missing. */
export type Problems<Code extends string = string> = Readonly<Record<Code, Problem>>;
