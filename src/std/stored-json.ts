/**
 * JSON for our own rows, which keeps what plain JSON loses: bigint as `{"$bigint":"…"}`, Date as
 * `{"$date":"…"}`. Not for hashing (see `canonicalJson`) and not for the outside.
 */
export function toStoredJson(value: unknown): string {
  return JSON.stringify(encode(value));
}

/** Reads what `toStoredJson` wrote, after the database has parsed the JSON. */
export function fromStoredJson<T>(value: unknown): T {
  return decode(value) as T;
}

function encode(value: unknown): unknown {
  // PostgreSQL holds neither NUL nor half a surrogate pair; both come in texts of strangers.
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').toWellFormed();
  if (typeof value === 'bigint') return { $bigint: value.toString() };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(encode);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encode(one)]));
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (value === null || typeof value !== 'object') return value;
  const { $bigint, $date } = value as { $bigint?: unknown; $date?: unknown };
  if (typeof $bigint === 'string') return BigInt($bigint);
  if (typeof $date === 'string') return new Date($date);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decode(one)]));
}
