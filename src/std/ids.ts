import { randomBytes, randomUUID } from 'node:crypto';

/** A type that only its own maker can make: `Branded<string, 'ClaimId'>`. */
export type Branded<T, Name extends string> = T & { readonly __brand: Name };

/** A new random id (UUID version 4). */
export function newId<Id extends Branded<string, string>>(): Id {
  return randomUUID() as unknown as Id;
}

/** Random bytes as lower-case hex, for tokens and challenges. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
