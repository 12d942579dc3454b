import { encodeFunctionData, type Hex } from 'viem';
import { contract } from '../../../../contracts/index.ts';
import { type Address, address } from '../../../networks/index.ts';
import { invariant, randomHex, sleep } from '../../../std/index.ts';
import type { DemoChain } from '../chain.ts';
import { deployerOn, deployments } from '../contracts.ts';
import { devAccounts } from '../dev-accounts.ts';
import type { Stage } from '../stage.ts';

/** The ways in which deposits are lost here, each of them the beginning of other ends. */
export type Loss =
  | 'wrong_network'
  | 'not_credited'
  | 'suspended'
  | 'burnt'
  | 'fake'
  | 'collectible';

/** A transfer to make: what kind, and to which deposit address. */
export interface ToSend {
  readonly loss: Loss;
  readonly to: Address;
}

const nowhere = address('0x000000000000000000000000000000000000dead');
const gas: Hex = '0x30d40';
/** So that the last of them is as final as the first. */
const confirmingBlocks: Hex = '0x5';
const minedWithinMs = 60_000;
const supply = 10n ** 30n;

type Token = 'wbtc' | 'paused' | 'liar';
const tokens: Readonly<Record<Exclude<Loss, 'collectible'>, Token>> = {
  wrong_network: 'wbtc',
  not_credited: 'wbtc',
  suspended: 'paused',
  burnt: 'wbtc',
  fake: 'liar',
};

interface Transaction {
  readonly from: Address;
  readonly to: Address;
  readonly data: Hex;
}

/**
 * Makes real deposits in numbers: each is a transaction of its own on a demo node, sent by the demo's
 * bank. Returns their hashes, in the order asked for.
 */
export async function sendDeposits(stage: Stage, all: readonly ToSend[]): Promise<Hex[]> {
  const { ethereum, unlisted } = stage;
  const paused = (on: boolean) =>
    ethereum.call({
      from: deployerOn(ethereum.chainId),
      ...{ on: 'paused', function: 'setPaused', args: [on] },
    });
  await paused(false);
  for (const [chain, name] of [
    [unlisted, 'wbtc'],
    [ethereum, 'wbtc'],
    [ethereum, 'paused'],
    [ethereum, 'liar'],
  ] as const) {
    const args = [devAccounts.bank, supply];
    await chain.call({ from: deployerOn(chain.chainId), on: name, function: 'mint', args });
  }
  const hashes: Hex[] = [];
  for (const chain of [unlisted, ethereum]) {
    const here = all.map((one, place) => ({ one, place })).filter(({ one }) => isOn(chain, one));
    const transactions = here.map(({ one, place }) => transactionOf(chain, one, place));
    const sent = await sendAll(chain, transactions);
    for (const [at, { place }] of here.entries()) hashes[place] = sent[at] as Hex;
  }
  await paused(true);
  return hashes;
}

function isOn(chain: DemoChain, { loss }: ToSend): boolean {
  return (chain.network === 'evm:61') === (loss === 'wrong_network');
}

function transactionOf(chain: DemoChain, { loss, to }: ToSend, place: number) {
  if (loss === 'collectible') {
    // A number that no earlier run, finished or not, has given away.
    const item = BigInt(`0x${randomHex(16)}`);
    return call(chain, 'frogs', deployerOn(chain.chainId), 'mint', [to, item]);
  }
  // From 0.02 to 2 of a coin with 8 decimals; from 20 to 2000 of the one with 18.
  const units = 2_000_000n * BigInt(1 + (place % 100));
  const whole = loss === 'suspended' ? units * 10n ** 13n : units;
  const recipient = loss === 'burnt' ? nowhere : to;
  return call(chain, tokens[loss], devAccounts.bank, 'transfer', [recipient, whole]);
}

function call(
  chain: DemoChain,
  on: Token | 'frogs',
  from: Address,
  functionName: string,
  args: readonly unknown[],
): Transaction {
  const { abi } = contract(deployments[on].contract);
  return { from, to: chain.at(on), data: encodeFunctionData({ abi, functionName, args }) };
}

/**
 * One after the other: a node that is sent many at once may lose one, and waits for it for ever. The
 * node gives the nonces out. Waits until all are in a block, deep enough to count.
 */
async function sendAll(chain: DemoChain, transactions: readonly Transaction[]): Promise<Hex[]> {
  const hashes: Hex[] = [];
  for (const transaction of transactions) {
    hashes.push(await chain.ask<Hex>('eth_sendTransaction', [{ ...transaction, gas }]));
  }
  await untilMined(chain, hashes);
  await chain.ask('anvil_mine', [confirmingBlocks]);
  return hashes;
}

async function untilMined(chain: DemoChain, hashes: readonly Hex[]): Promise<void> {
  const endsBy = performance.now() + minedWithinMs;
  for (const hash of hashes) {
    while (!(await chain.ask<object | null>('eth_getTransactionReceipt', [hash]))) {
      invariant(performance.now() < endsBy, `the node of ${chain.network} mines what it is sent`);
      await sleep(200);
    }
  }
}
