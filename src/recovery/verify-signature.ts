import {
  hashMessage,
  hashTypedData,
  isHex,
  recoverMessageAddress,
  recoverTypedDataAddress,
} from 'viem';
import { type Address, callContract, type NodeSet } from '../networks/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';

const signatureCharactersMax = 8_192;
/** ERC-1271: what `isValidSignature(bytes32,bytes)` answers for yes, and its selector. */
const magicValue = '0x1626ba7e';

/**
 * The same statement as typed data (EIP-712), for wallets that show that better than text. Without a
 * chain id: what it says holds on every network, and it can't be taken for a transaction on any.
 */
export function typedStatement(address: Address, message: string) {
  return {
    domain: { name: 'Kaeru', version: '1' },
    types: {
      EIP712Domain: [
        { name: 'name', type: 'string' },
        { name: 'version', type: 'string' },
      ],
      WalletProof: [
        { name: 'wallet', type: 'address' },
        { name: 'statement', type: 'string' },
      ],
    },
    primaryType: 'WalletProof',
    message: { wallet: address, statement: message },
  } as const;
}

/**
 * Whose signature is it? First as an ordinary key's, of the text (EIP-191) or of the typed data
 * (EIP-712), which needs no network; else the wallet contract at `address` is asked about both
 * (ERC-1271). A node that does not answer is not a no.
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
  const typed = typedStatement(address, message);
  const signers = [
    await signerOf(signature, () => recoverMessageAddress({ message, signature })),
    await signerOf(signature, () => recoverTypedDataAddress({ ...typed, signature })),
  ];
  if (signers.includes(address)) return done('signature');
  if (!nodes) return refuse('wallet_not_proven', { address });
  for (const hash of [hashMessage(message), hashTypedData(typed)]) {
    const answer = await callContract(nodes, { to: address, data: questionOf(hash, signature) });
    if (answer.status === 'unread') return refuse('wallet_proof_unread', { address });
    // The answer is one word: the magic value and 28 empty bytes.
    const isYes = answer.status === 'returned' && answer.data === magicValue.padEnd(66, '0');
    if (isYes) return done('contract_signature');
  }
  return refuse('wallet_not_proven', { address });
}

async function signerOf(
  signature: string,
  recover: () => Promise<Address | `0x${string}`>,
): Promise<string | null> {
  // An ordinary signature is 65 bytes; anything else belongs to a contract.
  if (signature.length !== 132) return null;
  try {
    return (await recover()).toLowerCase();
  } catch {
    // Not a point on the curve: nobody's signature.
    return null;
  }
}

/** `isValidSignature(hash, signature)` in ABI encoding. */
function questionOf(hash: string, signature: `0x${string}`): `0x${string}` {
  const bytes = signature.slice(2);
  const words = [
    hash.slice(2),
    (64).toString(16).padStart(64, '0'),
    (bytes.length / 2).toString(16).padStart(64, '0'),
    bytes.padEnd(Math.ceil(bytes.length / 64) * 64, '0'),
  ];
  return `${magicValue}${words.join('')}` as `0x${string}`;
}
