import { invariant } from '../../std/index.ts';
import type { Address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import { type ChainReading, type PaidFee, unread } from '../reading.ts';
import { missing } from './agree.ts';
import { composeAttempted, composeTransfers } from './compose-transfers.ts';
import { decodeCall } from './decode-call.ts';
import { decodeLogs, type LoggedTransfer } from './decode-logs.ts';
import type { InnerMove } from './decode-trace.ts';
import { plainTransferGas, type RawReceipt, type RawTransaction } from './decode-transaction.ts';
import { type Details, readDetails, type TokenWords } from './read-details.ts';
import type { ReadingOptions } from './read-transaction.ts';
import type { Sight } from './sight-transaction.ts';

/**
 * The reading of a transaction that the nodes of `sights` have alike in a block: its block must be
 * the one at its height when asked again, on enough of them.
 */
export async function readMined(
  set: NodeSet,
  sights: readonly [Sight, ...Sight[]],
  options: ReadingOptions,
): Promise<ChainReading> {
  const [{ transaction, receipt }] = sights;
  invariant(transaction && receipt, 'a mined transaction has its receipt');
  const logged = decodeLogs(receipt.logs);
  const traceable = canHaveInnerMoves(set, receipt);
  const said = await Promise.all(
    sights.map((sight) =>
      readDetails(sight.node, {
        blockNumber: receipt.blockNumber,
        trace:
          traceable && options.details !== false
            ? { hash: receipt.hash, top: topCall(transaction, receipt) }
            : null,
        tokens: options.details === false ? [] : tokensOf(transaction, receipt, logged),
        nonceOf: null,
      }),
    ),
  );
  const details = said.flatMap((one) => (one.ok ? [one.value] : []));
  if (details.length < set.agreeMin) return missing(said, set.agreeMin);
  const standing = details.filter((one) => one.blockHash === receipt.blockHash);
  if (standing.length < set.agreeMin) {
    return unread('disagree', 'its block is no longer the one at that height: ask again');
  }
  const nodes = new Set(standing.map((one) => one.node));
  const agreeing = sights.filter((sight) => nodes.has(sight.node));
  const moves = traceable ? agreedMoves(standing, set.agreeMin) : [];
  const read = options.details !== false;
  const wordsOf = (token: Address) => agreedWords(standing, token, set.agreeMin);
  const { network } = set;
  return {
    status: 'found',
    transaction: {
      network: network.id,
      hash: receipt.hash,
      from: transaction.from,
      to: transaction.to,
      nonce: transaction.nonce,
      state: receipt.succeeded ? 'succeeded' : 'reverted',
      ...placeOf(set, agreeing, receipt, standing[0]?.blockTime ?? null, options),
      traced: read && moves !== null,
      transfers: receipt.succeeded
        ? composeTransfers(network, transaction, receipt.created, logged, moves ?? [], wordsOf)
        : [],
      attempted: receipt.succeeded ? [] : composeAttempted(network, transaction, wordsOf),
      fee: feeOf(agreeing),
    },
  };
}

/** Where it stands in the chain, by the most cautious of the agreeing nodes. */
function placeOf(
  set: NodeSet,
  agreeing: readonly Sight[],
  receipt: RawReceipt,
  blockTime: Date | null,
  options: ReadingOptions,
) {
  const { blockNumber, blockHash } = receipt;
  const counts = agreeing.map((sight) => Number(sight.head - blockNumber) + 1);
  const confirmations = Math.max(1, Math.min(...counts));
  const final =
    set.network.finality === 'finalized'
      ? agreeing.every((sight) => sight.finalized !== null && sight.finalized >= blockNumber)
      : confirmations >= set.network.confirmationsMin;
  const before = options.seen?.blockHash?.toLowerCase();
  const moved = before !== undefined && before !== blockHash;
  return {
    blockNumber,
    blockHash,
    blockTime,
    confirmations,
    final,
    ...(moved ? { reorgedFrom: before as typeof blockHash } : {}),
  };
}

/**
 * A transaction that failed moved nothing, and one that used no more gas than a plain transfer ran
 * no code. Chains that log every move of their coin need no trace.
 */
function canHaveInnerMoves(set: NodeSet, receipt: RawReceipt): boolean {
  return receipt.succeeded && receipt.gasUsed > plainTransferGas && set.network.nativeEcho === null;
}

function topCall(transaction: RawTransaction, receipt: RawReceipt) {
  const to = transaction.to ?? receipt.created;
  invariant(to, 'a transaction has a recipient or makes a contract');
  return { from: transaction.from, to, value: transaction.value };
}

function tokensOf(
  transaction: RawTransaction,
  receipt: RawReceipt,
  logged: readonly LoggedTransfer[],
): Address[] {
  if (receipt.succeeded) return [...new Set(logged.map((transfer) => transfer.token))];
  return attemptedToken(transaction);
}

/** The token that a transaction's call data speaks to, if it asks for a transfer. */
export function attemptedToken(transaction: RawTransaction): Address[] {
  const { from, to, input } = transaction;
  return to !== null && decodeCall(from, input) !== null ? [to] : [];
}

/** The inner moves that enough nodes traced alike; null when there are none such. */
function agreedMoves(details: readonly Details[], agreeMin: number): readonly InnerMove[] | null {
  const camps = new Map<string, (readonly InnerMove[])[]>();
  for (const { moves } of details) {
    if (moves === null) continue;
    const key = moves.map((move) => `${move.path} ${move.from} ${move.to} ${move.amount}`).join();
    camps.set(key, [...(camps.get(key) ?? []), moves]);
  }
  const [first, second] = [...camps.values()].filter((camp) => camp.length >= agreeMin);
  return first && !second ? (first[0] ?? null) : null;
}

/** A token's words where enough nodes say the same; null elsewhere. */
export function agreedWords(
  details: readonly Pick<Details, 'tokens'>[],
  token: Address,
  agreeMin: number,
): TokenWords {
  const words = details.flatMap((one) => one.tokens.get(token) ?? []);
  const most = <T>(values: readonly T[]): T | null =>
    values.find((value) => values.filter((other) => other === value).length >= agreeMin) ?? null;
  return {
    symbol: most(words.map((one) => one.symbol)),
    decimals: most(words.map((one) => one.decimals)),
  };
}

/** What the sender paid: the most that an agreeing node says, for some leave out the data fee. */
function feeOf(agreeing: readonly Sight[]): PaidFee | null {
  const fees = agreeing.flatMap(({ receipt }) => {
    if (!receipt) return [];
    const { gasUsed, gasPrice, dataFee } = receipt;
    return [{ gasUsed, gasPrice, dataFee, total: gasUsed * gasPrice + dataFee }];
  });
  return fees.reduce<PaidFee | null>(
    (most, fee) => (most === null || fee.total > most.total ? fee : most),
    null,
  );
}
