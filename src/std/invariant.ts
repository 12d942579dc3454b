/** Thrown when something that must be true is not. It is a defect, never an answer to a person. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

/**
 * Asserts in production what must be true. `sentence` says what should have held.
 *
 * @example
 * invariant(lines.length > 0, 'a plan has at least one line');
 */
export function invariant(holds: unknown, sentence: string): asserts holds {
  if (!holds) throw new InvariantBroken(sentence);
}

/** Marks a branch of a closed union that can't be reached. */
export function unreachable(value: never): never {
  throw new InvariantBroken(`unexpected value ${JSON.stringify(value)}`);
}
