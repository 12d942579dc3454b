import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestSigner, testSigner } from '../test/signer.ts';
import { initDemoSigner } from './init.ts';
import { openKeystore } from './keystore.ts';
import { type Policy, policySchema, readPolicy, rootPublicKeyOf, writePolicy } from './policy.ts';

/** For tests that try hundreds of variants, on a machine that has other work too. */
const slowMs = 60_000;

let desk: TestSigner;
beforeAll(() => {
  desk = testSigner();
});
afterAll(() => desk.close());

const file = (name: string) => join(desk.folder, name);
const rootKey = () => readFileSync(file('demo-root-key.pem'), 'utf8');
const policyNow = () => readPolicy(file('policy.json'), rootPublicKeyOf(rootKey())).policy;

/** Puts another text in a file's place, and expects the signer not to start until it is back. */
function doesNotStart(name: string, text: string, why: RegExp): void {
  const good = readFileSync(file(name), 'utf8');
  writeFileSync(file(name), text);
  expect(() => desk.restart()).toThrow(why);
  writeFileSync(file(name), good);
  desk.restart();
}

describe('the policy', () => {
  test('altered by one byte anywhere, it does not start the signer', { timeout: slowMs }, () => {
    const good = readFileSync(file('policy.json'), 'utf8');
    for (let at = 0; at < good.length; at += 1) {
      const flipped = String.fromCharCode(good.charCodeAt(at) ^ 1);
      const text = `${good.slice(0, at)}${flipped}${good.slice(at + 1)}`;
      // White space outside of strings says nothing and is not signed.
      if (/\s/.test(good.charAt(at)) && /\s/.test(flipped)) continue;
      writeFileSync(file('policy.json'), text);
      expect(() => readPolicy(file('policy.json'), rootPublicKeyOf(rootKey())), text).toThrow();
    }
    writeFileSync(file('policy.json'), good);
  });

  test('unsigned, or signed by another key, it does not start the signer', () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    const pem = other.export({ format: 'pem', type: 'pkcs8' }).toString();
    const signed = file('other-policy.json');
    writePolicy(signed, { ...policyNow(), version: 99 }, pem);
    doesNotStart('policy.json', readFileSync(signed, 'utf8'), /not signed by the root key/);
    doesNotStart('policy.json', JSON.stringify({ policy: policyNow() }), /not a signed policy/);
    doesNotStart('policy.json', JSON.stringify(policyNow()), /not a signed policy/);
  });

  test('an older version does not come back, nor another of the same version', () => {
    const old = readFileSync(file('policy.json'), 'utf8');
    desk.changePolicy((policy) => ({ ...policy, planDaysMax: 10 }));
    doesNotStart('policy.json', old, /version 1, but version 2 was in force/);
    const twin = file('twin.json');
    writePolicy(twin, { ...policyNow(), planDaysMax: 20 }, rootKey());
    doesNotStart('policy.json', readFileSync(twin, 'utf8'), /two policies of version 2/);
  });

  test('four eyes can not be switched off, nor be one person’s', () => {
    const policy = policyNow();
    const [first, second] = policy.approvers as [
      Policy['approvers'][number],
      Policy['approvers'][number],
    ];
    const wrong: Partial<Record<keyof Policy, unknown>>[] = [
      { approvalsMin: 1 },
      { approvalsMin: 9 },
      { approvers: [first] },
      { approvers: [first, { ...second, person: first.person }] },
      { approvers: [first, { ...second, keys: first.keys }] },
      {
        approvers: [first, { person: second.person, keys: [{ ...first.keys[0], id: 'renamed' }] }],
      },
      { tiers: [{ asset: 'evm:1/native', aboveUnits: '1', approvals: 1 }] },
      { purposes: { return: { keys: ["m/44'/60'/*"] } } },
      { note: 'unknown' } as object,
    ];
    for (const change of wrong) {
      expect(policySchema.safeParse({ ...policy, ...change }).success, JSON.stringify(change)).toBe(
        false,
      );
    }
    expect(policySchema.safeParse(policy).success).toBe(true);
  });
});

describe('the keystore', () => {
  const secrets = () =>
    openKeystore(file('keystore.json'), readFileSync(file('demo-passphrase'), 'utf8').trim());

  test('opens with its passphrase only, and not when altered', () => {
    expect(secrets().mnemonic.split(' ')).toHaveLength(24);
    expect(() => openKeystore(file('keystore.json'), 'another passphrase')).toThrow(
      /does not open/,
    );
    const good = readFileSync(file('keystore.json'), 'utf8');
    const { kdf, cipher, ciphertext, version } = JSON.parse(good) as {
      kdf: { salt: string };
      cipher: { tag: string };
      ciphertext: string;
      version: number;
    };
    const flip = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    for (const altered of [
      { version, kdf: { ...kdf, salt: flip(kdf.salt) }, cipher, ciphertext },
      { version, kdf, cipher: { ...cipher, tag: flip(cipher.tag) }, ciphertext },
      { version, kdf, cipher: { ...cipher, tag: cipher.tag.slice(0, 8) }, ciphertext },
      { version, kdf, cipher, ciphertext: flip(ciphertext) },
      { version, kdf: { ...kdf, costLog2: 9 }, cipher, ciphertext },
    ]) {
      doesNotStart('keystore.json', JSON.stringify(altered), /does not open/);
    }
  });

  test('none of its words is in any other file, and none of the files is for others', () => {
    const { mnemonic, auditSeed } = secrets();
    for (const name of ['keystore.json', 'policy.json', 'signer.json', 'signatures.jsonl']) {
      const text = readFileSync(file(name), 'utf8');
      expect(text).not.toContain(mnemonic.split(' ').slice(0, 3).join(' '));
      expect(text).not.toContain(auditSeed);
      expect(statSync(file(name)).mode & 0o077, name).toBe(0);
    }
    expect(JSON.stringify(desk.signer().status())).not.toContain(
      mnemonic.split(' ').slice(0, 2).join(' '),
    );
  });
});

describe('the demo’s first start', () => {
  test('made again it changes nothing', () => {
    const names = [
      'keystore.json',
      'policy.json',
      'signer.json',
      'demo-passphrase',
      'demo-root-key.pem',
    ];
    const read = () => names.map((name) => readFileSync(file(name), 'utf8'));
    const before = read();
    desk.signer().close();
    initDemoSigner(desk.folder, { persons: ['staff-a', 'staff-b'] });
    expect(read()).toEqual(before);
    desk.restart();
  });

  test('a newly named approver gets a device and a policy of the next version', () => {
    const { version } = policyNow();
    desk.signer().close();
    initDemoSigner(desk.folder, { persons: ['staff-new'] });
    const { policy } = desk.restart().status();
    expect(policy.version).toBe(version + 1);
    expect(policy.approvers.map(({ person }) => person)).toEqual(
      expect.arrayContaining(['staff-a', 'staff-new']),
    );
    expect(readFileSync(file('demo-devices/staff-new.json'), 'utf8')).toContain('DEMO ONLY');
  });

  test('is not made under a signer that runs', () => {
    expect(() => initDemoSigner(desk.folder)).toThrow(/another signer/);
  });
});
