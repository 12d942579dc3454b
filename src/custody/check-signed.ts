import { keccak256, parseTransaction, recoverTransactionAddress } from 'viem';
import type { Fees } from '../../signer/intent/index.ts';
import { type TxHash, txHash } from '../networks/index.ts';
import { done, invariant, type Outcome, refuse } from '../std/index.ts';
import type { SignRequest } from './custody.ts';

/** Order of secp256k1 halved (EIP-2): a larger s is a second spelling of the same signature. */
const halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/**
 * Takes signed bytes apart and compares them with what was asked for, field by field; the hash is
 * made from the bytes. A signer that answers otherwise is broken or is not ours. Refuses with the
 * first part that differs.
 */
export async function checkSigned(
  request: SignRequest,
  answer: {
    readonly rawTransaction: `0x${string}`;
    readonly hash: string;
    readonly fees: Fees;
  },
): Promise<Outcome<TxHash, 'signer_answer_wrong'>> {
  const line = request.plan.lines[request.line];
  invariant(line, 'the line that was asked for is in the plan');
  const signed = await readSigned(answer.rawTransaction);
  if (!signed) return refuse('signer_answer_wrong', { part: 'bytes' });
  const { transaction, sender } = signed;
  const hash = keccak256(answer.rawTransaction);
  const expected: readonly [string, unknown, unknown][] = [
    ['hash', answer.hash, hash],
    ['from', sender.toLowerCase(), line.from],
    ['chainId', transaction.chainId, request.plan.network.chainId],
    ['nonce', transaction.nonce ?? 0, request.nonce],
    ['to', transaction.to?.toLowerCase(), line.to],
    ['value', transaction.value ?? 0n, BigInt(line.valueWei)],
    ['data', transaction.data ?? '0x', line.data],
    ['fees', feesText(transaction), feesText(feeParts(answer.fees))],
    ['feeWeiMax', feeWeiOf(transaction) <= BigInt(line.feeWeiMax), true],
    ['extras', hasExtras(transaction), false],
    ['s', BigInt(transaction.s ?? 0) <= halfOrder, true],
  ];
  const wrong = expected.find(([, actual, wanted]) => actual !== wanted);
  return wrong ? refuse('signer_answer_wrong', { part: wrong[0] }) : done(txHash(hash));
}

type Parsed = ReturnType<typeof parseTransaction>;

async function readSigned(
  raw: `0x${string}`,
): Promise<{ transaction: Parsed; sender: string } | null> {
  try {
    const transaction = parseTransaction(raw);
    const serializedTransaction = raw as Parameters<
      typeof recoverTransactionAddress
    >[0]['serializedTransaction'];
    return { transaction, sender: await recoverTransactionAddress({ serializedTransaction }) };
  } catch {
    // Whatever is wrong with the bytes, they are not a transaction signed by the key of the line.
    return null;
  }
}

interface FeeParts {
  readonly type?: string | undefined;
  readonly gas?: bigint | undefined;
  readonly gasPrice?: bigint | undefined;
  readonly maxFeePerGas?: bigint | undefined;
  readonly maxPriorityFeePerGas?: bigint | undefined;
}

function feeParts(fees: Fees): FeeParts {
  const gas = BigInt(fees.gasLimit);
  if (fees.type === 'legacy') return { type: fees.type, gas, gasPrice: BigInt(fees.gasPriceWei) };
  return {
    type: fees.type,
    gas,
    maxFeePerGas: BigInt(fees.maxFeePerGasWei),
    maxPriorityFeePerGas: BigInt(fees.maxPriorityFeePerGasWei),
  };
}

/** Fees as one text; what a node leaves out counts as zero, as on the wire. */
function feesText(fees: FeeParts): string {
  const { type, gas, gasPrice, maxFeePerGas, maxPriorityFeePerGas } = fees;
  return [type, gas, gasPrice ?? 0n, maxFeePerGas ?? 0n, maxPriorityFeePerGas ?? 0n].join(' ');
}

/** The most that the transaction can cost in gas, in wei. */
function feeWeiOf({ gas, gasPrice, maxFeePerGas }: FeeParts): bigint {
  return (gas ?? 0n) * (maxFeePerGas ?? gasPrice ?? 0n);
}

/** A plan has no access list, blobs or authorisations, so neither may its transaction. */
function hasExtras(transaction: Parsed): boolean {
  const lists = ['accessList', 'blobVersionedHashes', 'authorizationList'] as const;
  return lists.some((name) => {
    const list: unknown = Reflect.get(transaction, name);
    return Array.isArray(list) && list.length > 0;
  });
}
