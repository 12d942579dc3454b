/** Stands for what can't be stored, as in the encodings of the web. */
const replacement = '�';

/**
 * The parsed input with every text made storable: PostgreSQL keeps neither NUL nor half a surrogate
 * pair, and either in a pasted message is no reason to lose the rest of it.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') {
    return value.toWellFormed().replaceAll('\0', replacement) as T;
  }
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, storable(one)]);
  return Object.fromEntries(entries) as T;
}
