import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actor, openRecord } from '../../test/audit-record.ts';
import { inTransaction } from '../db/index.ts';
import { done, minuteMs, refuse, secondMs } from '../std/index.ts';
import { type HeadSigner, record, sequence, verifyAudit } from './index.ts';
import { genesisHash, linkHash } from './link.ts';

let book: Awaited<ReturnType<typeof openRecord>>;
beforeEach(async () => {
  book = await openRecord();
});
afterEach(() => book.database.destroy());

describe('the sequencer', () => {
  test('chains every entry once, whoever else chains at the same time', async () => {
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let one = 0; one < 25; one += 1) {
        await book.write(`K-${writer}-${one}`);
      }
    });
    const sequencers = Array.from({ length: 3 }, async () => {
      for (let one = 0; one < 20; one += 1) await sequence(book.database, book.clock, book.notary);
    });
    await Promise.all([...writers, ...sequencers]);
    await sequence(book.database, book.clock, book.notary);
    book.clock.advance(minuteMs);
    expect(await verifyAudit(book.database, book.clock, done(book.notary))).toMatchObject({
      links: 200n,
      findings: [],
    });
  });

  test('takes an entry that commits after younger ones were chained', async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const slow = inTransaction(book.database, async (tx) => {
      await record(tx, { actor, clock: book.clock }, { action: 'claim.read', subject: 'slow' });
      await held;
    });
    book.clock.advance(secondMs);
    await book.keep(3);
    commit();
    await slow;
    expect(await sequence(book.database, book.clock, book.notary)).toMatchObject({
      chained: 1,
      signed: 'now',
    });
    book.clock.advance(minuteMs);
    expect(await verifyAudit(book.database, book.clock, done(book.notary))).toMatchObject({
      links: 4n,
      findingsTotal: 0,
    });
  });

  test('goes on without the signer, and has the head signed when it is back', async () => {
    const down: HeadSigner = { sign: async () => refuse('signer_unreachable') };
    await book.write();
    const without = await sequence(book.database, book.clock, down);
    expect(without).toMatchObject({ chained: 1, signed: { refused: 'signer_unreachable' } });
    expect(await sequence(book.database, book.clock, book.notary)).toMatchObject({
      chained: 0,
      signed: 'now',
    });
    expect(await sequence(book.database, book.clock, book.notary)).toMatchObject({
      chained: 0,
      signed: 'before',
    });
  });

  test('hashes as it always has', () => {
    const entry = {
      id: '00000000-0000-4000-8000-000000000001',
      at: '2026-11-22T00:00:00.000001Z',
      actor_kind: 'staff',
      actor_id: 'sato',
      action: 'claim.read',
      subject: 'K-1',
      details: '{"seen": 1}',
    };
    expect(linkHash(genesisHash, 1n, entry)).toMatchInlineSnapshot(
      `"bcfa2d2168323384d75c8c027ef826502dd34928308d6ce8673c81692edb90ec"`,
    );
  });
});

describe('the application', () => {
  test.each(['audit_entries', 'audit_chain', 'audit_heads'])('only adds to %s', async (table) => {
    await book.keep(2);
    const name = sql.table(table);
    const column = sql.ref(table === 'audit_entries' ? 'subject' : 'hash');
    for (const statement of [
      sql`update ${name} set ${column} = 'x'`,
      sql`delete from ${name}`,
      sql`truncate ${name}`,
    ]) {
      await expect(statement.execute(book.database)).rejects.toThrow('append-only');
    }
  });
});
