import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { sql } from 'kysely';
import {
  type AuditHead,
  type HeadSigner,
  type OutsideHeads,
  record,
  sequence,
} from '../src/audit/index.ts';
import { inTransaction, type Tx } from '../src/db/index.ts';
import { clockAt, done, secondMs } from '../src/std/index.ts';
import { testDatabase } from './postgres.ts';

/** Who writes the entries of these tests. */
export const actor = { kind: 'staff', id: 'sato', roles: [] } as const;

/** A signer as small as can be: an Ed25519 key, and the newest head in its own memory. */
export class Notary implements HeadSigner, OutsideHeads {
  newest: AuditHead | null = null;
  readonly #pair = generateKeyPairSync('ed25519');

  async sign(head: AuditHead) {
    this.newest = head;
    const signature = sign(null, this.#text(head), this.#pair.privateKey).toString('base64url');
    return done({ signature, publicKey: 'notary' });
  }

  isSigned(head: AuditHead & { readonly signature: string }): boolean {
    const signature = Buffer.from(head.signature, 'base64url');
    return verify(null, this.#text(head), this.#pair.publicKey, signature);
  }

  #text(head: AuditHead): Buffer {
    return Buffer.from(`${head.sequence} ${head.hash}`);
  }
}

/** An empty audit record in a database of its own, with a notary, and ways to write and to damage it. */
export async function openRecord() {
  const { database } = await testDatabase();
  const clock = clockAt('2026-11-22T00:00:00Z');
  const notary = new Notary();
  return {
    database,
    clock,
    notary,

    /** Writes one entry, and leaves it for the sequencer. */
    write: (subject = 'K-1') =>
      inTransaction(database, (tx) =>
        record(tx, { actor, clock }, { action: 'claim.read', subject }),
      ),

    /** Writes entries and chains them, in batches of `each` with a signed head after every one. */
    keep: async (count: number, each = 5): Promise<void> => {
      for (let written = 0; written < count; written += each) {
        await inTransaction(database, async (tx) => {
          for (let one = 0; one < Math.min(each, count - written); one += 1) {
            const details = { seen: written + one, what: '氏名' };
            await record(
              tx,
              { actor, clock },
              { action: 'personal.reveal', subject: 'K-1', details },
            );
          }
        });
        clock.advance(secondMs);
        await sequence(database, clock, notary);
      }
    },

    /** Does what the application can not: as the database's owner, with the triggers off. */
    around: (work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
      inTransaction(database, async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        return work(tx);
      }),

    entryAtNumber: async (number: bigint): Promise<string> => {
      const row = await database
        .selectFrom('audit_chain')
        .select('entry_id')
        .where('sequence', '=', number)
        .executeTakeFirstOrThrow();
      return row.entry_id;
    },
  };
}
