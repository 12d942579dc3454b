/** Which part of the worklist is asked for. */
export interface WorklistSearch {
  readonly view: 'mine' | 'team' | 'due' | 'all';
  readonly turn?: string | undefined;
  readonly state?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: 'due' | 'value' | 'age' | undefined;
}

/** An amount as the API sends it. */
export interface SentAmount {
  readonly asset: string;
  readonly units: string;
  readonly decimals: number | null;
  readonly symbol: string | null;
  readonly text: string;
}

/** One row of the worklist. */
export interface WorklistRow {
  readonly number: string;
  readonly version: number;
  readonly what: string;
  readonly code: string | null;
  readonly amount: SentAmount | null;
  readonly worth: SentAmount | null;
  readonly network: string | null;
  readonly state: string;
  readonly turn: string;
  readonly next: {
    readonly act: string;
    readonly label: string;
    readonly permitted: boolean;
    readonly why: string | null;
  };
  readonly dueAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly snoozedUntil: string | null;
  readonly waitsFor: string | null;
  readonly approvals: number;
  readonly customer: string;
  readonly cluster: string | null;
  readonly siblings: number;
}

/** A column of cases that wait for the same party. */
export interface WorklistColumn {
  readonly id: string;
  readonly count: number;
  readonly oldestAt: string | null;
  readonly alarm: boolean;
}

/** Cases of one cause that can be decided together. */
export interface WorklistCluster {
  readonly key: string;
  readonly what: string;
  readonly count: number;
  readonly total: SentAmount | null;
  readonly next: { readonly act: string; readonly label: string } | null;
}

/** A page of the worklist. */
export interface WorklistAnswer {
  readonly rows: readonly WorklistRow[];
  readonly columns: readonly WorklistColumn[];
  readonly clusters: readonly WorklistCluster[];
  readonly cursor: string | null;
  readonly newest: string;
}
