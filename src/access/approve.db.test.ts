import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { inTransaction } from '../db/index.ts';
import { clockAt, minuteMs, newId, randomHex } from '../std/index.ts';
import {
  approvalsOf,
  approve,
  createStaff,
  type DecisionContext,
  type DeviceSignature,
  type PlanToDecide,
  reject,
  type StaffRole,
  type VerifyDeviceSignature,
} from './index.ts';
import { openSession } from './open-session.ts';

const { database } = await testDatabase();
const clock = clockAt('2026-11-22T00:00:00Z');
afterAll(() => database.destroy());

/** A device that signs a digest as an approver's would. */
function device(key: string) {
  const pair = generateKeyPairSync('ed25519');
  return {
    key,
    publicKey: pair.publicKey,
    sign: (digest: string): DeviceSignature => ({
      kind: 'ed25519',
      key,
      signature: sign(null, Buffer.from(digest), pair.privateKey).toString('base64url'),
    }),
  };
}

const phone = device('phone');
const laptop = device('laptop');
const good: VerifyDeviceSignature = ({ digest, signature }) => {
  const known = [phone, laptop].find((one) => one.key === signature.key);
  const bytes = Buffer.from(String(signature['signature']), 'base64url');
  return known !== undefined && verify(null, Buffer.from(digest), known.publicKey, bytes);
};

async function approver(roles: StaffRole[] = ['treasury']): Promise<DecisionContext> {
  const created = await createStaff(
    { database, clock, accessKey: new Uint8Array(32), actor: { kind: 'system', id: 'test' } },
    { login: `${newId()}@example.com`, name: 'x', password: 'twelve letters', roles },
  );
  if (!created.ok) throw new Error(created.code);
  const actor = { kind: 'staff', id: created.value.id, roles } as const;
  const { session } = await openSession(database, clock, { actor, factor: 'passkey' });
  return { actor, clock, session };
}

let plan: PlanToDecide;
beforeEach(() => {
  const digest = randomHex(32);
  plan = { digest, currentDigest: digest, requestedBy: newId(), subject: 'K-1' };
});

const yes = (who: DecisionContext, over: Partial<PlanToDecide> = {}, from = phone) =>
  inTransaction(database, (tx) =>
    approve(tx, who, {
      plan: { ...plan, ...over },
      signature: from.sign(plan.digest),
      verify: good,
    }),
  );
const no = (who: DecisionContext, reason = 'the destination is not the customer’s') =>
  inTransaction(database, (tx) => reject(tx, who, { plan, reason }));
const code = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

describe('a plan', () => {
  test('is approved by two people with a device each, and says so in the audit record', async () => {
    const [sato, mori] = [await approver(), await approver(['risk'])];
    expect(code(await yes(sato))).toBe('done');
    expect(code(await yes(mori, {}, laptop))).toBe('done');
    const { approvals, rejections } = await approvalsOf(database, plan.digest);
    expect(approvals.map((one) => one.approver).sort()).toEqual(
      [sato.actor.id, mori.actor.id].sort(),
    );
    expect(approvals[0]?.signature).toMatchObject({ kind: 'ed25519' });
    expect(rejections).toEqual([]);
    const told = await database
      .selectFrom('audit_entries')
      .select(['actor_id', 'details'])
      .where('action', '=', 'plan.approve')
      .where(sql`details ->> 'digest'`, '=', plan.digest)
      .execute();
    expect(told).toHaveLength(2);
  });

  test('is approved once by each, also when they ask twice at once', async () => {
    const sato = await approver();
    const answers = await Promise.all([yes(sato), yes(sato), yes(sato, {}, laptop)]);
    expect(answers.map(code).sort()).toEqual(['already_decided', 'already_decided', 'done']);
  });

  test('is not approved by who prepared it', async () => {
    const sato = await approver();
    expect(code(await yes(sato, { requestedBy: sato.actor.id }))).toBe('approver_is_requester');
  });

  test('is not approved by one device for two accounts', async () => {
    expect(code(await yes(await approver()))).toBe('done');
    expect(code(await yes(await approver()))).toBe('device_already_used');
  });

  test('is not approved once it has changed', async () => {
    expect(code(await yes(await approver(), { currentDigest: randomHex(32) }))).toBe(
      'plan_changed',
    );
  });

  test('is not approved with a signature of something else, or of an unknown device', async () => {
    const sato = await approver();
    const signed = await inTransaction(database, (tx) =>
      approve(tx, sato, { plan, signature: phone.sign(randomHex(32)), verify: good }),
    );
    expect(code(signed)).toBe('signature_invalid');
    expect(code(await yes(sato, {}, device('unknown')))).toBe('signature_invalid');
  });

  test('is not approved five minutes after the last factor, nor by a role that may not', async () => {
    const late = await approver();
    clock.advance(5 * minuteMs);
    expect(code(await yes(late))).toBe('factor_not_fresh');
    expect(code(await yes(await approver(['recovery', 'administrator'])))).toBe('not_permitted');
  });

  test.each([
    ['was suspended', { suspension: JSON.stringify({ reason: 'left' }) }],
    ['lost the role', { roles: ['recovery'] }],
  ])('does not count the yes of somebody who %s since', async (_, change) => {
    const [sato, mori] = [await approver(), await approver(['risk'])];
    expect(code(await yes(sato))).toBe('done');
    await database.updateTable('staff').set(change).where('id', '=', sato.actor.id).execute();
    expect(code(await yes(mori, {}, laptop))).toBe('done');
    const { approvals } = await approvalsOf(database, plan.digest);
    expect(approvals.map((one) => one.approver)).toEqual([mori.actor.id]);
  });

  test('is rejected by one, with a reason, and then approved by none', async () => {
    const sato = await approver();
    expect(code(await no(sato, '  '))).toBe('reason_missing');
    expect(code(await no(sato))).toBe('done');
    expect(code(await yes(await approver()))).toBe('plan_rejected');
    expect((await approvalsOf(database, plan.digest)).rejections).toMatchObject([
      { approver: sato.actor.id, reason: 'the destination is not the customer’s' },
    ]);
  });

  test('is either rejected or approved when both come at once', async () => {
    const [sato, mori] = [await approver(), await approver()];
    const answers = (await Promise.all([no(sato), yes(mori)])).map(code);
    // The approval may come first: then the rejection still stands beside it, and stops the plan.
    expect([
      ['done', 'plan_rejected'],
      ['done', 'done'],
    ]).toContainEqual(answers);
    expect((await approvalsOf(database, plan.digest)).rejections).toHaveLength(1);
  });
});

describe('the database, asked around the application,', () => {
  const row = (over: Record<string, unknown>) => ({
    plan_digest: plan.digest,
    subject: 'K-1',
    requested_by: newId(),
    decision: 'approved',
    key_kind: 'ed25519',
    device_key_id: 'phone',
    signature: '{}',
    at: clock.now(),
    ...over,
  });

  test('refuses an approval of one’s own plan, a second one, and one without a signature', async () => {
    const approverId = (await approver()).actor.id;
    const insert = (over: Record<string, unknown>) =>
      database
        .insertInto('approvals')
        .values(row({ approver: approverId, ...over }) as never)
        .execute();
    await expect(insert({ requested_by: approverId })).rejects.toThrow('approver_is_not_requester');
    await expect(insert({ signature: null })).rejects.toThrow('check constraint');
    await insert({});
    await expect(insert({ device_key_id: 'laptop' })).rejects.toThrow('approvals_pkey');
    const other = (await approver()).actor.id;
    await expect(insert({ approver: other })).rejects.toThrow('unique constraint');
  });

  test('changes and deletes none', async () => {
    await yes(await approver());
    await expect(
      database.updateTable('approvals').set({ subject: 'K-2' }).execute(),
    ).rejects.toThrow('append-only');
    await expect(database.deleteFrom('approvals').execute()).rejects.toThrow('append-only');
    await expect(sql`truncate approvals`.execute(database)).rejects.toThrow('append-only');
  });
});
