import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder, writeWhole } from './durable.ts';
import { personField } from './intent/fields.ts';
import { Keys, publicKeyText } from './keys.ts';
import { createKeystore, openKeystore, readPassphrase } from './keystore.ts';
import { lockFolder } from './lock-folder.ts';
import { type Policy, readPolicy, rootPublicKeyOf, writePolicy } from './policy.ts';
import type { SignerConfig } from './signer.ts';

const warning = 'DEMO ONLY: made at first start. Never use these keys for anything of worth.';

/** Staff who may approve in the demo world when nobody else is named. */
export const demoPersons = ['demo-approver-1', 'demo-approver-2'] as const;

export interface DemoSignerOptions {
  /** Staff ids of the approvers, two or more; those named before stay. */
  readonly persons?: readonly string[];
  /** Cost of the keystore's scrypt; tests take less. */
  readonly costLog2?: number;
  readonly now?: () => Date;
}

/** A demo approver's device: `demo-devices/<person>.json`. A real one never leaves its owner. */
export interface DemoDevice {
  readonly about: string;
  readonly person: string;
  readonly key: string;
  readonly publicKey: string;
  /** PKCS #8 PEM of an Ed25519 key. */
  readonly privateKey: string;
}

/**
 * Makes what the demo's signer needs and does not have yet: passphrase, seed, root key, approvers'
 * devices, signed policy. Each file is written whole, the policy and `signer.json` last, so a start
 * that was killed anywhere goes on where it stopped. Called again it changes nothing, except that
 * newly named approvers get a device and a policy of the next version.
 */
export function initDemoSigner(folder: string, options: DemoSignerOptions = {}): void {
  ownFolder(folder);
  ownFolder(join(folder, 'demo-devices'));
  const lock = lockFolder(folder);
  try {
    const now = options.now ?? (() => new Date());
    const files = demoFiles(folder);
    makeOnce(files.passphrase, () => `${randomBytes(32).toString('base64url')}\n`);
    if (!existsSync(files.keystore)) {
      const passphrase = readPassphrase(files.passphrase);
      const { costLog2 } = options;
      createKeystore({ path: files.keystore, passphrase, ...(costLog2 ? { costLog2 } : {}) });
    }
    makeOnce(files.rootKey, newEd25519Pem);
    const rootKeyPem = readFileSync(files.rootKey, 'utf8');
    const devices = (options.persons ?? demoPersons).map((person) =>
      demoDevice(folder, personField.parse(person)),
    );
    writeDemoPolicy(files, rootKeyPem, devices, now());
    makeOnce(files.config, () => `${JSON.stringify(demoConfig(rootKeyPem), null, 2)}\n`);
  } finally {
    lock.release();
  }
}

function demoFiles(folder: string) {
  return {
    passphrase: join(folder, 'demo-passphrase'),
    keystore: join(folder, 'keystore.json'),
    rootKey: join(folder, 'demo-root-key.pem'),
    policy: join(folder, 'policy.json'),
    config: join(folder, 'signer.json'),
  };
}

function demoConfig(rootKeyPem: string): SignerConfig {
  return {
    version: 1,
    demo: true,
    rootPublicKey: rootPublicKeyOf(rootKeyPem),
    socket: 'signer.sock',
    keystoreFile: 'keystore.json',
    passphraseFile: 'demo-passphrase',
    policyFile: 'policy.json',
  };
}

function demoDevice(folder: string, person: string): DemoDevice {
  const path = join(folder, 'demo-devices', `${person}.json`);
  makeOnce(path, () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const device: DemoDevice = {
      about: warning,
      person,
      key: `${person}:device`,
      publicKey: publicKeyText(publicKey),
      privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    };
    return `${JSON.stringify(device, null, 2)}\n`;
  });
  return JSON.parse(readFileSync(path, 'utf8')) as DemoDevice;
}

function writeDemoPolicy(
  files: ReturnType<typeof demoFiles>,
  rootKeyPem: string,
  devices: readonly DemoDevice[],
  now: Date,
): void {
  const known = existsSync(files.policy)
    ? readPolicy(files.policy, rootPublicKeyOf(rootKeyPem)).policy
    : null;
  const approvers = devices
    .filter(({ person }) => !known?.approvers.some((one) => one.person === person))
    .map(({ person, key, publicKey }) => ({
      person,
      keys: [{ id: key, kind: 'ed25519' as const, publicKey }],
    }));
  if (known && approvers.length === 0) return;
  const policy: Policy = known
    ? { ...known, version: known.version + 1, approvers: [...known.approvers, ...approvers] }
    : { ...demoPolicy(files), approvers };
  writePolicy(files.policy, { ...policy, issuedAt: now.toISOString() }, rootKeyPem);
}

/** Key paths of the demo: customers' deposit addresses, hot wallet, treasury, gas wallet. */
const deposits = "m/44'/60'/0'/0/*";
const hotWallet = "m/44'/60'/1'/0/0";
const treasury = "m/44'/60'/2'/0/0";
const gasWallet = "m/44'/60'/3'/0/0";

/** Limits roomy enough for the demo's stories, and tight enough to be met when one tries. */
function demoPolicy(files: ReturnType<typeof demoFiles>): Omit<Policy, 'approvers'> {
  const keys = new Keys(openKeystore(files.keystore, readPassphrase(files.passphrase)));
  const coin = 10n ** 18n;
  return {
    version: 1,
    issuedAt: new Date(0).toISOString(),
    approvalsMin: 2,
    tiers: [],
    limits: {
      assets: {
        'evm:1/native': {
          perTransactionUnits: String(1_000n * coin),
          perDayUnits: String(10_000n * coin),
        },
        'evm:61/native': {
          perTransactionUnits: String(1_000n * coin),
          perDayUnits: String(10_000n * coin),
        },
      },
      otherAssets: {
        perTransactionUnits: String(1_000_000n * coin),
        perDayUnits: String(100_000_000n * coin),
        linesPerDay: 1_000,
      },
    },
    feeWeiMaxPerPlan: { default: String(coin / 2n), chains: {} },
    gasLineWeiMax: { default: String(coin / 2n), chains: {} },
    purposes: {
      gas: { keys: [gasWallet] },
      return: { keys: [deposits, hotWallet] },
      sweep: { keys: [deposits], to: [keys.addressOf(treasury), keys.addressOf(hotWallet)] },
    },
    planDaysMax: 30,
    releases: [],
  };
}

function newEd25519Pem(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

function makeOnce(path: string, text: () => string): void {
  if (!existsSync(path)) writeWhole(path, text());
}
