import { z } from 'zod';

/** 2^256 - 1: the largest number that an EVM word holds. */
const wordMax = String(2n ** 256n - 1n);

/** BIP-32: an index of 2^31 or more is written as a hardened one. */
const indexMax = 2 ** 31 - 1;

/** A lower-case hex address. Checksums belong to the screens. */
export const addressField = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{40}$/)]);

/** A whole number as text without leading zeros, up to 2^256 - 1. */
export const decimalField = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/)
  // Compared as text, for a check also runs on what an earlier check has already failed.
  .refine((text) => text.length < wordMax.length || text <= wordMax);

/** SHA-256 as 64 lower-case hex digits, without 0x. */
export const digestField = z.string().regex(/^[0-9a-f]{64}$/);

/** EIP-2294: larger chain ids can't be written into a legacy signature safely. */
export const chainIdField = z
  .int()
  .min(1)
  .max(Math.floor(Number.MAX_SAFE_INTEGER / 2) - 36);

/** BIP-44 path of one Ethereum key: `m/44'/60'/<account>'/<change>/<index>`. */
export const keyPathField = z.string().refine((text) => pathIndexes(text, 3));

/** BIP-44 path of one account: `m/44'/60'/<account>'`. */
export const accountPathField = z.string().refine((text) => pathIndexes(text, 1));

function pathIndexes(text: string, count: 1 | 3): boolean {
  const number = '(0|[1-9]\\d{0,9})';
  const tail = count === 3 ? `/${number}/${number}` : '';
  const match = new RegExp(`^m/44'/60'/${number}'${tail}$`).exec(text);
  return match?.slice(1).every((index) => Number(index) <= indexMax) ?? false;
}

/** UUID in its one lower-case spelling. */
export const uuidField = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** A point in time in the one spelling of `Date.toISOString`. */
export const instantField = z
  .string()
  .length(24)
  .refine((text) => {
    const time = Date.parse(text);
    return !Number.isNaN(time) && new Date(time).toISOString() === text;
  });

/** A staff member, as the policy file and the application both call them. */
export const personField = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@:-]{0,99}$/);

export const caseNumberField = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);

/**
 * One transfer of one transaction: `evm:61/0x…/native`, `…/log:0`, `…/log:3/1`, `…/inner:0.2`. Each
 * transfer has exactly one spelling, for it is what a payout is counted by.
 */
export const transferKeyField = z
  .string()
  .max(8_000)
  .regex(
    /^evm:[1-9]\d*\/0x[0-9a-f]{64}\/(native|log:(0|[1-9]\d*)(\/(0|[1-9]\d*))?|inner:(0|[1-9]\d*)(\.(0|[1-9]\d*))*)$/,
  );

/** `evm:61/native` or `evm:61/token:0x…`. */
export const assetField = z
  .string()
  .max(80)
  .regex(/^evm:[1-9]\d*\/(native|token:0x[0-9a-f]{40})$/);

/** What can be seen: no control, no direction and no joining characters that change how it reads. */
export const symbolField = z.string().regex(/^[\p{L}\p{N}\p{P}\p{S}]{1,32}$/u);

/** base64url without padding, of at most `charactersMax` characters. */
export function base64urlField(charactersMax: number) {
  return z
    .string()
    .max(charactersMax)
    .regex(/^[A-Za-z0-9_-]+$/);
}
