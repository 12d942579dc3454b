import { keccak_256 } from '@noble/hashes/sha3.js';
import { HDKey } from '@scure/bip32';
import { addr } from 'micro-eth-signer';

/** The deposit address of child 0/`index` below the account's public key. No private key is needed. */
export function depositAddress(xpub: string, index: number): { address: string; path: string } {
  const child = HDKey.fromExtendedKey(xpub).deriveChild(0).deriveChild(index);
  if (!child.publicKey) throw new Error('a child of a public key has a public key');
  return {
    address: addr.fromPublicKey(child.publicKey).toLowerCase(),
    path: `m/44'/60'/0'/0/${index}`,
  };
}

/** Where CREATE2 puts a contract (EIP-1014): it is known before there is any code. */
export function contractAddress(factory: string, salt: string, initCodeHash: string): string {
  const bytes = Buffer.from(`ff${[factory, salt, initCodeHash].map(plain).join('')}`, 'hex');
  return `0x${Buffer.from(keccak_256(bytes)).toString('hex').slice(-40)}`;
}

function plain(hex: string): string {
  return hex.replace(/^0x/, '');
}
