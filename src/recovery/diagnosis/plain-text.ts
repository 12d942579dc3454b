/**
 * A text as a machine should read it, with the way back to what was written: full-width letters and
 * digits made plain (NFKC), invisible characters left out. `origin[i]` is where the plain character
 * `i` begins in the original; one more entry at the end is the original's length.
 */
export interface PlainText {
  readonly original: string;
  readonly plain: string;
  readonly origin: Uint32Array;
}

/** Zero-width and other formatting characters, soft hyphens, variation selectors. */
const invisible = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/** Linear in the length of the text. */
export function plainText(original: string): PlainText {
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = isAscii(character) ? character : plainCharacter(character);
    for (let index = 0; index < plain.length; index += 1) origins.push(at);
    parts.push(plain);
    at += character.length;
  }
  origins.push(original.length);
  return { original, plain: parts.join(''), origin: Uint32Array.from(origins) };
}

function isAscii(character: string): boolean {
  return character.length === 1 && character.charCodeAt(0) < 0x80;
}

/** One character can become many (a ligature of Arabic becomes 18); none becomes more than that. */
function plainCharacter(character: string): string {
  return invisible.test(character) ? '' : character.normalize('NFKC');
}

/** A stretch of the plain text and what is to stand in its place. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** Replaces in the original what was found in the plain text. Overlapping stretches become one. */
export function replaceIn(text: PlainText, replacements: readonly Replacement[]): string {
  const ordered = [...replacements].sort((a, b) => a.from - b.from || b.to - a.to);
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, by } of ordered) {
    const start = text.origin[from] ?? 0;
    const end = text.origin[to] ?? text.original.length;
    if (start >= done) parts.push(text.original.slice(done, start), by);
    done = Math.max(done, end);
  }
  parts.push(text.original.slice(done));
  return parts.join('');
}
