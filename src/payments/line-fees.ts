import type { Fees } from '../custody/index.ts';
import {
  type Address,
  estimateTransferGas,
  type FeeQuote,
  type NodeSet,
  quoteFees,
  type TransferOrder,
} from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import type { LineAtWork } from './advance-payment.ts';

/** A line may need this much more gas than was estimated, in percent. */
const gasLimitPercent = 130n;

/** What a line is signed with, and whether the cap of its plan covers the price of today. */
export interface LineFees {
  readonly fees: Fees;
  readonly isWithinCap: boolean;
}

/** Today's price of a line, cut to what the plan allows. Null when the nodes gave none. */
export async function lineFees(nodes: NodeSet, work: LineAtWork): Promise<LineFees | null> {
  const quoted = await quoteFees(nodes);
  if (quoted.status === 'unread') return null;
  const gas = await estimateTransferGas(nodes, orderOf(work));
  if (gas.status !== 'estimated') return null;
  const gasLimit = (gas.gas * gasLimitPercent) / 100n;
  return cutToCap(quoted, gasLimit, capOf(work) - quoted.dataFeeMax);
}

/** What the line moves, from where, as its plan shows it. */
export function orderOf({ payment, line }: LineAtWork): TransferOrder & { readonly from: Address } {
  const planned = payment.plan.lines[line.index];
  invariant(planned, 'a line of a payment is a line of its plan');
  const { asset, amount, recipient } = planned.shows;
  const token = (/\/token:(0x[0-9a-f]{40})$/.exec(asset)?.[1] ?? null) as Address | null;
  return { token, from: line.sender, to: recipient as Address, amount: BigInt(amount) };
}

/** The most that the line may cost in the network's coin, by its plan. */
export function capOf({ payment, line }: LineAtWork): bigint {
  const planned = payment.plan.lines[line.index];
  invariant(planned, 'a line of a payment is a line of its plan');
  return BigInt(planned.feeWeiMax);
}

function cutToCap(quoted: FeeQuote, gasLimit: bigint, capWei: bigint): LineFees {
  const priceMax = capWei > 0n ? capWei / gasLimit : 0n;
  const limit = gasLimit.toString();
  if (quoted.type === 'legacy') {
    const gasPrice = lower(quoted.gasPrice, priceMax);
    return {
      fees: { type: 'legacy', gasPriceWei: gasPrice.toString(), gasLimit: limit },
      isWithinCap: quoted.gasPrice <= priceMax,
    };
  }
  const maxFee = lower(quoted.maxFeePerGas, priceMax);
  return {
    fees: {
      type: 'eip1559',
      maxFeePerGasWei: maxFee.toString(),
      maxPriorityFeePerGasWei: lower(quoted.maxPriorityFeePerGas, maxFee).toString(),
      gasLimit: limit,
    },
    isWithinCap: quoted.baseFee + quoted.maxPriorityFeePerGas <= priceMax,
  };
}

function lower(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
