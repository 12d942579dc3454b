import { sql } from 'kysely';
import { type Database, inTransaction, type Tx } from '../db/index.ts';
import type { Clock, Outcome } from '../std/index.ts';
import { entryAt, entryDetails, genesisHash, linkHash } from './link.ts';

/** The newest link of the chain: whoever knows it knows whether anything before it was changed. */
export interface AuditHead {
  readonly sequence: bigint;
  readonly hash: string;
}

/** Signs a head outside the database, and keeps it there. `custody` asks the signer. */
export interface HeadSigner {
  sign(
    head: AuditHead,
  ): Promise<Outcome<{ readonly signature: string; readonly publicKey: string }>>;
}

/** What one round of the sequencer did. */
export interface Sequenced {
  /** How many entries were chained now. */
  readonly chained: number;
  /** Null while the record is empty. */
  readonly head: AuditHead | null;
  /** `refused` names the signer's reason: the head is signed at a later call. */
  readonly signed: 'now' | 'before' | { readonly refused: string };
}

const batchMax = 1_000;
const batchesMax = 100;
/** Any number that nothing else in the database locks. */
const sequencerLock = 7_205_812;

/**
 * Chains the entries that wait, and has the new head signed. Call it every second; many processes
 * may, and one at a time does the work. Entries are chained in the order they were written in, but for
 * those that committed late: they come after younger ones.
 */
export async function sequence(
  database: Database,
  clock: Clock,
  signer: HeadSigner,
): Promise<Sequenced> {
  let chained = 0;
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const count = await inTransaction(database, chainBatch);
    chained += count;
    if (count < batchMax) break;
  }
  const head = await newestHead(database);
  return { chained, head, signed: head ? await signHead(database, clock, signer, head) : 'before' };
}

async function chainBatch(tx: Tx): Promise<number> {
  const lock = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(${sequencerLock}) as mine`.execute(tx);
  if (!lock.rows[0]?.mine) return 0;
  const entries = await tx
    .selectFrom('audit_waiting')
    .innerJoin('audit_entries', 'audit_entries.id', 'audit_waiting.entry_id')
    .select(['position', 'id', 'actor_kind', 'actor_id', 'action', 'subject'])
    .select([entryAt.as('at'), entryDetails.as('details')])
    .orderBy('position')
    .limit(batchMax)
    .execute();
  if (entries.length === 0) return 0;
  let head = (await newestHead(tx)) ?? { sequence: 0n, hash: genesisHash };
  const links = entries.map((entry) => {
    const previous = head;
    const sequence = previous.sequence + 1n;
    head = { sequence, hash: linkHash(previous.hash, sequence, entry) };
    return { sequence, entry_id: entry.id, previous_hash: previous.hash, hash: head.hash };
  });
  await tx.insertInto('audit_chain').values(links).execute();
  const positions = entries.map((entry) => entry.position.toString());
  await sql`delete from audit_waiting where position = any (${positions}::bigint[])`.execute(tx);
  return entries.length;
}

async function newestHead(database: Database | Tx): Promise<AuditHead | null> {
  const row = await database
    .selectFrom('audit_chain')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function signHead(
  database: Database,
  clock: Clock,
  signer: HeadSigner,
  head: AuditHead,
): Promise<Sequenced['signed']> {
  const earlier = await database
    .selectFrom('audit_heads')
    .select('sequence')
    .where('sequence', '>=', head.sequence)
    .limit(1)
    .executeTakeFirst();
  if (earlier) return 'before';
  const answer = await signer.sign(head);
  if (!answer.ok) return { refused: answer.code };
  await database
    .insertInto('audit_heads')
    .values({
      sequence: head.sequence,
      hash: head.hash,
      public_key: answer.value.publicKey,
      signature: answer.value.signature,
      at: clock.now(),
    })
    .onConflict((conflict) => conflict.column('sequence').doNothing())
    .execute();
  return 'now';
}
