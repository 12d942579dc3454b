import type {
  Diagnosis,
  NetworkDiagnosis,
  Reason,
  ReasonOutcome,
  TransferDiagnosis,
} from './reason.ts';

/** The one reason that answers the customer, and what it is about. */
export interface MainReason {
  readonly reason: Reason;
  /** Null when the transaction was found nowhere. */
  readonly network: NetworkDiagnosis | null;
  /** Null when it is about the transaction as a whole. */
  readonly transfer: TransferDiagnosis | null;
}

/** Where several transfers reached us, the one that can be given comes first. */
const order: readonly ReasonOutcome[] = [
  'hold',
  'credit',
  'refund',
  'wait',
  'keep',
  'compensate',
  'refuse',
];

/**
 * The reason to begin with: what reached an address of ours; else what was not seen or is not over
 * yet; else where it went instead; else why nothing was found.
 */
export function mainReason(diagnosis: Diagnosis): MainReason | null {
  const all = diagnosis.found.flatMap((network) =>
    network.transfers.map((transfer) => ({ network, transfer })),
  );
  const ours = all
    .filter(({ transfer }) => transfer.ours === true)
    .sort((a, b) => rankOf(a.transfer) - rankOf(b.transfer))[0];
  if (ours) return about(ours.network, ours.transfer);
  for (const network of diagnosis.found) {
    const reason = network.reasons[0];
    if (reason) return { reason, network, transfer: null };
  }
  const unclear = all.find(({ transfer }) => transfer.ours === null);
  const elsewhere = unclear ?? all[0];
  if (elsewhere) return about(elsewhere.network, elsewhere.transfer);
  const reason = diagnosis.reasons[0];
  return reason ? { reason, network: null, transfer: null } : null;
}

function rankOf(transfer: TransferDiagnosis): number {
  const outcome = transfer.reasons[0]?.outcome;
  return outcome ? order.indexOf(outcome) : order.length;
}

function about(network: NetworkDiagnosis, transfer: TransferDiagnosis): MainReason | null {
  const reason = transfer.reasons[0];
  return reason ? { reason, network, transfer } : null;
}
