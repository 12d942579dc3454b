import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { generateMnemonic, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { z } from 'zod';
import { writeWhole } from './durable.ts';
import { canonicalJson } from './intent/index.ts';

/** What the keystore guards. */
export interface Secrets {
  /** BIP-39, 24 words: every coin's key comes from it. */
  readonly mnemonic: string;
  /** 32 bytes as hex: the Ed25519 key that vouches for the audit record. */
  readonly auditSeed: string;
}

const secretsSchema = z.strictObject({
  mnemonic: z.string(),
  auditSeed: z.string().regex(/^[0-9a-f]{64}$/),
});

const base64 = z.base64().max(4_000);

const keystoreSchema = z.strictObject({
  version: z.literal(1),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    // 2^20 takes 1 GiB, more than a signer should need to start.
    costLog2: z.int().min(8).max(20),
    blockSize: z.literal(8),
    parallelization: z.literal(1),
    salt: base64,
  }),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), nonce: base64, tag: base64 }),
  ciphertext: base64,
});

type Keystore = z.infer<typeof keystoreSchema>;
type Header = Pick<Keystore, 'version' | 'kdf'>;

/** 2^17 needs 128 MiB and half a second a guess (OWASP's first choice for scrypt). */
const costLog2Default = 17;
const wordsBits = 256;
const saltBytes = 32;
const nonceBytes = 12;
const passphraseCharactersMin = 16;

export interface NewKeystore {
  readonly path: string;
  readonly passphrase: string;
  /** Twenty-four words to import; new ones are drawn when absent. */
  readonly mnemonic?: string;
  readonly costLog2?: number;
}

/** Writes a new encrypted keystore. The caller has checked that none is there. */
export function createKeystore(options: NewKeystore): void {
  const mnemonic = options.mnemonic ?? generateMnemonic(wordlist, wordsBits);
  if (!validateMnemonic(mnemonic, wordlist) || mnemonic.split(' ').length !== 24) {
    throw new Error('the recovery phrase is not 24 English BIP-39 words with a valid checksum');
  }
  const secrets: Secrets = { mnemonic, auditSeed: randomBytes(32).toString('hex') };
  const header: Header = {
    version: 1,
    kdf: {
      name: 'scrypt',
      costLog2: options.costLog2 ?? costLog2Default,
      blockSize: 8,
      parallelization: 1,
      salt: randomBytes(saltBytes).toString('base64'),
    },
  };
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', encryptionKey(options.passphrase, header), nonce);
  cipher.setAAD(Buffer.from(canonicalJson(header)));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(secrets)), cipher.final()]);
  const keystore: Keystore = {
    ...header,
    cipher: {
      name: 'aes-256-gcm',
      nonce: nonce.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    },
    ciphertext: ciphertext.toString('base64'),
  };
  writeWhole(options.path, `${JSON.stringify(keystore, null, 2)}\n`);
}

/** Decrypts a keystore. The error of a wrong passphrase says nothing but that. */
export function openKeystore(path: string, passphrase: string): Secrets {
  const parsed = keystoreSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not a keystore of this signer`);
  const { version, kdf, cipher, ciphertext } = parsed.data;
  const tag = Buffer.from(cipher.tag, 'base64');
  const nonce = Buffer.from(cipher.nonce, 'base64');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    encryptionKey(passphrase, { version, kdf }),
    nonce,
    { authTagLength: 16 },
  );
  decipher.setAAD(Buffer.from(canonicalJson({ version, kdf })));
  try {
    decipher.setAuthTag(tag);
    const plain = [decipher.update(Buffer.from(ciphertext, 'base64')), decipher.final()];
    return secretsSchema.parse(JSON.parse(Buffer.concat(plain).toString()));
  } catch {
    throw new Error(`${path} does not open with this passphrase, or was altered`);
  }
}

/** Reads a passphrase from its file: one line, at least 16 characters. */
export function readPassphrase(path: string): string {
  const passphrase = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  if (passphrase.length < passphraseCharactersMin || passphrase.includes('\n')) {
    throw new Error(`${path} holds no passphrase: one line of 16 or more characters`);
  }
  return passphrase;
}

function encryptionKey(passphrase: string, { kdf }: Header): Buffer {
  const cost = 2 ** kdf.costLog2;
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(kdf.salt, 'base64'), 32, {
    N: cost,
    r: kdf.blockSize,
    p: kdf.parallelization,
    maxmem: 2 * 128 * cost * kdf.blockSize,
  });
}
