import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testNodeSet } from '../../../test/node-set.ts';
import type { OddNode } from '../../../test/odd-node.ts';
import {
  type RecordedBlock,
  recordedBlock,
  startReplayServer,
  type TransactionRow,
} from '../../../test/replay-server.ts';
import { withoutData } from '../../../test/shared-data.ts';
import { type TxHash, txHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { ChainTransaction } from '../reading.ts';
import { readTransaction } from './read-transaction.ts';

const found = recordedBlock();
if (found) describe('recorded block 17173049', () => readsAll(found));
else test.skip(`recorded block 17173049 (${withoutData})`, () => {});

function readsAll(recorded: RecordedBlock): void {
  const { block, transactions, transfers } = recorded;
  let server: OddNode;
  let set: NodeSet;

  beforeAll(async () => {
    server = await startReplayServer(recorded, { blocksAfter: 100 });
    set = testNodeSet([server.url]);
  });
  afterAll(() => server.stop());

  const read = async (hash: string | undefined) => await readFrom(set, hash);

  test('all 116 transactions and their 114 token transfers, to the last unit', async () => {
    let tokenTransfers = 0;
    for (const row of transactions) {
      const transaction = await read(row.hash);
      const told = tokenTransfersOf(transaction);
      expect(told).toEqual(expectedOf(recorded, row));
      tokenTransfers += told.length;
      const native = transaction.transfers.find((transfer) => transfer.kind === 'native');
      expect(native?.amount ?? 0n).toBe(row.receipt_status === 1 ? BigInt(row.value) : 0n);
      expect(transaction).toMatchObject({
        state: row.receipt_status === 1 ? 'succeeded' : 'reverted',
        nonce: row.nonce,
        blockHash: block.hash,
        blockTime: new Date('2023-05-02T12:19:59Z'),
        confirmations: 101,
        final: true,
      });
    }
    expect(transactions).toHaveLength(116);
    expect(tokenTransfers).toBe(114);
  });

  test('values beyond floating point are exact', async () => {
    const large = transfers.filter((transfer) => typeof transfer.value === 'bigint');
    expect(large.length).toBeGreaterThan(45);
    const told = await read(transfers[1]?.transaction_hash);
    expect(told.transfers.find((one) => one.path === 'log:1')?.amount).toBe(
      150188698577042438264952193024n,
    );
  });

  test('without traces it says so, but where no code ran', async () => {
    const plain = transactions.find((row) => row.receipt_gas_used === 21_000);
    const called = transactions.find((row) => row.receipt_gas_used > 100_000);
    expect(await read(plain?.hash)).toMatchObject({ traced: true });
    expect(await read(called?.hash)).toMatchObject({ traced: false });
  });

  test('the three that failed moved nothing', async () => {
    const failed = transactions.filter((row) => row.receipt_status === 0);
    expect(failed).toHaveLength(3);
    for (const row of failed) {
      expect(await read(row.hash)).toMatchObject({ state: 'reverted', transfers: [] });
    }
  });

  test('a hash that it does not know is not found', async () => {
    const unknown = txHash(`0x${'0'.repeat(64)}`);
    expect(await readTransaction(set, unknown)).toEqual({ status: 'not_found' });
  });
}

async function readFrom(set: NodeSet, hash: string | undefined): Promise<ChainTransaction> {
  const reading = await readTransaction(set, hash as TxHash);
  if (reading.status !== 'found') throw new Error(`${hash} is ${reading.status}`);
  return reading.transaction;
}

/** The recorder puts the id of an ERC-721 where the amount is. */
function tokenTransfersOf(transaction: ChainTransaction) {
  return transaction.transfers
    .filter((transfer) => transfer.token !== null)
    .map(({ path, token, from, to, tokenId, amount }) => ({
      path,
      token,
      from,
      to,
      value: tokenId ?? amount,
    }));
}

/** The recorder counts logs through the block; a path counts them from its own transaction's first. */
function expectedOf(recorded: RecordedBlock, row: TransactionRow) {
  const own = recorded.logs.filter((log) => log.transaction_hash === row.hash);
  return recorded.transfers
    .filter((transfer) => transfer.transaction_hash === row.hash)
    .map((transfer) => ({
      path: `log:${transfer.log_index - (own[0]?.log_index ?? 0)}`,
      token: transfer.token_address,
      from: transfer.from_address,
      to: transfer.to_address,
      value: BigInt(transfer.value),
    }));
}
