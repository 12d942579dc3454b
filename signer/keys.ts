import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { addr } from 'micro-eth-signer';
import type { Address } from './intent/index.ts';
import type { Secrets } from './keystore.ts';

/** DER of an Ed25519 private key up to its 32 bytes (RFC 8410). */
const ed25519Pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

const accountsKeptMax = 64;

/** The keys of one keystore. Private keys go no further than `withKey` and `signAsAuditor`. */
export class Keys {
  /** Ed25519 public key that vouches for the audit record: 32 bytes as base64url. */
  readonly auditPublicKey: string;
  readonly #root: HDKey;
  readonly #accounts = new Map<string, HDKey>();
  readonly #auditKey: KeyObject;

  constructor(secrets: Secrets) {
    this.#root = HDKey.fromMasterSeed(mnemonicToSeedSync(secrets.mnemonic));
    const der = Buffer.concat([ed25519Pkcs8Prefix, Buffer.from(secrets.auditSeed, 'hex')]);
    this.#auditKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.auditPublicKey = publicKeyText(createPublicKey(this.#auditKey));
  }

  /** The address of the key at a BIP-44 path, derived now. The same on every EVM network. */
  addressOf(path: string): Address {
    const { publicKey } = this.#derive(path);
    if (!publicKey) throw new Error('a derived key has a public key');
    return addr.fromPublicKey(publicKey).toLowerCase() as Address;
  }

  /** The extended public key of an account: enough to list its addresses, not to spend. */
  xpubOf(accountPath: string): string {
    return this.#account(accountPath).publicExtendedKey;
  }

  /** Lends the private key at `path` to `use`, and wipes it after. */
  withKey<T>(path: string, use: (privateKey: Uint8Array) => T): T {
    const node = this.#derive(path);
    if (!node.privateKey) throw new Error('a derived key has a private key');
    try {
      return use(node.privateKey);
    } finally {
      node.wipePrivateData();
    }
  }

  /** A desk has a handful of accounts and many keys in each, so accounts are kept derived. */
  #account(path: string): HDKey {
    const known = this.#accounts.get(path);
    if (known) return known;
    const account = this.#root.derive(path);
    if (this.#accounts.size < accountsKeptMax) this.#accounts.set(path, account);
    return account;
  }

  #derive(path: string): HDKey {
    const [root, purpose, coin, account, change, index] = path.split('/');
    const parent = this.#account([root, purpose, coin, account].join('/'));
    return parent.deriveChild(Number(change)).deriveChild(Number(index));
  }

  /** Ed25519 signature as base64url. The same message always gets the same signature. */
  signAsAuditor(message: Uint8Array): string {
    return sign(null, message, this.#auditKey).toString('base64url');
  }
}

/** The 32 bytes of an Ed25519 public key as base64url. */
export function publicKeyText(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' });
  if (!x) throw new Error('an Ed25519 public key has its x');
  return x;
}
