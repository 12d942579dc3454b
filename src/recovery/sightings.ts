import type { Database, Tx } from '../db/index.ts';
import type { Address, NodeSet, Sighting, TxHash } from '../networks/index.ts';
import type { EarlierSighting, Facts } from './diagnosis/index.ts';

/** A sighting as it is stored: with whose turn (nonce) the transaction had taken. */
export interface StoredSighting extends EarlierSighting {
  readonly sender: Address;
  readonly nonce: number;
}

/** Where a transaction was seen before, oldest first. */
export async function sightingsOf(database: Database, hash: TxHash): Promise<StoredSighting[]> {
  const rows = await database
    .selectFrom('sightings')
    .selectAll()
    .where('transaction_hash', '=', hash)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    network: row.network as EarlierSighting['network'],
    hash,
    blockHash: row.block_hash as TxHash,
    blockNumber: row.block_number,
    seenAt: row.at,
    sender: row.sender as Address,
    nonce: Number(row.nonce),
    source: 'Kaeru',
  }));
}

/** What the reader needs to notice that a block of then is no longer one of the chain. */
export function sightingOf(seen: readonly StoredSighting[], nodes: NodeSet): Sighting {
  const here = seen.find((sighting) => sighting.network === nodes.network.id);
  if (!here) return {};
  const { blockHash, blockNumber, sender, nonce } = here;
  return { blockHash, blockNumber, from: sender, nonce };
}

/** Remembers where the transaction is now; the newest sighting on a network replaces the earlier. */
export async function rememberSightings(tx: Tx, facts: Facts): Promise<void> {
  for (const { network, reading } of facts.networks) {
    if (reading.status !== 'found') continue;
    const { blockHash, blockNumber, from, nonce } = reading.transaction;
    if (blockHash === null || blockNumber === null) continue;
    const seen = {
      block_hash: blockHash,
      block_number: blockNumber,
      sender: from,
      nonce: BigInt(nonce),
      at: facts.asOf,
    };
    await tx
      .insertInto('sightings')
      .values({ network, transaction_hash: facts.hash, ...seen })
      .onConflict((on) => on.columns(['network', 'transaction_hash']).doUpdateSet(seen))
      .execute();
  }
}
