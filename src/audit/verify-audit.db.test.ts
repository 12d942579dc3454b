import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRecord } from '../../test/audit-record.ts';
import type { Tx } from '../db/index.ts';
import { done, minuteMs, newId, type Outcome, refuse } from '../std/index.ts';
import { type AuditFinding, type OutsideHeads, sequence, verifyAudit } from './index.ts';
import { linkHash } from './link.ts';

let book: Awaited<ReturnType<typeof openRecord>>;
beforeEach(async () => {
  book = await openRecord();
});
afterEach(() => book.database.destroy());

async function findings(
  outside: Outcome<OutsideHeads> = done(book.notary),
): Promise<AuditFinding[]> {
  return [...(await verifyAudit(book.database, book.clock, outside)).findings];
}

describe('the verifier finds nothing wrong', () => {
  test('with an empty record, with one that is whole, and with entries of this moment', async () => {
    expect(await findings()).toEqual([]);
    await book.keep(23);
    await book.write();
    const whole = await verifyAudit(book.database, book.clock, done(book.notary));
    expect(whole).toEqual({ links: 23n, heads: 5n, findingsTotal: 0, findings: [] });
  });

  test('with a head that the signer keeps and the database lost in a crash', async () => {
    await book.keep(10);
    await book.around((tx) => tx.deleteFrom('audit_heads').where('sequence', '=', 10n).execute());
    expect(await findings()).toEqual([]);
  });
});

describe('the verifier names', () => {
  test.each([
    ['who', sql`actor_id = 'mori'`],
    ['what', sql`action = 'claim.read'`],
    ['one character of the subject', sql`subject = 'K-2'`],
    ['one number of the details', sql`details = jsonb_set(details, '{seen}', '99')`],
    ['a microsecond', sql`at = at + interval '1 microsecond'`],
    ['a number too large for JavaScript', sql`details = details || '{"n": 9007199254740993}'`],
  ])('a changed row: %s', async (_, change) => {
    await book.keep(12);
    const entry = await book.entryAtNumber(7n);
    await book.around((tx) =>
      sql`update audit_entries set ${change} where id = ${entry}`.execute(tx),
    );
    expect(await findings()).toEqual([{ kind: 'entry_changed', sequence: '7', entry }]);
  });

  test('a deleted row', async () => {
    await book.keep(12);
    const entry = await book.entryAtNumber(3n);
    await book.around((tx) => tx.deleteFrom('audit_entries').where('id', '=', entry).execute());
    expect(await findings()).toEqual([{ kind: 'entry_missing', sequence: '3', entry }]);
  });

  test('a row deleted with its link, and a change right behind it', async () => {
    await book.keep(12);
    const [gone, changed] = [await book.entryAtNumber(6n), await book.entryAtNumber(7n)];
    await book.around(async (tx) => {
      await tx.deleteFrom('audit_entries').where('id', '=', gone).execute();
      await tx.deleteFrom('audit_chain').where('sequence', '=', 6n).execute();
      await tx
        .updateTable('audit_entries')
        .set({ subject: 'K-9' })
        .where('id', '=', changed)
        .execute();
    });
    expect(await findings()).toEqual([
      { kind: 'links_missing', from: '6', to: '6' },
      { kind: 'entry_changed', sequence: '7', entry: changed },
    ]);
  });

  test('a row deleted while it waited for the sequencer', async () => {
    await book.write();
    const [row] = await book.database.selectFrom('audit_entries').select('id').execute();
    await book.around((tx) => tx.deleteFrom('audit_entries').execute());
    await sequence(book.database, book.clock, book.notary);
    expect(await findings()).toEqual([{ kind: 'entry_missing', sequence: '-', entry: row?.id }]);
  });

  test('a cut end, also when the heads in the database are cut with it', async () => {
    await book.keep(12);
    await book.around(async (tx) => {
      await sql`delete from audit_entries where id in
        (select entry_id from audit_chain where sequence > 9)`.execute(tx);
      await tx.deleteFrom('audit_chain').where('sequence', '>', 9n).execute();
    });
    const cut = { kind: 'tail_missing', from: '10', to: '12' };
    expect(await findings()).toEqual([cut]);
    await book.around((tx) => tx.deleteFrom('audit_heads').where('sequence', '>', 9n).execute());
    expect(await findings()).toEqual([cut]);
  });

  test('a row slipped in, with an old date or without the queue', async () => {
    await book.keep(5);
    const entry: string = newId();
    await book.around((tx) =>
      tx
        .insertInto('audit_entries')
        .values({
          id: entry,
          at: new Date('2026-11-01T00:00:00Z'),
          actor_kind: 'staff',
          actor_id: 'sato',
          action: 'claim.read',
          subject: 'K-1',
          details: '{}',
        })
        .execute(),
    );
    expect(await findings()).toEqual([
      { kind: 'entry_unsequenced', entry, at: '2026-11-01T00:00:00.000Z' },
    ]);
  });

  test('a sequencer that stands still', async () => {
    await book.write();
    expect(await findings()).toEqual([]);
    book.clock.advance(minuteMs);
    expect(await findings()).toMatchObject([{ kind: 'entry_unsequenced' }]);
  });

  test('a link whose hash was made to fit a changed row', async () => {
    await book.keep(12);
    await book.around((tx) => rewrite(tx, 7n, 7n));
    expect(await findings()).toEqual([
      { kind: 'link_broken', sequence: '8', entry: await book.entryAtNumber(8n) },
    ]);
  });

  test('a record rewritten without a seam, by the heads that were signed before', async () => {
    await book.keep(15);
    await book.around((tx) => rewrite(tx, 7n, 15n));
    expect(await findings()).toEqual([{ kind: 'record_rewritten', from: '6', to: '10' }]);
  });

  test('heads rewritten with the record, by their signatures and the signer’s own head', async () => {
    await book.keep(10);
    await book.around(async (tx) => {
      await rewrite(tx, 7n, 10n);
      await sql`update audit_heads h set hash = c.hash from audit_chain c
        where c.sequence = h.sequence`.execute(tx);
    });
    expect(await findings()).toEqual([
      { kind: 'head_not_signed', sequence: '10' },
      { kind: 'record_rewritten', from: '6', to: '10' },
    ]);
  });

  test('that the signed heads could not be read', async () => {
    await book.keep(5);
    expect(await findings(refuse('signer_unreachable'))).toEqual([
      { kind: 'heads_unread', why: 'signer_unreachable' },
    ]);
  });
});

/** Changes entry `from` and makes every hash from there to `to` fit it, as a patient intruder would. */
async function rewrite(tx: Tx, from: bigint, to: bigint): Promise<void> {
  for (let number = from; number <= to; number += 1n) {
    const row = await tx
      .selectFrom('audit_chain')
      .innerJoin('audit_entries', 'id', 'entry_id')
      .select(['id', 'actor_kind', 'actor_id', 'action', 'subject', 'entry_id'])
      .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'))
      .select(sql<string>`details::text`.as('details'))
      .where('sequence', '=', number)
      .executeTakeFirstOrThrow();
    const link = number === from ? { ...row, subject: 'K-9' } : row;
    const before = await tx
      .selectFrom('audit_chain')
      .select('hash')
      .where('sequence', '=', number - 1n)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('audit_entries')
      .set({ subject: link.subject })
      .where('id', '=', link.entry_id)
      .execute();
    await tx
      .updateTable('audit_chain')
      .set({ previous_hash: before.hash, hash: linkHash(before.hash, number, link) })
      .where('sequence', '=', number)
      .execute();
  }
}
