import type { Fees } from '../custody/index.ts';
import { type NodeSet, quoteFees } from '../networks/index.ts';

/** Nodes take a replacement that pays at least a tenth more; an eighth is what wallets use. */
const raiseNumerator = 9n;
const raiseDenominator = 8n;

/**
 * What a stuck transaction is replaced with: an eighth more than before and at least today's price,
 * never above the plan's cap. Null when the cap leaves no room, or the nodes gave no price.
 */
export async function raisedFees(
  nodes: NodeSet,
  before: Fees,
  capWei: bigint,
): Promise<Fees | null> {
  const quoted = await quoteFees(nodes);
  if (quoted.status === 'unread') return null;
  const gasLimit = BigInt(before.gasLimit);
  const priceMax = (capWei - quoted.dataFeeMax) / gasLimit;
  if (before.type === 'legacy') {
    const price = higher(
      raise(before.gasPriceWei),
      quoted.type === 'legacy' ? quoted.gasPrice : 0n,
    );
    return price > priceMax ? null : { ...before, gasPriceWei: price.toString() };
  }
  const today = quoted.type === 'eip1559' ? quoted : { maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };
  const maxFee = higher(raise(before.maxFeePerGasWei), today.maxFeePerGas);
  const tip = higher(raise(before.maxPriorityFeePerGasWei), today.maxPriorityFeePerGas);
  if (maxFee > priceMax || tip > maxFee) return null;
  return {
    ...before,
    maxFeePerGasWei: maxFee.toString(),
    maxPriorityFeePerGasWei: tip.toString(),
  };
}

/** One more than the raise when it does not come out even, so that a price of 1 still rises. */
function raise(wei: string): bigint {
  return (BigInt(wei) * raiseNumerator) / raiseDenominator + 1n;
}

function higher(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
