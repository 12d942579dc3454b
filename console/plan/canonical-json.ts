/**
 * The one text of a value for hashing: keys sorted by code unit, no white space (RFC 8785), whole
 * numbers only. Written here on its own: the console takes nobody's word for what it signs.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('text that is signed is well formed');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('numbers that are signed are whole');
    return String(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`nothing signs a ${typeof value}`);
  const record = value as Readonly<Record<string, unknown>>;
  const fields = Object.keys(record).sort();
  return `{${fields.map((name) => `${canonicalJson(name)}:${canonicalJson(record[name])}`).join(',')}}`;
}
