import { createHash } from 'node:crypto';
import { toStoredJson } from '../../std/index.ts';
import type { Quote } from './option.ts';

/** Names an offer: whoever sends it back has seen this very one. SHA-256 as hex. */
export function quoteDigest({ madeAt, expiresAt, terms, options }: Quote): string {
  const text = toStoredJson({ madeAt, expiresAt, terms, options });
  return createHash('sha256').update(text).digest('hex');
}
