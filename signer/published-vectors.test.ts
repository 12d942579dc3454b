import { existsSync, readFileSync } from 'node:fs';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { describe, expect, test } from 'vitest';
import { verifyEd25519 } from './intent/verify-ed25519.ts';
import { Keys } from './keys.ts';

/** For tests that try hundreds of variants, on a machine that has other work too. */
const slowMs = 60_000;

const data = '/work/shared/data/security';
const bip39 = `${data}/bip39/vectors.json`;
const bip32 = `${data}/bips/bip-0032.mediawiki`;
const secp256k1File = `${data}/wycheproof/testvectors_v1/ecdsa_secp256k1_sha256_bitcoin_test.json`;
const ed25519 = `${data}/wycheproof/testvectors_v1/ed25519_test.json`;

describe('keys', () => {
  test('the well-known addresses of a well-known phrase', () => {
    const mnemonic = 'test test test test test test test test test test test junk';
    const keys = new Keys({ mnemonic, auditSeed: '00'.repeat(32) });
    expect(keys.addressOf("m/44'/60'/0'/0/0")).toBe('0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266');
    expect(keys.addressOf("m/44'/60'/0'/0/9")).toBe('0xa0ee7a142d267c1f36714e4a8f75612f20a79720');
    const account = HDKey.fromExtendedKey(keys.xpubOf("m/44'/60'/0'"));
    expect(account.privateKey).toBeNull();
    expect(account.depth).toBe(3);
  });

  test('RFC 8032, test 1', () => {
    const auditSeed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const mnemonic = 'test test test test test test test test test test test junk';
    const keys = new Keys({ mnemonic, auditSeed });
    const hex = Buffer.from(keys.signAsAuditor(new Uint8Array()), 'base64url').toString('hex');
    expect(Buffer.from(keys.auditPublicKey, 'base64url').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect(hex).toMatch(/^e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155/);
  });
});

interface Ed25519Vectors {
  testGroups: {
    publicKey: { pk: string };
    tests: { tcId: number; comment: string; msg: string; sig: string; result: string }[];
  }[];
}

test.skipIf(!existsSync(ed25519))('Wycheproof: every Ed25519 signature, good and tampered', () => {
  const { testGroups } = JSON.parse(readFileSync(ed25519, 'utf8')) as Ed25519Vectors;
  let tried = 0;
  for (const { publicKey, tests } of testGroups) {
    const key = Buffer.from(publicKey.pk, 'hex').toString('base64url');
    for (const { tcId, comment, msg, sig, result } of tests) {
      const signature = Buffer.from(sig, 'hex').toString('base64url');
      const verdict = verifyEd25519(key, Buffer.from(msg, 'hex'), signature);
      expect(verdict, `${tcId} ${comment}`).toBe(result === 'valid');
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(100);
});

interface EcdsaVectors {
  testGroups: {
    publicKey: { uncompressed: string };
    tests: { tcId: number; comment: string; msg: string; sig: string; result: string }[];
  }[];
}

test.skipIf(!existsSync(secp256k1File))(
  'Wycheproof: secp256k1 with low s only',
  { timeout: slowMs },
  () => {
    const { testGroups } = JSON.parse(readFileSync(secp256k1File, 'utf8')) as EcdsaVectors;
    let tried = 0;
    for (const { publicKey, tests } of testGroups) {
      for (const { tcId, comment, msg, sig, result } of tests) {
        expect(verifyDer(publicKey.uncompressed, msg, sig), `${tcId} ${comment}`).toBe(
          result === 'valid',
        );
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(400);
  },
);

/** As the signer's library verifies what it has signed: prehash SHA-256, strict DER, low s. */
function verifyDer(publicKey: string, message: string, signature: string): boolean {
  try {
    return secp256k1.verify(
      Buffer.from(signature, 'hex'),
      Buffer.from(message, 'hex'),
      Buffer.from(publicKey, 'hex'),
      { format: 'der', lowS: true },
    );
  } catch {
    // Not a signature at all.
    return false;
  }
}

test.skipIf(!existsSync(bip39))('BIP-39: seeds and root keys of the English vectors', () => {
  const { english } = JSON.parse(readFileSync(bip39, 'utf8')) as { english: string[][] };
  for (const [, mnemonic, seed, xprv] of english) {
    const made = mnemonicToSeedSync(mnemonic ?? '', 'TREZOR');
    expect(Buffer.from(made).toString('hex')).toBe(seed);
    expect(HDKey.fromMasterSeed(made).privateExtendedKey).toBe(xprv);
  }
});

test.skipIf(!existsSync(bip32))('BIP-32: every chain of the test vectors', () => {
  const text = readFileSync(bip32, 'utf8').replaceAll('<sub>H</sub>', "'");
  let tried = 0;
  for (const vector of text.split(/===Test vector \d+===/).slice(1, 5)) {
    const seed = /Seed \(hex\): ([0-9a-f]+)/.exec(vector)?.[1] ?? '';
    const root = HDKey.fromMasterSeed(Buffer.from(seed, 'hex'));
    for (const [, path, xpub, xprv] of vector.matchAll(
      /\* Chain (m\S*)\n\*\* ext pub: (\S+)\n\*\* ext prv: (\S+)/g,
    )) {
      const node = root.derive(path ?? '');
      expect([node.publicExtendedKey, node.privateExtendedKey]).toEqual([xpub, xprv]);
      tried += 1;
    }
  }
  expect(tried).toBe(17);
});
