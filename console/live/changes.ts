/** A case that has changed, as the desk's line says it. */
export interface CaseChange {
  readonly number: string;
  /** Null where only something around the case has changed. */
  readonly version: number | null;
}

const listeners = new Set<(change: CaseChange) => void>();

/** Hears of every changed case, until the returned function is called. */
export function onCaseChange(listener: (change: CaseChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads what the line said and tells everybody; what cannot be read is passed over. */
export function tellCaseChange(data: string): CaseChange | null {
  const change = changeIn(data);
  if (change) for (const listener of listeners) listener(change);
  return change;
}

function changeIn(data: string): CaseChange | null {
  try {
    const said = JSON.parse(data) as Readonly<Record<string, unknown>>;
    const { number, version } = said;
    if (typeof number !== 'string') return null;
    return { number, version: typeof version === 'number' ? version : null };
  } catch {
    return null;
  }
}
