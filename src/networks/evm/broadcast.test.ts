import { keccak256 } from 'viem';
import { expect, test } from 'vitest';
import { hashOfRaw, statusOf } from './broadcast.ts';

test.each([
  ['already_known', 'already known'],
  ['already_known', 'AlreadyKnown: already known'],
  ['already_known', 'transaction already imported'],
  ['already_known', 'ALREADY_EXISTS: already known transaction'],
  ['already_known', 'Known transaction'],
  ['nonce_too_low', 'nonce too low: next nonce 7, tx nonce 6'],
  ['nonce_too_low', 'OldNonce, Current nonce: 7, nonce of rejected tx: 6'],
  ['nonce_too_low', 'Nonce too low'],
  ['nonce_too_low', 'nonce is too low'],
  ['insufficient_funds', 'insufficient funds for gas * price + value: balance 0, tx cost 21000'],
  ['insufficient_funds', 'Upfront cost exceeds account balance'],
  ['insufficient_funds', 'INTERNAL_ERROR: insufficient funds'],
  ['insufficient_funds', 'Insufficient funds for gas * price + value'],
  ['underpriced', 'replacement transaction underpriced'],
  ['underpriced', 'transaction underpriced: gas tip cap 1, minimum needed 1000000'],
  ['underpriced', 'max fee per gas less than block base fee: address 0x…, maxFeePerGas: 1'],
  ['underpriced', 'ReplacementNotAllowed'],
  ['underpriced', 'FeeTooLow, MaxFeePerGas too low'],
  ['underpriced', 'Gas price below the minimum'],
  ['refused', 'intrinsic gas too low'],
  ['refused', 'exceeds block gas limit'],
  ['refused', 'only replay-protected (EIP-155) transactions allowed over RPC'],
  ['refused', ''],
])('%s: "%s"', (status, message) => {
  expect(statusOf(message)).toBe(status);
});

test('the hash of signed bytes is the keccak of all of them', () => {
  expect(hashOfRaw('0x02c0ffee')).toBe(keccak256('0x02c0ffee'));
});
