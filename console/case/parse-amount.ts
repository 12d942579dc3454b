/**
 * Reads what a person typed (`1,234.5`, full-width digits too) into base units, exactly. Null when it
 * is no amount, is nothing, or has more decimals than the asset.
 */
export function parseAmount(text: string, decimals: number): bigint | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const match = /^(\d{1,78})(?:\.(\d{1,255}))?$/.exec(plain);
  if (!match) return null;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const units = BigInt(`${match[1]}${fraction.padEnd(decimals, '0')}`);
  return units > 0n ? units : null;
}
