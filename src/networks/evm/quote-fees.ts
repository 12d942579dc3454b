import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { Unread } from '../reading.ts';
import type { RpcCall, RpcResult } from '../rpc-node.ts';
import { askEach, median } from './ask-agreed.ts';
import { buildTransferCall, type TransferOrder } from './build-transfer-call.ts';
import { callAnswerOf } from './call-contract.ts';
import { decodeUint } from './decode-words.ts';
import { fieldsOf, hexOf, quantity, word } from './hex.ts';

/** What gas costs now, in base units of the network's coin. */
export type FeeQuote = {
  readonly status: 'quoted';
  /** The most that one unit of gas may cost: `maxFeePerGas`, or the gas price. */
  readonly gasPriceMax: bigint;
  /** What the data of one transfer costs on top where the network is a layer 2; 0 elsewhere. */
  readonly dataFeeMax: bigint;
} & (
  | {
      readonly type: 'eip1559';
      readonly baseFee: bigint;
      readonly maxPriorityFeePerGas: bigint;
      readonly maxFeePerGas: bigint;
    }
  | { readonly type: 'legacy'; readonly gasPrice: bigint }
);

/** The base fee rises by an eighth a block at most: doubled it holds for five full blocks. */
const baseFeeHeadroom = 2n;
/** `getL1Fee(bytes)` of an op-stack network's GasPriceOracle, and where it is on all of them. */
const getL1Fee = '0x49948e0e';
const gasPriceOracle = '0x420000000000000000000000000000000000000f';
/** A signed token transfer has about 180 bytes. */
const transferBytes = 256;

interface Prices {
  readonly baseFee: bigint | null;
  readonly tip: bigint | null;
  readonly gasPrice: bigint | null;
  readonly dataFee: bigint;
}

/**
 * What gas costs, the middle of what the nodes say. The network's data names the fee market; a chain
 * whose newest block has no base fee is paid the legacy way in any case.
 */
export async function quoteFees(
  set: NodeSet,
  options: { readonly transaction?: `0x${string}` } = {},
): Promise<FeeQuote | Unread> {
  const each = await askEach(set, feeCalls(set, options.transaction), (results) =>
    pricesOf(set, results),
  );
  if (each.status !== 'read') return each;
  const middle = (pick: (prices: Prices) => bigint | null) =>
    median(each.value.flatMap((prices) => pick(prices) ?? []));
  const dataFeeMax = middle((prices) => prices.dataFee);
  const hasBaseFee = each.value.every((prices) => prices.baseFee !== null);
  const gasPrice = middle((prices) => prices.gasPrice);
  if (set.network.fees === 'legacy' || !hasBaseFee) {
    return { status: 'quoted', type: 'legacy', gasPrice, gasPriceMax: gasPrice, dataFeeMax };
  }
  const baseFee = middle((prices) => prices.baseFee);
  const maxPriorityFeePerGas = middle(tipOf);
  const maxFeePerGas = baseFee * baseFeeHeadroom + maxPriorityFeePerGas;
  return {
    status: 'quoted',
    type: 'eip1559',
    baseFee,
    maxPriorityFeePerGas,
    maxFeePerGas,
    gasPriceMax: maxFeePerGas,
    dataFeeMax,
  };
}

/** The gas that a transfer would use, the middle of what the nodes say; or that it would fail. */
export async function estimateTransferGas(
  set: NodeSet,
  order: TransferOrder & { readonly from: Address },
): Promise<
  | { readonly status: 'estimated'; readonly gas: bigint }
  | { readonly status: 'reverts'; readonly reason: string | null }
  | Unread
> {
  const { to, value, data } = buildTransferCall(order);
  const call = { from: order.from, to, value: hexOf(value), data };
  const each = await askEach(set, [{ method: 'eth_estimateGas', params: [call] }], ([result]) =>
    result ? estimateOf(result) : null,
  );
  if (each.status !== 'read') return each;
  const failed = each.value.find((one) => one.status === 'reverts');
  if (failed) return failed;
  const estimates = each.value.flatMap((one) => (one.status === 'estimated' ? [one.gas] : []));
  return { status: 'estimated', gas: median(estimates) };
}

function estimateOf(result: RpcResult) {
  const gas = result.ok ? quantity(result.value) : null;
  if (gas !== null) return { status: 'estimated' as const, gas };
  const answer = result.ok ? null : callAnswerOf(result);
  return answer?.status === 'reverts' ? answer : null;
}

function feeCalls(set: NodeSet, transaction: `0x${string}` | undefined): RpcCall[] {
  const calls: RpcCall[] = [
    { method: 'eth_getBlockByNumber', params: ['latest', false] },
    { method: 'eth_gasPrice', params: [] },
    { method: 'eth_maxPriorityFeePerGas', params: [] },
  ];
  if (set.network.layer2 !== 'op-stack') return calls;
  const bytes = transaction?.slice(2) ?? incompressible(transferBytes);
  const size = BigInt(bytes.length / 2);
  const padded = bytes.padEnd(Math.ceil(bytes.length / 64) * 64, '0');
  const data = `${getL1Fee}${word(32n)}${word(size)}${padded}`;
  return [...calls, { method: 'eth_call', params: [{ to: gasPriceOracle, data }, 'latest'] }];
}

function pricesOf(set: NodeSet, results: readonly RpcResult[]): Prices | null {
  const [block, price, tip, dataFeeSaid] = results.map((result) =>
    result.ok ? result.value : undefined,
  );
  const baseFee = quantity(fieldsOf(block)?.['baseFeePerGas']);
  const gasPrice = quantity(price);
  const dataFee = set.network.layer2 === 'op-stack' ? decodeUint(dataFeeSaid) : 0n;
  if (gasPrice === null || fieldsOf(block) === null || dataFee === null) return null;
  return { baseFee, gasPrice, tip: quantity(tip), dataFee };
}

/** What the node suggests; a node without a suggestion is taken at its gas price. */
function tipOf({ tip, gasPrice, baseFee }: Prices): bigint {
  if (tip !== null) return tip;
  const above = (gasPrice ?? 0n) - (baseFee ?? 0n);
  return above > 0n ? above : 0n;
}

/**
 * Bytes that do not shrink: since Fjord the data fee goes by the compressed size, and an estimate
 * must not be helped by repetition that a real transaction has not.
 */
function incompressible(size: number): string {
  let digits = '';
  for (let turn = 0; digits.length < size * 2; turn++) {
    digits += bytesToHex(keccak_256(utf8ToBytes(`transfer ${turn}`)));
  }
  return digits.slice(0, size * 2);
}
