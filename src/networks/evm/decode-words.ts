import type { Address } from '../address.ts';
import { bytesIn } from './hex.ts';

/** As much of a symbol as is shown. Real ones have three to eleven characters. */
const symbolLengthMax = 40;
/** As much of a reason as is shown. */
const reasonLengthMax = 200;

/**
 * A text that a contract chose, made fit to be shown: control, format (bidirectional marks,
 * zero-width joiners), private and unassigned characters go, white space shrinks, the end is cut.
 * Null when nothing is left.
 */
export function cleanText(text: string, lengthMax: number): string | null {
  const cleaned = text
    .slice(0, 20_000)
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\uFFFD]/gu, '')
    .trim();
  const cut = [...cleaned].slice(0, lengthMax).join('').trim();
  return cut === '' ? null : cut;
}

/**
 * What `symbol()` answered: a string, or 32 bytes filled up with zeros (MKR and others of its time).
 */
export function decodeSymbol(value: unknown): string | null {
  const bytes = bytesIn(value);
  if (bytes === null) return null;
  const text = bytes.length === 66 ? textOfBytes32(bytes) : decodeString(bytes.slice(2));
  return text === null ? null : cleanText(text, symbolLengthMax);
}

/** What `decimals()` answered, when it is one small number; null otherwise. */
export function decodeDecimals(value: unknown): number | null {
  const read = decodeUint(value);
  return read !== null && read <= 255n ? Number(read) : null;
}

/** One word as a number. Longer answers count as none: they are not a number's. */
export function decodeUint(value: unknown): bigint | null {
  const bytes = bytesIn(value);
  return bytes !== null && bytes.length === 66 ? BigInt(bytes) : null;
}

/** One word as true or false; null for anything else. */
export function decodeBool(value: unknown): boolean | null {
  const read = decodeUint(value);
  return read === 0n || read === 1n ? read === 1n : null;
}

/** One word as an address; null when its upper bytes are not zero. */
export function decodeAddress(value: unknown): Address | null {
  const bytes = bytesIn(value);
  if (bytes === null || !/^0x0{24}[0-9a-f]{40}$/.test(bytes)) return null;
  return `0x${bytes.slice(26)}` as Address;
}

/**
 * Why a call reverted, in the contract's own words where it has some: `Error(string)`, `Panic`, or
 * the selector of its own error.
 */
export function decodeRevert(data: string | undefined, message: string): string | null {
  const bytes = bytesIn(data);
  if (bytes?.startsWith('0x08c379a0')) {
    const text = decodeString(bytes.slice(10));
    if (text !== null) return cleanText(text, reasonLengthMax);
  }
  if (bytes?.startsWith('0x4e487b71')) {
    return `panic ${BigInt(`0x${bytes.slice(10, 74) || '0'}`)}`;
  }
  if (bytes && bytes.length >= 10) return `error ${bytes.slice(0, 10)}`;
  return cleanText(message, reasonLengthMax);
}

/** An ABI string that starts with its offset; null when offset or length leave the data. */
function decodeString(digits: string): string | null {
  const size = digits.length / 2;
  if (size < 64) return null;
  const offset = BigInt(`0x${digits.slice(0, 64)}`);
  if (offset + 32n > BigInt(size)) return null;
  const start = Number(offset) * 2;
  const length = BigInt(`0x${digits.slice(start, start + 64)}`);
  if (length > BigInt(size) - offset - 32n) return null;
  const from = start + 64;
  return Buffer.from(digits.slice(from, from + Number(length) * 2), 'hex').toString('utf8');
}

function textOfBytes32(bytes: string): string {
  const filled = bytes.slice(2).replace(/(?:00)+$/, '');
  return Buffer.from(filled, 'hex').toString('utf8');
}
