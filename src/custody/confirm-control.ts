import type { Address } from '../networks/index.ts';
import type { Custody } from './custody.ts';

/**
 * Whether the key at `path` really is the key of `address`, by deriving it again now. 'unknown' when
 * nobody could be asked: never taken for a yes, nor for a no.
 */
export async function confirmControl(
  custody: Custody,
  address: Address,
  path: string,
): Promise<'confirmed' | 'differs' | 'unknown'> {
  const derived = await custody.addressOf(path);
  if (!derived.ok) return 'unknown';
  return derived.value === address ? 'confirmed' : 'differs';
}
