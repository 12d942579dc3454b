import { type Address, address } from '../address.ts';
import type { Network } from '../network.ts';
import {
  type AttemptedTransfer,
  type ChainTransfer,
  nativeAsset,
  nftAsset,
  tokenAsset,
} from '../transfer.ts';
import { decodeCall } from './decode-call.ts';
import type { LoggedTransfer } from './decode-logs.ts';
import type { InnerMove } from './decode-trace.ts';
import type { RawTransaction } from './decode-transaction.ts';
import type { TokenWords } from './read-details.ts';

type WordsOf = (token: Address) => TokenWords;
type Coins = Pick<ChainTransfer, 'from' | 'to' | 'amount'>;

/** Where ZKsync chains collect fees: its moves are the fee, not a transfer. */
const bootloader = address('0x0000000000000000000000000000000000008001');

/** All that a transaction which succeeded moved: its own value, then its logs, then inner calls. */
export function composeTransfers(
  network: Network,
  transaction: RawTransaction,
  created: Address | null,
  logged: readonly LoggedTransfer[],
  moves: readonly InnerMove[],
  wordsOf: WordsOf,
): ChainTransfer[] {
  const own = ownValue(network, transaction, created);
  const echoes = logged.filter((transfer) => transfer.token === network.nativeEcho);
  const tokens = logged.filter((transfer) => transfer.token !== network.nativeEcho);
  return [
    ...(own ? [{ ...own, path: 'native' as const }] : []),
    ...tokens.map((transfer) => ({
      path: transfer.path,
      ...tokenMove(network, transfer, wordsOf),
    })),
    ...innerOfEchoes(echoes, own).map((move) => ({
      path: move.path,
      ...coins(network, 'inner', move),
    })),
    ...moves.map((move) => ({ path: move.path, ...coins(network, 'inner', move) })),
  ];
}

/** What a transaction would have moved: its own value, and the transfer that its data asks for. */
export function composeAttempted(
  network: Network,
  transaction: RawTransaction,
  wordsOf: WordsOf,
): AttemptedTransfer[] {
  const { from, to, input } = transaction;
  const own = ownValue(network, transaction, null);
  const called = to === null ? null : decodeCall(from, input);
  return [
    ...(own ? [{ ...own, path: 'native' as const }] : []),
    ...(called && to !== null
      ? [{ path: 'call' as const, ...tokenMove(network, { ...called, token: to }, wordsOf) }]
      : []),
  ];
}

/** The transaction's own value; a transaction that makes a contract pays that contract. */
function ownValue(network: Network, transaction: RawTransaction, created: Address | null) {
  const to = transaction.to ?? created;
  if (transaction.value === 0n || to === null) return null;
  return coins(network, 'native', { from: transaction.from, to, amount: transaction.value });
}

function coins(network: Network, kind: 'native' | 'inner', move: Coins) {
  const { from, to, amount } = move;
  const { symbol, decimals } = network.native;
  const asset = nativeAsset(network.id);
  return { kind, token: null, tokenId: null, symbol, decimals, from, to, amount, asset };
}

function tokenMove(network: Network, move: Omit<LoggedTransfer, 'path'>, wordsOf: WordsOf) {
  const { kind, token, tokenId, from, to, amount } = move;
  const words = wordsOf(token);
  const decimals = kind === 'nft' ? null : words.decimals;
  const asset =
    tokenId === null ? tokenAsset(network.id, token) : nftAsset(network.id, token, tokenId);
  return { kind, token, tokenId, symbol: words.symbol, decimals, from, to, amount, asset };
}

/**
 * Where the chain itself logs every move of its coin, those logs are the inner moves: all but the
 * fee and the transaction's own value, which is listed already.
 */
function innerOfEchoes(echoes: readonly LoggedTransfer[], own: Coins | null): LoggedTransfer[] {
  const moves = echoes.filter((echo) => echo.from !== bootloader && echo.to !== bootloader);
  const twice = moves.findIndex(
    (echo) => echo.from === own?.from && echo.to === own.to && echo.amount === own.amount,
  );
  return moves.filter((echo, index) => index !== twice && echo.amount > 0n);
}
