import { Transaction } from 'micro-eth-signer';
import { type Answer, type Fees, type Line, no, type Plan, yes } from './intent/index.ts';

/** Below it no transaction is valid. */
const gasLimitMin = 21_000n;
/** EIP-7825 caps a transaction at 2^24 gas; networks without it get the room of a whole block. */
const gasLimitMax = 60_000_000n;

export interface Signed {
  readonly rawTransaction: `0x${string}`;
  readonly hash: `0x${string}`;
}

/** The most that `fees` can cost: gas limit times the highest price, in wei. Refuses nonsense. */
export function feeWeiOf(fees: Fees): Answer<bigint> {
  const gasLimit = BigInt(fees.gasLimit);
  if (gasLimit < gasLimitMin || gasLimit > gasLimitMax) {
    return no('fees_malformed', { field: 'gasLimit' });
  }
  const price = BigInt(fees.type === 'eip1559' ? fees.maxFeePerGasWei : fees.gasPriceWei);
  if (price === 0n) return no('fees_malformed', { field: 'price' });
  if (fees.type === 'eip1559' && BigInt(fees.maxPriorityFeePerGasWei) > price) {
    return no('fees_malformed', { field: 'maxPriorityFeePerGasWei' });
  }
  return yes(gasLimit * price);
}

/**
 * Signs one line of a plan, always with the chain id (EIP-155, EIP-1559) and with low s (EIP-2).
 * Deterministic (RFC 6979): the same request gives the same bytes, even if it is asked anew.
 */
export function signTransaction(
  plan: Plan,
  line: Line,
  nonce: number,
  fees: Fees,
  privateKey: Uint8Array,
): Signed {
  const common = {
    chainId: BigInt(plan.network.chainId),
    nonce: BigInt(nonce),
    to: line.to,
    value: BigInt(line.valueWei),
    data: line.data,
    gasLimit: BigInt(fees.gasLimit),
  };
  // Not "strict": its caps are for people who type in ether; ours are in the plan and the policy.
  const unsigned =
    fees.type === 'eip1559'
      ? Transaction.prepare(
          {
            ...common,
            type: 'eip1559',
            maxFeePerGas: BigInt(fees.maxFeePerGasWei),
            maxPriorityFeePerGas: BigInt(fees.maxPriorityFeePerGasWei),
          },
          false,
        )
      : Transaction.prepare(
          { ...common, type: 'legacy', gasPrice: BigInt(fees.gasPriceWei) },
          false,
        );
  const signed = unsigned.signBy(privateKey, false);
  if (!signed.verifySignature() || signed.sender.toLowerCase() !== line.from) {
    throw new Error('the signature made is not by the key of the line');
  }
  return {
    rawTransaction: signed.toHex() as Signed['rawTransaction'],
    hash: signed.hash as Signed['hash'],
  };
}
