/**
 * What a customer remembers of a transfer, as they wrote it. All of it is optional, none is trusted.
 * It helps to find the transfer among those at their own addresses, and decides nothing.
 */
export interface Hints {
  /** `today`, `yesterday`, `week`, `month`, `older`, a day, or two days: `2026-11-20..2026-11-22`. */
  readonly when: string | null;
  /** A symbol: `WBTC`. */
  readonly asset: string | null;
  /** A number: `4.5`. */
  readonly amount: string | null;
  readonly from: 'exchange' | 'own_wallet' | 'somebody' | 'unknown' | null;
  /** Where it was sent to. */
  readonly address: string | null;
  readonly note: string | null;
}

/** Where nothing is remembered. */
export const noHints: Hints = {
  ...{ when: null, asset: null, amount: null },
  ...{ from: null, address: null, note: null },
};
