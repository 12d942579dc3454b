import type { Address } from '../address.ts';
import type { TransferCall, TransferOrder } from './build-transfer-call.ts';
import { word } from './hex.ts';

/** Where the notes are kept, and given back from, in memory. One word each. */
const notes = {
  toBefore: 0x00,
  fromBefore: 0x20,
  toAfter: 0x40,
  fromAfter: 0x60,
  succeeded: 0x80,
  readable: 0xa0,
} as const;
const notesSize = 0xc0;
/** Where call data is put together, beyond the notes. */
const scratch = 0x100;

const op = {
  gt: '11',
  and: '16',
  balance: '31',
  returndatasize: '3d',
  mload: '51',
  mstore: '52',
  gas: '5a',
  call: 'f1',
  return: 'f3',
  staticcall: 'fa',
} as const;

const push1 = (value: number) => `60${value.toString(16).padStart(2, '0')}`;
const push2 = (value: number) => `61${value.toString(16).padStart(4, '0')}`;
const pushAddress = (value: Address) => `73${value.slice(2)}`;
const pushWord = (digits: string) => `7f${digits.padEnd(64, '0')}`;
const store = (at: number) => `${push2(at)}${op.mstore}`;

/**
 * EVM code that, run in the place of `from`, makes the transfer and gives back six words: balance of
 * `to` and of `from` before, the same after, whether the call succeeded, whether all balances could
 * be read. It has no branches: what fails is noted and the rest goes on.
 */
export function transferProbe(
  from: Address,
  order: TransferOrder,
  call: TransferCall,
): `0x${string}` {
  const { token, to } = order;
  const note = (holder: Address, at: number) =>
    token === null ? noteCoins(holder, at) : noteTokens(token, holder, at);
  const code = [
    `${push1(1)}${store(notes.readable)}`,
    note(to, notes.toBefore),
    note(from, notes.fromBefore),
    makeCall(call),
    note(to, notes.toAfter),
    note(from, notes.fromAfter),
    `${push2(notesSize)}${push1(0)}${op.return}`,
  ];
  return `0x${code.join('')}`;
}

function noteCoins(holder: Address, at: number): string {
  return `${pushAddress(holder)}${op.balance}${store(at)}`;
}

/** `balanceOf(holder)`; readable only while every call of it succeeded with a word or more. */
function noteTokens(token: Address, holder: Address, at: number): string {
  const { code, size } = putInScratch(`70a08231${word(holder)}`);
  const ask = [push1(0x20), push2(at), push2(size), push2(scratch), pushAddress(token), op.gas];
  const sized = [push1(31), op.returndatasize, op.gt];
  const stillReadable = [op.and, push2(notes.readable), op.mload, op.and, store(notes.readable)];
  return [code, ...ask, op.staticcall, ...sized, ...stillReadable].join('');
}

function makeCall(call: TransferCall): string {
  const { code, size } = putInScratch(call.data.slice(2));
  const value = pushWord(call.value.toString(16).padStart(64, '0'));
  const answer = [push1(0), push1(0)];
  const made = [push2(size), push2(scratch), value, pushAddress(call.to), op.gas, op.call];
  return [code, ...answer, ...made, store(notes.succeeded)].join('');
}

/** Writes bytes to the scratch space, a word at a time. */
function putInScratch(digits: string): { readonly code: string; readonly size: number } {
  const words = digits.match(/.{1,64}/g) ?? [];
  const code = words.map((part, index) => `${pushWord(part)}${store(scratch + index * 32)}`);
  return { code: code.join(''), size: digits.length / 2 };
}
