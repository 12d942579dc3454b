import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { type Database, inTransaction, type Tx } from '../db/index.ts';
import { clockAt, done, minuteMs, newId, type Outcome, refuse, secondMs } from '../std/index.ts';
import {
  type AuditFinding,
  type AuditHead,
  auditVerifyCommand,
  type HeadSigner,
  type OutsideHeads,
  record,
  sequence,
  verifyAudit,
} from './index.ts';
import { genesisHash, linkHash } from './link.ts';

/** A signer as small as can be: an Ed25519 key, and the newest head in its own memory. */
class Notary implements HeadSigner, OutsideHeads {
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

let database: Database;
let clock: ReturnType<typeof clockAt>;
let notary: Notary;
beforeEach(async () => {
  ({ database } = await testDatabase());
  clock = clockAt('2026-11-22T00:00:00Z');
  notary = new Notary();
});
afterEach(() => database.destroy());

const actor = { kind: 'staff', id: 'sato', roles: [] } as const;

/** Writes entries and chains them, in batches of `each` with a signed head after every one. */
async function keep(count: number, each = 5): Promise<void> {
  for (let written = 0; written < count; written += each) {
    await inTransaction(database, async (tx) => {
      for (let one = 0; one < Math.min(each, count - written); one += 1) {
        const details = { seen: written + one, what: '氏名' };
        await record(tx, { actor, clock }, { action: 'personal.reveal', subject: 'K-1', details });
      }
    });
    clock.advance(secondMs);
    await sequence(database, clock, notary);
  }
}

/** Does what the application can not: as the database's owner, with the triggers off. */
function around(work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  return inTransaction(database, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    return work(tx);
  });
}

async function findings(outside: Outcome<OutsideHeads> = done(notary)): Promise<AuditFinding[]> {
  return [...(await verifyAudit(database, clock, outside)).findings];
}

async function entryAtNumber(number: bigint): Promise<string> {
  const row = await database
    .selectFrom('audit_chain')
    .select('entry_id')
    .where('sequence', '=', number)
    .executeTakeFirstOrThrow();
  return row.entry_id;
}

describe('the sequencer', () => {
  test('chains every entry once, whoever else chains at the same time', async () => {
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let one = 0; one < 25; one += 1) {
        await inTransaction(database, (tx) =>
          record(tx, { actor, clock }, { action: 'claim.read', subject: `K-${writer}-${one}` }),
        );
      }
    });
    const sequencers = Array.from({ length: 3 }, async () => {
      for (let one = 0; one < 20; one += 1) await sequence(database, clock, notary);
    });
    await Promise.all([...writers, ...sequencers]);
    await sequence(database, clock, notary);
    clock.advance(minuteMs);
    expect(await verifyAudit(database, clock, done(notary))).toMatchObject({
      links: 200n,
      findings: [],
    });
  });

  test('takes an entry that commits after younger ones were chained', async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const slow = inTransaction(database, async (tx) => {
      await record(tx, { actor, clock }, { action: 'claim.read', subject: 'slow' });
      await held;
    });
    clock.advance(secondMs);
    await keep(3);
    commit();
    await slow;
    expect(await sequence(database, clock, notary)).toMatchObject({ chained: 1, signed: 'now' });
    clock.advance(minuteMs);
    expect(await findings()).toEqual([]);
  });

  test('goes on without the signer, and has the head signed when it is back', async () => {
    const down: HeadSigner = { sign: async () => refuse('signer_unreachable') };
    await inTransaction(database, (tx) =>
      record(tx, { actor, clock }, { action: 'claim.read', subject: 'K-1' }),
    );
    const without = await sequence(database, clock, down);
    expect(without).toMatchObject({ chained: 1, signed: { refused: 'signer_unreachable' } });
    expect(await sequence(database, clock, notary)).toMatchObject({ chained: 0, signed: 'now' });
    expect(await sequence(database, clock, notary)).toMatchObject({ chained: 0, signed: 'before' });
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
    await keep(2);
    const name = sql.table(table);
    const column = sql.ref(table === 'audit_entries' ? 'subject' : 'hash');
    for (const statement of [
      sql`update ${name} set ${column} = 'x'`,
      sql`delete from ${name}`,
      sql`truncate ${name}`,
    ]) {
      await expect(statement.execute(database)).rejects.toThrow('append-only');
    }
  });
});

describe('the verifier finds nothing wrong', () => {
  test('with an empty record, with one that is whole, and with entries of this moment', async () => {
    expect(await findings()).toEqual([]);
    await keep(23);
    await inTransaction(database, (tx) =>
      record(tx, { actor, clock }, { action: 'claim.read', subject: 'K-1' }),
    );
    const whole = await verifyAudit(database, clock, done(notary));
    expect(whole).toEqual({ links: 23n, heads: 5n, findingsTotal: 0, findings: [] });
  });

  test('with a head that the signer keeps and the database lost in a crash', async () => {
    await keep(10);
    await around((tx) => tx.deleteFrom('audit_heads').where('sequence', '=', 10n).execute());
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
    await keep(12);
    const entry = await entryAtNumber(7n);
    await around((tx) => sql`update audit_entries set ${change} where id = ${entry}`.execute(tx));
    expect(await findings()).toEqual([{ kind: 'entry_changed', sequence: '7', entry }]);
  });

  test('a deleted row', async () => {
    await keep(12);
    const entry = await entryAtNumber(3n);
    await around((tx) => tx.deleteFrom('audit_entries').where('id', '=', entry).execute());
    expect(await findings()).toEqual([{ kind: 'entry_missing', sequence: '3', entry }]);
  });

  test('a row deleted with its link, and a change right behind it', async () => {
    await keep(12);
    const [gone, changed] = [await entryAtNumber(6n), await entryAtNumber(7n)];
    await around(async (tx) => {
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
    await inTransaction(database, (tx) =>
      record(tx, { actor, clock }, { action: 'claim.read', subject: 'K-1' }),
    );
    const [row] = await database.selectFrom('audit_entries').select('id').execute();
    await around((tx) => tx.deleteFrom('audit_entries').execute());
    await sequence(database, clock, notary);
    expect(await findings()).toEqual([{ kind: 'entry_missing', sequence: '-', entry: row?.id }]);
  });

  test('a cut end, also when the heads in the database are cut with it', async () => {
    await keep(12);
    await around(async (tx) => {
      await sql`delete from audit_entries where id in
        (select entry_id from audit_chain where sequence > 9)`.execute(tx);
      await tx.deleteFrom('audit_chain').where('sequence', '>', 9n).execute();
    });
    const cut = { kind: 'tail_missing', from: '10', to: '12' };
    expect(await findings()).toEqual([cut]);
    await around((tx) => tx.deleteFrom('audit_heads').where('sequence', '>', 9n).execute());
    expect(await findings()).toEqual([cut]);
  });

  test('a row slipped in, with an old date or without the queue', async () => {
    await keep(5);
    const entry: string = newId();
    await around((tx) =>
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
    await inTransaction(database, (tx) =>
      record(tx, { actor, clock }, { action: 'claim.read', subject: 'K-1' }),
    );
    expect(await findings()).toEqual([]);
    clock.advance(minuteMs);
    expect(await findings()).toMatchObject([{ kind: 'entry_unsequenced' }]);
  });

  test('a link whose hash was made to fit a changed row', async () => {
    await keep(12);
    await around((tx) => rewrite(tx, 7n, 7n));
    expect(await findings()).toEqual([
      { kind: 'link_broken', sequence: '8', entry: await entryAtNumber(8n) },
    ]);
  });

  test('a record rewritten without a seam, by the heads that were signed before', async () => {
    await keep(15);
    await around((tx) => rewrite(tx, 7n, 15n));
    expect(await findings()).toEqual([{ kind: 'record_rewritten', from: '6', to: '10' }]);
  });

  test('heads rewritten with the record, by their signatures and the signer’s own head', async () => {
    await keep(10);
    await around(async (tx) => {
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
    await keep(5);
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

describe('kaeru audit verify', () => {
  async function run(...argv: string[]) {
    const lines: string[] = [];
    const outside = async () => done(notary);
    const print = (line: string) => lines.push(line);
    const code = await auditVerifyCommand(argv, { database, clock, outside, print });
    return { code, lines };
  }

  test('exits 0 when nothing is wrong, 1 and names it when something is, 2 when misused', async () => {
    await keep(3);
    expect(await run()).toEqual({
      code: 0,
      lines: ['Checked 3 entries and 1 signed heads: nothing is wrong.'],
    });
    const entry = await entryAtNumber(2n);
    await around((tx) => tx.deleteFrom('audit_entries').where('id', '=', entry).execute());
    expect(await run('--language', 'ja')).toEqual({
      code: 1,
      lines: [
        `記録 ${entry}（2番）がなくなっています。`,
        '3件の記録と1件の署名を確かめました。異常が1件あります。',
      ],
    });
    const { code, lines } = await run('--json');
    expect(code).toBe(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      ok: false,
      links: '3',
      heads: '1',
      findingsTotal: 1,
      findings: [{ kind: 'entry_missing', sequence: '2', entry }],
    });
    expect(await run('--loud')).toMatchObject({ code: 2 });
    expect(await run('--language', 'fr')).toMatchObject({ code: 2 });
  });
});
