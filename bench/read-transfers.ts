import { type Log, parseAbi, parseEventLogs } from 'viem';
import { decodeLogs, type RawLog } from '../src/networks/index.ts';
import { recordedBlock, type TransferRow } from '../test/replay-server.ts';
import { withoutData } from '../test/shared-data.ts';

/** How fast we read transfers, set against viem on the same logs in the same run. */
export interface ReadTransfersResult {
  readonly bench: 'read-transfers';
  readonly logs: number;
  /** Transfers read exactly as recorded, of 114. */
  readonly right: number;
  readonly expected: number;
  readonly oursMicroseconds: number;
  readonly viemMicroseconds: number;
  /** Times as fast as viem. */
  readonly ratio: number;
  readonly ratioMin: number;
}

const ratioMin = 40;
/** Both are given the time that the engine takes to compile them. */
const warmUpsOurs = 3_000;
const warmUpsTheirs = 300;
const rounds = 200;
/** So that a round of either takes about as long, and is as likely to be interrupted. */
const oursPerRound = 50;

/** ERC-20 and ERC-721 alike, so that viem too reads all 114. */
const abi = parseAbi([
  'event Transfer(address indexed from, address indexed to, uint256 value)',
  'event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)',
]);

/**
 * Reads the transfers out of the logs of block 17173049, transaction by transaction, with
 * `decodeLogs` and with viem's `parseEventLogs`, in rounds that take turns. On a busy machine many
 * rounds are interrupted: of both, the round that a tenth is faster than counts. Skipped, with a
 * reason, where the recorded data is not at hand.
 */
export function benchReadTransfers(): ReadTransfersResult | { readonly skipped: string } {
  const recorded = recordedBlock();
  if (!recorded) return { skipped: withoutData };
  const grouped = [...Map.groupBy(recorded.logs, (row) => row.transaction_hash).values()];
  const ours = grouped as unknown as readonly (readonly RawLog[])[];
  const theirs = recorded.logs.map((row) => ({
    ...row,
    logIndex: row.log_index,
  })) as unknown as Log[];
  const readOurs = () => ours.map(decodeLogs);
  const readTheirs = () => parseEventLogs({ abi, logs: theirs });
  timed(readOurs, warmUpsOurs);
  timed(readTheirs, warmUpsTheirs);
  const oursTook: number[] = [];
  const theirsTook: number[] = [];
  for (let round = 0; round < rounds; round++) {
    oursTook.push(timed(readOurs, oursPerRound));
    theirsTook.push(timed(readTheirs, 1));
  }
  const oursMicroseconds = tenth(oursTook);
  const viemMicroseconds = tenth(theirsTook);
  return {
    bench: 'read-transfers',
    logs: recorded.logs.length,
    right: countRight(ours, grouped, recorded.transfers),
    expected: recorded.transfers.length,
    oursMicroseconds,
    viemMicroseconds,
    ratio: viemMicroseconds / oursMicroseconds,
    ratioMin,
  };
}

/** Transfers that are at the recorded place, of the recorded token, parties and exact value. */
function countRight(
  logs: readonly (readonly RawLog[])[],
  rows: readonly (readonly { readonly log_index: number }[])[],
  expected: readonly TransferRow[],
): number {
  const byIndex = new Map(expected.map((transfer) => [transfer.log_index, transfer]));
  let right = 0;
  logs.forEach((group, at) => {
    for (const read of decodeLogs(group)) {
      const index = rows[at]?.[Number(read.path.slice(4))]?.log_index ?? -1;
      const wanted = byIndex.get(index);
      const value = read.tokenId ?? read.amount;
      if (
        wanted &&
        wanted.token_address === read.token &&
        wanted.from_address === read.from &&
        wanted.to_address === read.to &&
        BigInt(wanted.value) === value
      ) {
        right += 1;
      }
    }
  });
  return right;
}

/** Microseconds of one call, over `times` calls. */
function timed(work: () => unknown, times: number): number {
  const start = performance.now();
  for (let turn = 0; turn < times; turn++) work();
  return ((performance.now() - start) * 1_000) / times;
}

function tenth(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 10)] ?? 0;
}

if (import.meta.main) console.log(JSON.stringify(benchReadTransfers()));
