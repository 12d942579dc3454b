import { type Address, checksumAddress } from '../../networks/index.ts';
import {
  changeWords,
  type Diagnosis,
  type Facts,
  mainReason,
  type NetworkDiagnosis,
  type Reason,
  reasonWords,
  type TransferDiagnosis,
  wordsContext,
} from '../../recovery/diagnosis/index.ts';

/**
 * The diagnosis as JSON for scripts; docs/reference/cli-diagnose.md describes it. Networks by the name
 * they were given, amounts as decimal texts of base units, addresses with their checksum.
 */
export function diagnosisJson(facts: Facts, diagnosis: Diagnosis, language: 'ja' | 'en'): unknown {
  const nameOf = (network: string) =>
    facts.networks.find((place) => place.network === network)?.name ?? network;
  const reasonsJson = (
    reasons: readonly Reason[],
    network: NetworkDiagnosis | null,
    transfer: TransferDiagnosis | null,
  ) => reasons.map((reason) => reasonJson(facts, reason, network, transfer, language));
  const main = mainReason(diagnosis);
  return {
    transaction: diagnosis.hash,
    answer: main && {
      network: main.network?.name ?? null,
      path: main.transfer?.transfer.path ?? null,
      ...reasonJson(facts, main.reason, main.network, main.transfer, language),
    },
    found: diagnosis.found.map((network) => ({
      network: network.name,
      status: network.state,
      confirmations: network.confirmations,
      reasons: reasonsJson(network.reasons, network, null),
      transfers: network.transfers.map((one) => ({
        ...transferJson(one),
        reasons: reasonsJson(one.reasons, network, one),
      })),
    })),
    notFoundOn: diagnosis.notFoundOn.map(nameOf),
    unreachable: diagnosis.unread.map(({ name }) => name),
    unread: diagnosis.unread.map(({ name, why }) => ({ network: name, why })),
    reasons: reasonsJson(diagnosis.reasons, null, null),
  };
}

/** `moved` is false for what a transaction only attempted. */
function transferJson({ transfer, key, ours }: TransferDiagnosis) {
  return {
    path: transfer.path,
    kind: transfer.kind,
    token: transfer.token && checksumAddress(transfer.token),
    tokenId: transfer.tokenId?.toString() ?? null,
    symbol: transfer.symbol,
    decimals: transfer.decimals,
    from: checksumAddress(transfer.from),
    to: checksumAddress(transfer.to),
    amount: transfer.amount.toString(),
    ours,
    moved: key !== null,
    key,
  };
}

function reasonJson(
  facts: Facts,
  reason: Reason,
  network: NetworkDiagnosis | null,
  transfer: TransferDiagnosis | null,
  language: 'ja' | 'en',
) {
  const context = wordsContext(facts, network, transfer);
  return {
    code: reason.code,
    outcome: reason.outcome,
    because: reason.because.map((one) => ({ ...one, value: atTheEdge(one.value) })),
    wouldChange: changeWords(reason, context)[language],
    change: reason.wouldChange,
    text: reasonWords(reason, context)[language],
  };
}

/** Addresses get their checksum where they leave the program. */
export function atTheEdge(value: string): string {
  return /^0x[0-9a-f]{40}$/.test(value) ? checksumAddress(value as Address) : value;
}
