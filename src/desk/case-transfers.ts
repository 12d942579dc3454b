import type { DescribedClaim, ReasonCode } from '../recovery/index.ts';
import { maskedCustomer } from './masked-customer.ts';

/** One transfer of the transaction, wherever it was found. */
export interface CaseTransfer {
  readonly network: string;
  readonly path: string;
  readonly kind: string;
  readonly amount: bigint;
  readonly symbol: string | null;
  readonly decimals: number | null;
  readonly token: string | null;
  readonly tokenId: bigint | null;
  readonly from: string;
  readonly to: string;
  /** `C-3F9A1C`, `ours`, `not_ours`, or `unknown` where it could not be read. */
  readonly whose: string;
  readonly code: ReasonCode | null;
  /** The one that the claim is about. */
  readonly focus: boolean;
  /** False for what was only attempted: it moved nothing. */
  readonly moved: boolean;
}

/** Every transfer of the transaction, the claim's own marked. */
export function caseTransfers({
  claim,
  focus,
}: Pick<DescribedClaim, 'claim' | 'focus'>): CaseTransfer[] {
  const found = claim.diagnosis?.found ?? [];
  return found.flatMap(({ network, transfers }) =>
    transfers.map((one): CaseTransfer => {
      const { path, kind, amount, symbol, decimals, token, tokenId, from, to } = one.transfer;
      return {
        ...{ network, path, kind, amount, symbol, decimals, token, tokenId, from, to },
        whose: whoseOf(one),
        code: one.reasons[0]?.code ?? null,
        focus: focus !== null && focus.network === network && focus.transfer.path === path,
        moved: one.key !== null,
      };
    }),
  );
}

function whoseOf(one: { readonly ours: boolean | null; readonly owner: string | null }): string {
  if (one.owner !== null) return maskedCustomer(one.owner);
  if (one.ours === null) return 'unknown';
  return one.ours ? 'ours' : 'not_ours';
}
