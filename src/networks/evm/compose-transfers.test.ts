import { encodeFunctionData, erc20Abi, erc721Abi, erc1155Abi } from 'viem';
import { describe, expect, test } from 'vitest';
import { address, txHash } from '../address.ts';
import { networkIdOf } from '../network.ts';
import { networkById, networkByName } from '../registry.ts';
import { composeAttempted, composeTransfers } from './compose-transfers.ts';
import type { LoggedTransfer } from './decode-logs.ts';
import type { RawTransaction } from './decode-transaction.ts';

const network = networkById(networkIdOf(1));
const a = address(`0x${'a'.repeat(40)}`);
const b = address(`0x${'b'.repeat(40)}`);
const token = address(`0x${'7'.repeat(40)}`);
const words = () => ({ symbol: 'TKN', decimals: 6 });

function transaction(fields: Partial<RawTransaction>): RawTransaction {
  return {
    hash: txHash(`0x${'1'.repeat(64)}`),
    from: a,
    to: b,
    nonce: 0,
    value: 0n,
    input: '0x',
    gas: 100_000n,
    gasPrice: 1n,
    blockHash: null,
    ...fields,
  };
}

const attempted = (input: `0x${string}`) =>
  composeAttempted(network, transaction({ to: token, input }), words);

describe('what call data asks for', () => {
  test('transfer and transferFrom', () => {
    const abi = erc20Abi;
    expect(attempted(encodeFunctionData({ abi, functionName: 'transfer', args: [b, 5n] }))).toEqual(
      [
        {
          path: 'call',
          kind: 'token',
          token,
          tokenId: null,
          symbol: 'TKN',
          decimals: 6,
          from: a,
          to: b,
          amount: 5n,
          asset: `evm:1/token:${token}`,
        },
      ],
    );
    const args = [b, a, 6n] as const;
    expect(
      attempted(encodeFunctionData({ abi, functionName: 'transferFrom', args })),
    ).toMatchObject([{ kind: 'token', from: b, to: a, amount: 6n }]);
  });

  test('safeTransferFrom of both standards', () => {
    const one = { abi: erc721Abi, functionName: 'safeTransferFrom' } as const;
    for (const input of [
      encodeFunctionData({ ...one, args: [a, b, 42n] }),
      encodeFunctionData({ ...one, args: [a, b, 42n, '0x1234'] }),
    ]) {
      expect(attempted(input)).toMatchObject([{ kind: 'nft', tokenId: 42n, amount: 1n, to: b }]);
    }
    const many = { abi: erc1155Abi, functionName: 'safeTransferFrom' } as const;
    expect(attempted(encodeFunctionData({ ...many, args: [a, b, 42n, 3n, '0x'] }))).toMatchObject([
      { kind: 'nft', tokenId: 42n, amount: 3n, decimals: null },
    ]);
  });

  test('other calls, cut calls and dirty addresses ask for nothing', () => {
    const whole = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [b, 5n] });
    const dirty = whole.replace('a9059cbb000000', 'a9059cbb0000ff') as `0x${string}`;
    for (const input of ['0x', '0x12345678', whole.slice(0, -2), whole.slice(0, 12), dirty]) {
      expect(attempted(input as `0x${string}`)).toEqual([]);
    }
  });
});

describe('chains that log every move of their coin', () => {
  const zksync = networkByName('zksync');
  const coin = address(zksync?.nativeEcho ?? '');
  const bootloader = address('0x0000000000000000000000000000000000008001');
  const echo = (index: number, from: typeof a, to: typeof a, amount: bigint): LoggedTransfer => ({
    path: `log:${index}`,
    kind: 'token',
    token: coin,
    tokenId: null,
    from,
    to,
    amount,
  });

  test('are not counted twice, and their fee is no transfer', () => {
    if (!zksync) throw new Error('zksync is in the registry');
    const logged = [
      echo(0, a, bootloader, 9n),
      echo(1, a, b, 5n),
      { ...echo(2, a, b, 7n), token },
      echo(3, b, token, 2n),
      echo(4, bootloader, a, 1n),
    ];
    const transfers = composeTransfers(zksync, transaction({ value: 5n }), null, logged, [], words);
    expect(transfers.map(({ path, kind, to, amount }) => [path, kind, to, amount])).toEqual([
      ['native', 'native', b, 5n],
      ['log:2', 'token', b, 7n],
      ['log:3', 'inner', token, 2n],
    ]);
  });
});
