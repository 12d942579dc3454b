import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson as signers } from '../signer/intent/index.ts';
import vectors from '../signer/intent/vectors.json' with { type: 'json' };
import { type Json, canonicalJson as ours } from '../src/std/index.ts';

/**
 * The signer shares no code with the application, so canonical JSON is written twice. Both must
 * give the same text for every value, or a digest would mean two things.
 */
test('the application and the signer write the same canonical JSON', () => {
  for (const { value, text } of vectors.canonicalJson) {
    expect(ours(value as Json)).toBe(text);
    expect(signers(value as Json)).toBe(text);
  }
  const value = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json')),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('json')),
    ),
  })).json;
  fc.assert(
    fc.property(value, (one) => {
      expect(signers(one)).toBe(ours(one));
    }),
  );
});
