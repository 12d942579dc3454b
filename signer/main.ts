import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ownFolder } from './durable.ts';
import { enrolDemoKey } from './enrol.ts';
import { initDemoSigner } from './init.ts';
import { createKeystore, readPassphrase } from './keystore.ts';
import { writePolicy } from './policy.ts';
import { type Log, serve } from './serve.ts';
import { openSigner, type Signer } from './signer.ts';

const usage = `node signer/main.ts start --folder DIR [--socket PATH] [--demo [--approver STAFF_ID ...]]
    serves the signer of DIR; with --demo first makes what it needs
node signer/main.ts init-demo --folder DIR [--approver STAFF_ID ...]
node signer/main.ts import --folder DIR --passphrase-file FILE --mnemonic-file FILE
    makes the encrypted keystore of DIR from a BIP-39 phrase of 24 words
node signer/main.ts enrol-demo --folder DIR --key FILE
    adds an approver's key ({ person, key }) to the demo's policy, as its next version
node signer/main.ts sign-policy --policy FILE --root-key FILE --out FILE
    offline: checks a policy and signs it with the root key (Ed25519, PKCS #8 PEM)
A signer that runs takes up the next version of its policy at SIGHUP.`;

const log: Log = (line) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
};

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      socket: { type: 'string' },
      demo: { type: 'boolean', default: false },
      approver: { type: 'string', multiple: true },
      'passphrase-file': { type: 'string' },
      'mnemonic-file': { type: 'string' },
      policy: { type: 'string' },
      'root-key': { type: 'string' },
      out: { type: 'string' },
      key: { type: 'string' },
    },
  });
}

type Flags = ReturnType<typeof readArguments>['values'];

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  switch (positionals[0]) {
    case 'start':
      return start(values);
    case 'init-demo':
      return initDemo(values);
    case 'enrol-demo':
      return enrolDemoKey(
        needed(values, 'folder'),
        JSON.parse(readFileSync(needed(values, 'key'), 'utf8')),
      );
    case 'import':
      return importKeystore(values);
    case 'sign-policy':
      return writePolicy(
        needed(values, 'out'),
        JSON.parse(readFileSync(needed(values, 'policy'), 'utf8')),
        readFileSync(needed(values, 'root-key'), 'utf8'),
      );
    default:
      throw new Error(usage);
  }
}

async function start(values: Flags): Promise<void> {
  if (values.demo) initDemo(values);
  const folder = needed(values, 'folder');
  const signer = openSigner({
    folder,
    crashAt: process.env['KAERU_CRASH'],
    socketPath: values.socket,
  });
  const server = await serve(signer, log);
  const { cutBytes, socketPath } = signer;
  log({ event: 'ready', pid: process.pid, socketPath, ...(cutBytes > 0 ? { cutBytes } : {}) });
  const stop = () => {
    server.close(() => {
      signer.close();
      process.exit(0);
    });
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.on('SIGHUP', () => renewPolicy(signer));
}

/** A policy that may not be taken up changes nothing: the signer goes on under the one it has. */
function renewPolicy(signer: Signer): void {
  try {
    log({ event: 'policy_renewed', version: signer.renewPolicy() });
  } catch (error) {
    log({ event: 'policy_refused', why: error instanceof Error ? error.message : 'failed' });
  }
}

function initDemo(values: Flags): void {
  const { approver: persons } = values;
  initDemoSigner(needed(values, 'folder'), persons ? { persons } : {});
}

function importKeystore(values: Flags): void {
  const folder = needed(values, 'folder');
  const path = join(folder, 'keystore.json');
  ownFolder(folder);
  if (existsSync(path)) throw new Error(`${path} is there already. Keys are never overwritten.`);
  const words = readFileSync(needed(values, 'mnemonic-file'), 'utf8');
  createKeystore({
    path,
    passphrase: readPassphrase(needed(values, 'passphrase-file')),
    mnemonic: words.trim().split(/\s+/).join(' '),
  });
}

function needed(values: Flags, name: Exclude<keyof Flags, 'demo' | 'approver'>): string {
  const value = values[name];
  if (value === undefined) throw new Error(`--${name} is missing.\n${usage}`);
  return value;
}

main().catch((error: unknown) => {
  process.stderr.write(`signer: ${error instanceof Error ? error.message : 'failed'}\n`);
  process.exitCode = 1;
});
