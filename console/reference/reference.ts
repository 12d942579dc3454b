/** What the desk's books say, as the API sends it. */
export interface ReferenceAnswer {
  readonly networks: readonly {
    readonly id: string;
    readonly label: string | Readonly<Record<string, string>>;
    readonly native?: { readonly symbol: string } | null;
    readonly confirmationsMin?: number | null;
    readonly listed: boolean;
  }[];
  readonly feeSchedules: readonly FeeSchedule[];
  readonly profiles: readonly Profile[];
  readonly reasons: readonly { readonly code: string; readonly ja: string; readonly en: string }[];
}

/** A table of fees of one version. */
export interface FeeSchedule {
  readonly version: string;
  readonly effectiveFrom: string | null;
  readonly source: unknown;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The rules of one place, each with where it is written. */
export interface Profile {
  readonly id: string;
  readonly entries: readonly {
    readonly rule: string;
    readonly value: unknown;
    readonly source: unknown;
    readonly from: string | null;
    readonly verifiedOn: string | null;
  }[];
}
