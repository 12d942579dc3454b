import { hashMessage, isHex, recoverMessageAddress } from 'viem';
import { type Address, callContract, type NodeSet } from '../networks/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';

const signatureCharactersMax = 8_192;
/** ERC-1271: what `isValidSignature(bytes32,bytes)` answers for yes, and its selector. */
const magicValue = '0x1626ba7e';

/**
 * Whose signature is it? First as an ordinary key's (EIP-191), which needs no network; else the wallet
 * contract at `address` is asked (ERC-1271). A node that does not answer is not a no.
 */
export async function verifySignature(input: {
  readonly message: string;
  readonly address: Address;
  readonly signature: string;
  readonly nodes: NodeSet | null;
}): Promise<
  Outcome<'signature' | 'contract_signature', 'wallet_not_proven' | 'wallet_proof_unread'>
> {
  const { message, address, nodes } = input;
  const signature = input.signature.trim();
  if (
    !isHex(signature) ||
    signature.length > signatureCharactersMax ||
    signature.length % 2 === 1
  ) {
    return refuse('wallet_not_proven', { address });
  }
  if ((await signerOf(message, signature)) === address) return done('signature');
  if (!nodes) return refuse('wallet_not_proven', { address });
  const answer = await callContract(nodes, { to: address, data: questionOf(message, signature) });
  if (answer.status === 'unread') return refuse('wallet_proof_unread', { address });
  const isYes = answer.status === 'returned' && answer.data.startsWith(magicValue);
  return isYes ? done('contract_signature') : refuse('wallet_not_proven', { address });
}

async function signerOf(message: string, signature: `0x${string}`): Promise<string | null> {
  // An ordinary signature is 65 bytes; anything else belongs to a contract.
  if (signature.length !== 132) return null;
  try {
    return (await recoverMessageAddress({ message, signature })).toLowerCase();
  } catch {
    // Not a point on the curve: nobody's signature.
    return null;
  }
}

/** `isValidSignature(hash, signature)` in ABI encoding. */
function questionOf(message: string, signature: `0x${string}`): `0x${string}` {
  const bytes = signature.slice(2);
  const words = [
    hashMessage(message).slice(2),
    (64).toString(16).padStart(64, '0'),
    (bytes.length / 2).toString(16).padStart(64, '0'),
    bytes.padEnd(Math.ceil(bytes.length / 64) * 64, '0'),
  ];
  return `${magicValue}${words.join('')}` as `0x${string}`;
}
