import { parseUnits } from '../money/index.ts';
import { networkById, parseAddress } from '../networks/index.ts';
import { addDays, type Calendar, dayOf } from '../profiles/index.ts';
import type { Hints } from './hints.ts';
import type { SeenDeposit } from './seen-deposits.ts';

/** The days that are meant, both included; null as an end: open. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

const spans: Readonly<Record<string, number>> = { today: 0, yesterday: 1, week: 7, month: 31 };
const daysShape = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/;

/** What `when` means on the day on which it was said. Null where it says nothing. */
export function daysMeant(when: string | null, said: string): Days | null {
  if (when === null) return null;
  if (when === 'older') return { from: null, to: addDays(said, -31) };
  const back = spans[when];
  if (back !== undefined) {
    return { from: addDays(said, -back), to: when === 'yesterday' ? addDays(said, -1) : said };
  }
  const [, from, to] = daysShape.exec(when) ?? [];
  return from ? { from, to: to ?? from } : null;
}

/** People remember an amount as it left, or as it arrived: a fee lies between. In hundredths. */
const amountTolerance = 2n;

/**
 * The deposits that fit all that is remembered, the best first: the amount to the last digit, then the
 * newest. A day may be off by one, for it is remembered in another zone, and an amount by two hundredths,
 * for a fee may have been taken on the way. What can't be read as an amount or a day decides nothing.
 */
export function matchHints(
  deposits: readonly SeenDeposit[],
  hints: Hints,
  calendar: Calendar,
  said: Date,
): SeenDeposit[] {
  const days = daysMeant(hints.when, dayOf(calendar, said));
  return deposits
    .filter(
      (one) =>
        isOfAsset(one, hints.asset) &&
        isOnDays(one, days, calendar) &&
        isAtAddress(one, hints.address) &&
        amountFits(one, hints.amount) !== 'no',
    )
    .map((one) => ({ one, exact: amountFits(one, hints.amount) === 'exactly' ? 1 : 0 }))
    .sort((a, b) => b.exact - a.exact || timeOf(b.one) - timeOf(a.one))
    .map(({ one }) => one);
}

function timeOf({ at }: SeenDeposit): number {
  return at?.getTime() ?? 0;
}

function isOfAsset({ transfer, network }: SeenDeposit, asset: string | null): boolean {
  const wanted = asset?.trim().toUpperCase();
  if (!wanted) return true;
  const native = transfer.token === null ? networkById(network).native.symbol : null;
  return (transfer.symbol ?? native)?.toUpperCase() === wanted;
}

function isOnDays({ at }: SeenDeposit, days: Days | null, calendar: Calendar): boolean {
  if (days === null || at === null) return true;
  const day = dayOf(calendar, at);
  const isAfter = days.from === null || addDays(days.from, -1) <= day;
  return isAfter && (days.to === null || day <= addDays(days.to, 1));
}

function isAtAddress({ transfer }: SeenDeposit, address: string | null): boolean {
  const read = address === null ? null : parseAddress(address.trim());
  return read?.ok ? transfer.to === read.value : true;
}

function amountFits(
  { transfer, network }: SeenDeposit,
  text: string | null,
): 'exactly' | 'about' | 'no' {
  const decimals =
    transfer.decimals ?? (transfer.token === null ? networkById(network).native.decimals : null);
  const plain = text?.normalize('NFKC').replaceAll(',', '').trim() ?? '';
  if (plain === '' || decimals === null) return 'about';
  const units = parseUnits(plain, decimals);
  if (units === null) return 'about';
  if (units === transfer.amount) return 'exactly';
  const apart = units > transfer.amount ? units - transfer.amount : transfer.amount - units;
  return apart * 100n <= units * amountTolerance ? 'about' : 'no';
}

/** Enough to look by: an amount, an asset, a day or an address. */
export function saysEnough({ amount, asset, when, address }: Hints): boolean {
  return [amount, asset, when, address].some((text) => text !== null && text.trim() !== '');
}
