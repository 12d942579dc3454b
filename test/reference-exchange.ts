import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import type { JWK } from 'jose';
import { type Exchange, exchangeClient, type RequestKey } from '../src/exchange/index.ts';
import { type Clock, systemClock } from '../src/std/index.ts';

/** Assets of the reference exchange in tests, as its configuration writes them. */
export const testAssets = [
  listing('evm:1/native', 'ETH', 18, '10000000000000000', { JPY: '520000.5', USD: '3450.25' }),
  listing('evm:1/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599', 'WBTC', 8, '10000', {
    JPY: '18034500.25',
    USD: '119500',
  }),
  listing('evm:1/token:0xdac17f958d2ee523a2206206994597c13d831ec7', 'USDT', 6, '5000000', {
    JPY: '151.2',
    USD: '1.0002',
  }),
];

function listing(
  asset: string,
  symbol: string,
  decimals: number,
  minimumUnits: string,
  prices: { JPY: string; USD: string },
) {
  const listed = { from: '2021-04-01T00:00:00.000Z', to: null as string | null };
  const suspended: { from: string; to: string | null }[] = [];
  const formerContracts: string[] = [];
  const fee = { withdrawalFeeUnits: '50000', suspended, formerContracts };
  return { asset, symbol, decimals, minimumUnits, ...fee, listed, prices };
}

const mnemonic = 'test test test test test test test test test test test junk';
const phrase = HDKey.fromMasterSeed(mnemonicToSeedSync(mnemonic));

/** The account-level public key that the exchange derives its deposit addresses from. */
export const testXpub = phrase.derive("m/44'/60'/0'").publicExtendedKey;

/** A running reference exchange of this test's own, in its own folder. */
export interface TestExchange {
  readonly url: string;
  readonly issuer: string;
  readonly handoverKeys: readonly JWK[];
  readonly key: RequestKey;
  client(options?: { clock?: Clock; key?: RequestKey; timeoutMs?: number }): Exchange;
  admin(method: string, path: string, body: unknown): Promise<Response>;
  inbox(customer: string): Promise<{ subject: string; text: string; language: string }[]>;
  login(customer: string): Promise<string>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again in the same folder, at the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a reference exchange; `stop` it after. */
export async function testExchange(settings: object = {}): Promise<TestExchange> {
  const folder = mkdtempSync(join(tmpdir(), 'kaeru-exchange-'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = { id: 'kaeru-test', privateKey };
  const config = {
    issuer: 'https://exchange.example',
    handoverTo: 'http://127.0.0.1:3000/sessions/handover',
    kaeruKeys: [{ id: key.id, publicKey: publicKey.export({ type: 'spki', format: 'pem' }) }],
    network: 'evm:1',
    xpub: testXpub,
    ownAddresses: [
      { address: `0x${'a1'.repeat(20)}`, purpose: 'hot', control: { kind: 'key', keyId: 'hot-1' } },
    ],
    contractDeposits: { factory: `0x${'fa'.repeat(20)}`, initCodeHash: `0x${'01'.repeat(32)}` },
    assets: testAssets,
    ...settings,
  };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  let running = await launch(folder, '0');
  const { url, issuer, keys } = running.ready;
  const json = { accept: 'application/json' };
  return {
    ...{ url, issuer, handoverKeys: keys, key },
    client: (options = {}) => exchangeClient({ url, key, clock: systemClock, ...options }),
    admin: (method, path, body) =>
      fetch(`${url}/admin${path}`, {
        method,
        headers: { 'admin-token': readFileSync(join(folder, 'admin-token'), 'utf8') },
        body: JSON.stringify(body),
      }),
    inbox: async (customer) => {
      const answer = await fetch(`${url}/inbox/${customer}`, { headers: json });
      return ((await answer.json()) as { messages: never[] }).messages;
    },
    login: async (customer) => {
      const body = new URLSearchParams({ customer });
      const answer = await fetch(`${url}/login`, { method: 'POST', headers: json, body });
      return ((await answer.json()) as { token: string }).token;
    },
    kill: () => end(running.child, 'SIGKILL'),
    start: async () => {
      running = await launch(folder, new URL(url).port);
    },
    stop: async () => {
      await end(running.child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Ready {
  readonly url: string;
  readonly issuer: string;
  readonly keys: readonly JWK[];
}

async function launch(
  folder: string,
  port: string,
): Promise<{ child: ChildProcess; ready: Ready }> {
  const main = join(import.meta.dirname, '../reference-exchange/main.ts');
  const args = ['--folder', folder, '--config', join(folder, 'config.json'), '--port', port];
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ready: JSON.parse(line) as Ready };
  }
  throw new Error('the reference exchange ended before it was ready');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
