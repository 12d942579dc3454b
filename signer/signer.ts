import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AuditHeads } from './audit-heads.ts';
import { armCrash } from './crash-point.ts';
import { ownFolder } from './durable.ts';
import {
  type Answer,
  addressRequest,
  no,
  type SignerStatus,
  xpubRequest,
  yes,
} from './intent/index.ts';
import { Keys } from './keys.ts';
import { openKeystore, readPassphrase } from './keystore.ts';
import { type FolderLock, lockFolder } from './lock-folder.ts';
import { readPolicy, type SignedPolicy } from './policy.ts';
import { type SignatureReply, signLine } from './sign-line.ts';
import { SignatureStore } from './signature-store.ts';

/** `signer.json`: what the signer is started with. Paths are relative to its folder. */
export const configSchema = z.strictObject({
  version: z.literal(1),
  /** A demo signer made its own root key and approvers' keys, and may be crashed by tests. */
  demo: z.boolean(),
  rootPublicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  socket: z.string().min(1),
  keystoreFile: z.string().min(1),
  passphraseFile: z.string().min(1),
  policyFile: z.string().min(1),
});

export type SignerConfig = z.infer<typeof configSchema>;

/** An open signer. Every method takes what came over the wire and checks it itself. */
export interface Signer {
  readonly socketPath: string;
  /** Bytes of entries that a crash had left unfinished, and that opening cut off. */
  readonly cutBytes: number;
  addressOf(input: unknown): Answer<{ address: string }>;
  xpubOf(input: unknown): Answer<{ xpub: string }>;
  sign(input: unknown): Answer<SignatureReply>;
  signAuditHead(input: unknown): Answer<{ signature: string; publicKey: string }>;
  status(): SignerStatus;
  /**
   * Reads the policy file again: a next version that the root key signed counts from now on, and its
   * number comes back. Throws for any other, and goes on under the one that it has.
   */
  renewPolicy(): number;
  close(): void;
}

export interface SignerOptions {
  readonly folder: string;
  readonly now?: () => Date;
  /** Serves on this path instead of the configured one: a socket's path must be short. */
  readonly socketPath?: string | undefined;
  /** `<step>:before` or `<step>:after`; only a demo signer heeds it. */
  readonly crashAt?: string | undefined;
}

/**
 * Opens the signer of a folder: takes its lock, checks the policy's signature, decrypts the keys,
 * reads back everything ever signed. Throws, and signs nothing, when any of these fails.
 */
export function openSigner(options: SignerOptions): Signer {
  const { folder, now = () => new Date(), crashAt } = options;
  ownFolder(folder);
  const config = readConfig(folder);
  const socketPath = resolve(folder, options.socketPath ?? config.socket);
  const lock = lockFolder(folder);
  try {
    const at = (file: string) => resolve(folder, file);
    const passphrase = readPassphrase(at(config.passphraseFile));
    const keys = new Keys(openKeystore(at(config.keystoreFile), passphrase));
    const store = new SignatureStore(join(folder, 'signatures.jsonl'));
    const auditHeads = new AuditHeads(join(folder, 'audit-heads.jsonl'));
    const signed = startUnder(store, at(config.policyFile), config, now());
    armCrash(config.demo ? (crashAt ?? null) : null);
    const renew = () => startUnder(store, at(config.policyFile), config, now());
    return signerOf({ socketPath, config, lock, signed, renew, keys, store, auditHeads, now });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The policy of the file, if the root key signed it and no newer one was in force before. */
function startUnder(
  store: SignatureStore,
  path: string,
  { rootPublicKey }: SignerConfig,
  now: Date,
): SignedPolicy {
  const signed = readPolicy(path, rootPublicKey);
  const { version } = signed.policy;
  store.startUnder({ kind: 'policy', at: now.toISOString(), version, hash: signed.hash });
  return signed;
}

interface Parts {
  readonly socketPath: string;
  readonly config: SignerConfig;
  readonly lock: FolderLock;
  readonly signed: SignedPolicy;
  readonly renew: () => SignedPolicy;
  readonly keys: Keys;
  readonly store: SignatureStore;
  readonly auditHeads: AuditHeads;
  readonly now: () => Date;
}

function signerOf(parts: Parts): Signer {
  const { lock, keys, store, auditHeads, now } = parts;
  const startedAt = now().toISOString();
  let { signed } = parts;
  return {
    socketPath: parts.socketPath,
    cutBytes: store.cutBytes,
    addressOf: (input) => {
      const request = addressRequest.safeParse(input);
      if (!request.success) return no('request_malformed', { field: 'path' });
      return yes({ address: keys.addressOf(request.data.path) });
    },
    xpubOf: (input) => {
      const request = xpubRequest.safeParse(input);
      if (!request.success) return no('request_malformed', { field: 'path' });
      return yes({ xpub: keys.xpubOf(request.data.path) });
    },
    sign: (input) =>
      whileLocked(lock, () => signLine({ keys, policy: signed.policy, store, now }, input)),
    signAuditHead: (input) => whileLocked(lock, () => auditHeads.sign(keys, now(), input)),
    status: () => statusOf({ ...parts, signed }, startedAt),
    renewPolicy: () => {
      if (!lock.held()) throw new Error('the folder is no longer this signer’s');
      signed = parts.renew();
      return signed.policy.version;
    },
    close: () => {
      store.close();
      auditHeads.close();
      lock.release();
    },
  };
}

/** Signs only while the folder is ours, and never again once the disk has failed. */
function whileLocked<T>(lock: FolderLock, work: () => Answer<T>): Answer<T> {
  if (!lock.held()) return no('store_failed', { why: 'lock_lost' });
  return work();
}

function statusOf(
  { config, signed, keys, store, auditHeads }: Parts,
  startedAt: string,
): SignerStatus {
  const { version, approvalsMin, approvers } = signed.policy;
  return {
    demo: config.demo,
    rootPublicKey: config.rootPublicKey,
    auditPublicKey: keys.auditPublicKey,
    policy: {
      version,
      hash: signed.hash,
      approvalsMin,
      approvers,
    },
    store: store.head,
    auditHead: auditHeads.newest,
    startedAt,
  };
}

function readConfig(folder: string): SignerConfig {
  const path = join(folder, 'signer.json');
  if (!existsSync(path)) throw new Error(`${path} is missing; docs/reference/signer.md shows one`);
  const parsed = configSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} is wrong at '${parsed.error.issues[0]?.path.join('.')}'`);
}
