import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractName } from '../../../contracts/index.ts';
import { other, rich, startAnvil, type TestNode } from '../../../test/anvil.ts';
import { testNodeSet } from '../../../test/node-set.ts';
import { startLiar } from '../../../test/odd-node.ts';
import { type Address, address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import { readToken } from './read-token.ts';
import { simulateTransfer } from './simulate-transfer.ts';

const hers = address('0x00000000000000000000000000000000000a1c00');
const ether = 10n ** 18n;

let node: TestNode;
let set: NodeSet;

beforeAll(async () => {
  node = await startAnvil(1);
  set = testNodeSet([node.url]);
});
afterAll(() => node.stop());

async function tokenOf(name: ContractName, units: bigint, holder = rich): Promise<Address> {
  const token = await node.deploy(name);
  await node.call({ on: token, contract: name, function: 'mint', args: [holder, units] });
  return token;
}

describe('a transfer is tried before it is made, and judged by balances', () => {
  const tries = async (token: Address | null, amount: bigint, to = hers, from = rich) =>
    await simulateTransfer(set, { token, from, to, amount });

  test('coins and honest tokens move exactly', async () => {
    expect(await tries(null, ether)).toMatchObject({ status: 'moves' });
    expect(await tries(await tokenOf('WrappedBitcoin', 500n), 500n)).toMatchObject({
      status: 'moves',
    });
  });

  test('a token that returns no value moves all the same', async () => {
    expect(await tries(await tokenOf('TetherLike', 500n), 500n)).toMatchObject({ status: 'moves' });
  });

  test('a token that keeps a part says how much arrives', async () => {
    const token = await tokenOf('FeeOnTransfer', 1_000n, other);
    expect(await tries(token, 1_000n, hers, other)).toMatchObject({
      status: 'moves_less',
      received: 990n,
    });
  });

  test('a token that answers false moves nothing, whatever it logs', async () => {
    for (const name of ['ReturnsFalse', 'ReturnsFalseAndLies'] as const) {
      expect(await tries(await tokenOf(name, 500n), 500n)).toMatchObject({
        status: 'returns_false',
      });
    }
  });

  test('a paused token reverts, and is known to be paused', async () => {
    const token = await tokenOf('PausedToken', 500n);
    expect(await tries(token, 500n)).toMatchObject({ status: 'moves' });
    const pause = { on: token, contract: 'PausedToken', function: 'setPaused' } as const;
    await node.call({ ...pause, args: [true] });
    expect(await tries(token, 500n)).toMatchObject({ status: 'reverts', paused: true });
    expect(await readToken(set, token)).toMatchObject({ status: 'read', token: { paused: true } });
  });

  test('more than there is, a contract that takes no coins, and no contract at all', async () => {
    const token = await tokenOf('WrappedBitcoin', 500n);
    expect(await tries(token, 501n)).toMatchObject({ status: 'reverts', paused: false });
    const closed = await node.deploy('NoReceive');
    expect(await tries(null, 1n, closed)).toMatchObject({ status: 'reverts' });
    expect(await tries(hers, 1n, other)).toMatchObject({ status: 'moves_nothing' });
    expect(await tries(null, 1n, other, hers)).toMatchObject({ status: 'reverts' });
  });

  test('a token whose fee goes to the sender: neither balance is believed alone', async () => {
    const token = await tokenOf('FeeOnTransfer', 1_000n);
    expect(await tries(token, 1_000n)).toMatchObject({
      status: 'moves_otherwise',
      received: 990n,
      spent: 990n,
    });
  });

  test('from and to the same address: nothing moves', async () => {
    expect(await tries(null, 1n, rich)).toMatchObject({ status: 'moves_nothing' });
  });

  test('a node that says otherwise makes it unread', async () => {
    const token = await tokenOf('FeeOnTransfer', 1_000n);
    const amount = (units: number) => units.toString(16).padStart(64, '0');
    const notes = [0, 1_000, 1_000, 0, 1, 1].map(amount).join('');
    const liar = await startLiar(node.url, ({ method, params }) =>
      method === 'eth_call' && params.length === 3 ? `0x${notes}` : undefined,
    );
    const both = testNodeSet([node.url, liar.url]);
    const order = { token, from: rich, to: hers, amount: 1_000n };
    expect(await simulateTransfer(testNodeSet([liar.url]), order)).toMatchObject({
      status: 'moves',
    });
    expect(await simulateTransfer(both, order)).toMatchObject({
      status: 'unread',
      why: 'disagree',
    });
    await liar.stop();
  });
});
