const shownCharacters = 6;

/**
 * A customer as the desk names them: `C-3F9A1C`. The end of Kaeru's own id, which says nothing of the
 * person and is not the exchange's.
 */
export function maskedCustomer(id: string): string {
  return `C-${id.slice(-shownCharacters).toUpperCase()}`;
}

/** The end of an id that a masked customer names; null for any other text. */
export function endOfMasked(text: string): string | null {
  const match = /^C-([0-9A-Z_.-]{6})$/.exec(text.trim().toUpperCase());
  return match?.[1] ?? null;
}
