import { expect, test } from 'vitest';
import { otherKindsIn } from './other-kinds.ts';

test.each([
  // The first address ever paid, and the examples of BIP-173 and BIP-350.
  '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  '3P14159f73E4gFr7JterCCQh9QjiTjiZrG',
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
  'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
])('%s is an address of another kind of network', (text) => {
  expect(otherKindsIn(`送り先は ${text} でした`)).toEqual([text]);
});

test.each([
  ['a letter is wrong', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb'],
  ['a letter of the segwit kind is wrong', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'],
  ['it is hex of our own kind', `0x${'ab'.repeat(20)}`],
  ['it is a word', 'Donaudampfschifffahrtsgesellschaft'],
])('nothing is found when %s', (_, text) => {
  expect(otherKindsIn(text)).toEqual([]);
});
