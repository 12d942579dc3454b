import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { diagnoseCommand } from '../../src/app/diagnose/index.ts';
import { type Address, address } from '../../src/networks/index.ts';
import type { ReasonCode } from '../../src/recovery/diagnosis/index.ts';
import { rich, startAnvil, type TestNode } from '../anvil.ts';

/**
 * Two real networks and a small exchange, for tests of the command as a script calls it. Ethereum is the
 * listed network, evm:61 the one that is not.
 */

export const hers = address(`0x${'a1'.repeat(20)}`);
export const his = address(`0x${'a2'.repeat(20)}`);
export const hotWallet = address(`0x${'a3'.repeat(20)}`);
export const forwarder = address(`0x${'a4'.repeat(20)}`);
export const retired = address(`0x${'a5'.repeat(20)}`);
export const stranger = address(`0x${'c1'.repeat(20)}`);
export const dead = address('0x000000000000000000000000000000000000dead');

/** A node with tokens on it, all of them held by `rich`. */
export interface Chain {
  readonly node: TestNode;
  readonly wbtc: Address;
  readonly oldWbtc: Address;
  readonly liar: Address;
  readonly pepe: Address;
  readonly inner: Address;
}

/** Both networks; set by `openNodes`. */
export const nodes = {} as { listed: Chain; unlisted: Chain };

let folder: string;

/** Starts both nodes and makes their tokens. */
export async function openNodes(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'kaeru-codes-'));
  [nodes.listed, nodes.unlisted] = await Promise.all([chain(1), chain(61)]);
}

/** Stops them, also when starting failed half-way. */
export async function closeNodes(): Promise<void> {
  await Promise.all([nodes.listed?.node.stop(), nodes.unlisted?.node.stop()]);
  await rm(folder, { recursive: true });
}

async function chain(chainId: number): Promise<Chain> {
  const node = await startAnvil(chainId);
  const made = {
    node,
    wbtc: await node.deploy('WrappedBitcoin'),
    oldWbtc: await node.deploy('MigratedToken', 'Old WBTC', 'WBTC', 8),
    liar: await node.deploy('LiarToken', 'Wrapped BTC', 'WBTC', 8),
    pepe: await node.deploy('MigratedToken', 'Pepe', 'PEPE', 8),
    inner: await node.deploy('InnerSender'),
  };
  for (const on of [made.wbtc, made.oldWbtc, made.liar, made.pepe]) {
    await node.call({
      on,
      contract: 'WrappedBitcoin',
      function: 'mint',
      args: [rich, 10n ** 15n],
    });
  }
  return made;
}

/** A key that the signer has derived again. */
export const key = { kind: 'key', rederived: 'yes' };
/** Handed out for Ethereum, long ago. */
export const onEthereum = [{ network: 'ethereum', from: '2020-01-01T00:00:00Z' }];

/** What the exchange knows; `change` replaces whole parts of it. */
export function knowledge(change: Record<string, unknown> = {}) {
  return {
    claimant: 'aoi',
    addresses: [
      { address: hers, customer: 'aoi', issued: onEthereum, control: key },
      { address: his, customer: 'ren', issued: onEthereum, control: key },
      { address: hotWallet, purpose: 'hot', issued: onEthereum, control: key },
      {
        address: forwarder,
        customer: 'aoi',
        issued: onEthereum,
        control: {
          kind: 'contract',
          factory: stranger,
          salt: '0x01',
          deployable: [{ network: 'evm:61', answer: 'yes' }],
        },
      },
      {
        address: retired,
        customer: 'aoi',
        issued: [{ network: 'ethereum', to: '2021-01-01T00:00:00Z' }],
        control: key,
      },
    ],
    assets: [{ network: 'ethereum', token: null, symbol: 'ETH', decimals: 18 }, bitcoin()],
    ...change,
  };
}

/** The listed bitcoin; `change` replaces what is said of it. */
export function bitcoin(change: Record<string, unknown> = {}) {
  return {
    network: 'ethereum',
    token: nodes.listed.wbtc,
    symbol: 'WBTC',
    decimals: 8,
    minimums: [{ units: '10000' }],
    formerTokens: [nodes.listed.oldWbtc],
    ...change,
  };
}

/** Knowledge of an exchange that lists nothing but that bitcoin. */
export function withBitcoin(change: Record<string, unknown>) {
  return knowledge({ assets: [bitcoin(change)] });
}

/** A reason as the command prints it. */
export interface ReasonJson {
  readonly code: ReasonCode;
  readonly outcome: string;
  readonly because: readonly { readonly fact: string; readonly value: string }[];
  readonly change: { readonly code: string };
  readonly wouldChange: string;
}

/** What the command is called with. */
export interface Asked {
  readonly hash: string;
  readonly facts?: unknown;
  readonly rpc?: readonly string[];
}

/** The command's answer, and every code that stands anywhere in its JSON. */
export async function ask({ hash, facts = knowledge(), rpc }: Asked) {
  const file = join(folder, 'facts.json');
  await writeFile(file, JSON.stringify(facts));
  const urls = rpc ?? [`ethereum=${nodes.listed.node.url}`, `evm:61=${nodes.unlisted.node.url}`];
  let text = '';
  const exit = await diagnoseCommand(
    ['--tx', hash, '--facts', file, '--json', ...urls.flatMap((one) => ['--rpc', one])],
    { stdout: { write: (more) => (text += more) }, stderr: { write: (more) => (text += more) } },
  );
  const json = JSON.parse(text) as { answer: ReasonJson; found: unknown[] };
  const codes = [...text.matchAll(/"code": "([A-Z_]+)"/g)].map(([, code]) => code as ReasonCode);
  return { exit, json, answer: json.answer, codes };
}

/** One code, shown by a transaction, and a near miss by another. */
export interface Shown {
  readonly code: ReasonCode;
  readonly outcome: string;
  readonly because: string;
  readonly wouldChange: string;
  readonly does: () => Promise<Asked>;
  readonly nearMiss: string;
  readonly instead: ReasonCode;
  readonly nearly: () => Promise<Asked>;
}

/** Sends both, asks about both, and compares. */
export async function check(shown: Shown): Promise<void> {
  const { answer } = await ask(await shown.does());
  const { code, outcome, because, change, wouldChange } = answer;
  const deciding = `${because[0]?.fact}=${because[0]?.value}`;
  expect({ code, outcome, because: deciding, wouldChange: change.code }).toMatchObject({
    code: shown.code,
    outcome: shown.outcome,
    because: expect.stringContaining(shown.because),
    wouldChange: shown.wouldChange,
  });
  expect(wouldChange).not.toBe('');

  const near = await ask(await shown.nearly());
  expect(near.codes, shown.nearMiss).not.toContain(shown.code);
  expect(near.answer.code, shown.nearMiss).toBe(shown.instead);
}
