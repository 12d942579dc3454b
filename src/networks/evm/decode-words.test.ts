import fc from 'fast-check';
import { encodeAbiParameters, stringToHex } from 'viem';
import { describe, expect, test } from 'vitest';
import { decodeBool, decodeDecimals, decodeRevert, decodeSymbol } from './decode-words.ts';
import { word } from './hex.ts';

const abiString = (text: string) => encodeAbiParameters([{ type: 'string' }], [text]);

describe('symbols', () => {
  test('strings, and the 32 bytes of older tokens', () => {
    expect(decodeSymbol(abiString('WBTC'))).toBe('WBTC');
    expect(decodeSymbol(stringToHex('MKR', { size: 32 }))).toBe('MKR');
    expect(decodeSymbol(abiString('USD₮0'))).toBe('USD₮0');
    expect(decodeSymbol(abiString('円コイン'))).toBe('円コイン');
  });

  test('hostile ones are cleaned and cut', () => {
    expect(decodeSymbol(abiString('A'.repeat(10_000)))).toBe('A'.repeat(40));
    expect(decodeSymbol(abiString('US\u202eDT\u0000\u001b[31m'))).toBe('USDT[31m');
    expect(decodeSymbol(abiString('U\u200bS\ufeffD\u2066T'))).toBe('USDT');
    expect(decodeSymbol(abiString('  a \n\t b\u3000c '))).toBe('a b c');
    expect(decodeSymbol(abiString('\u202e\u200b'))).toBeNull();
    expect(decodeSymbol(abiString('😀'.repeat(60)))).toBe('😀'.repeat(40));
  });

  test('what is no text is no symbol', () => {
    for (const said of [undefined, null, 7, '0x', '0x1', 'WBTC', `0x${'0'.repeat(64)}`]) {
      expect(decodeSymbol(said)).toBeNull();
    }
    expect(decodeSymbol(`0x${word(2n ** 255n)}${word(1n)}`)).toBeNull();
    expect(decodeSymbol(`0x${word(32n)}${word(2n ** 64n)}`)).toBeNull();
  });

  test('any bytes: at most 40 characters that can be seen, or nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, framed) => {
        const hex = `0x${Buffer.from(bytes).toString('hex')}`;
        const said = framed
          ? encodeAbiParameters([{ type: 'bytes' }], [hex as `0x${string}`])
          : hex;
        const symbol = decodeSymbol(said);
        if (symbol === null) return;
        expect([...symbol].length).toBeLessThanOrEqual(40);
        expect(symbol).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

test('decimals are one number up to 255, or unknown', () => {
  expect(decodeDecimals(`0x${word(8n)}`)).toBe(8);
  expect(decodeDecimals(`0x${word(255n)}`)).toBe(255);
  expect(decodeDecimals(`0x${word(256n)}`)).toBeNull();
  expect(decodeDecimals('0x')).toBeNull();
  expect(decodeDecimals(`0x${word(8n)}${word(8n)}`)).toBeNull();
});

test('true and false, and nothing else', () => {
  expect(decodeBool(`0x${word(1n)}`)).toBe(true);
  expect(decodeBool(`0x${word(0n)}`)).toBe(false);
  expect(decodeBool(`0x${word(2n)}`)).toBeNull();
  expect(decodeBool('0x')).toBeNull();
});

test('reasons of reverts', () => {
  const error = `0x08c379a0${abiString('Pausable: paused').slice(2)}`;
  expect(decodeRevert(error, 'execution reverted')).toBe('Pausable: paused');
  expect(decodeRevert(`0x4e487b71${word(0x11n)}`, '')).toBe('panic 17');
  expect(decodeRevert('0xd93c0665', '')).toBe('error 0xd93c0665');
  expect(decodeRevert(undefined, 'execution\u0000 reverted')).toBe('execution reverted');
});
