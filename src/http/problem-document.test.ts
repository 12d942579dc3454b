import { describe, expect, test } from 'vitest';
import { refuse } from '../std/index.ts';
import { problemDocument } from './problem-document.ts';

describe('a problem document', () => {
  test('fills the sentence of its code with what is so, in the reader’s language', () => {
    const refusal = refuse('claim_not_found', { number: 'R-26-000183' });
    expect(problemDocument(refusal, 'en')).toEqual({
      type: 'about:blank',
      title: 'There is no case R-26-000183. Please check the number.',
      status: 404,
      code: 'claim_not_found',
      lasts: 'final',
      facts: { number: 'R-26-000183' },
    });
    expect(problemDocument(refusal, 'ja').title).toMatch(/^受付番号 R-26-000183 のご報告は/);
  });

  test('quotes no secret, and of a long text only the beginning', () => {
    const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    const pasted = problemDocument(refuse('hash_truncated', { text: phrase }), 'en');
    expect(JSON.stringify(pasted)).not.toContain('sausage');
    const long = problemDocument(refuse('hash_truncated', { text: 'x'.repeat(9_000) }), 'ja');
    expect(long.facts['text']).toHaveLength(401);
  });

  test.each([
    ['asset_not_listed', 'asset_not_listed', /We don't take this asset by this network/],
    ['address_of_the_exchange', 'address_of_the_exchange', /belongs to the exchange/],
    ['listed:sanctions-eu', 'to_be_checked', /has to be checked/],
    ['no_list_loaded', 'to_be_checked', /has to be checked/],
    ['signer_unreachable', 'to_be_checked', /has to be checked/],
  ])('tells %s as %s', (because, code, words) => {
    const refusal = refuse('destination_refused', { address: '0xabc', because });
    const told = problemDocument(refusal, 'en');
    expect(told.facts['because']).toBe(code);
    expect(told.title).toMatch(words);
    expect(told.title).not.toContain('_');
  });

  test('a code that nobody gave words says that something is wrong on our side', () => {
    expect(problemDocument(refuse('no_such_code'), 'en').title).toMatch(/on our side/);
  });
});
