/** An address, a hash or a digest, cut for reading. Joined again it is the bare string. */
export interface GroupedText {
  /** `0x`, or the part of a bech32 address up to its `1`; dimmed. */
  readonly prefix: string;
  /** Groups of four characters; the last may be shorter. */
  readonly groups: readonly string[];
}

/** Where one is only to be told from others: first, middle and last four characters. */
export interface ShortText {
  readonly prefix: string;
  readonly first: string;
  readonly middle: string;
  readonly last: string;
}

const bech32 = /^(?:[a-z]{1,16}1[02-9ac-hj-np-z]{6,}|[A-Z]{1,16}1[02-9AC-HJ-NP-Z]{6,})$/;

function split(value: string): { prefix: string; rest: string } {
  const at = value.startsWith('0x') ? 2 : bech32.test(value) ? value.indexOf('1') + 1 : 0;
  return { prefix: value.slice(0, at), rest: value.slice(at) };
}

/** Groups of four, for where somebody decides: all of it, every part of equal weight. */
export function groupsOf(value: string): GroupedText {
  const { prefix, rest } = split(value);
  return { prefix, groups: rest.match(/.{1,4}/gsu) ?? [] };
}

/**
 * First 4 … middle 4 … last 4. Look-alike addresses are made to match at both ends; of 1,551 that
 * robbed somebody none matched in the middle as well. Null when the whole is no longer than that.
 */
export function shortOf(value: string): ShortText | null {
  const { prefix, rest } = split(value);
  if (rest.length <= 14) return null;
  const middle = Math.floor((rest.length - 4) / 2);
  return {
    prefix,
    first: rest.slice(0, 4),
    middle: rest.slice(middle, middle + 4),
    last: rest.slice(-4),
  };
}

/** The short form as text, for titles, tabs and messages. */
export function shortText(value: string): string {
  const short = shortOf(value);
  if (!short) return value;
  return `${short.prefix}${short.first}…${short.middle}…${short.last}`;
}

/** The whole in groups, with spaces: for where it is printed and never copied. */
export function groupedText(value: string): string {
  const { prefix, groups } = groupsOf(value);
  return prefix + groups.join(' ');
}

/** What a machine finds when it lays two addresses beside each other. */
export interface Comparison {
  readonly same: boolean;
  /** How many characters there are when they are the same. */
  readonly length: number;
  /** Groups of the second that differ from the first. */
  readonly differing: readonly number[];
  /** Equal at both ends but not between: made to be mistaken. */
  readonly lookAlike: boolean;
}

/** Compares two addresses; upper and lower case matter only where neither is hexadecimal. */
export function compareAddresses(a: string, b: string): Comparison {
  const fold = (value: string) => (value.startsWith('0x') ? value.toLowerCase() : value);
  const [one, other] = [fold(a), fold(b)];
  const mine = groupsOf(one);
  const theirs = groupsOf(other);
  const differing = theirs.groups.flatMap((group, at) => (group === mine.groups[at] ? [] : [at]));
  const same = one === other;
  const ends = (value: string) => {
    const { prefix, rest } = split(value);
    return `${prefix}${rest.slice(0, 4)} ${rest.slice(-4)}`;
  };
  return { same, length: b.length, differing, lookAlike: !same && ends(one) === ends(other) };
}

/** A memo with its spaces to be seen: case and spaces belong to it. */
export function memoText(memo: string): string {
  return memo.replaceAll(' ', '␣');
}
