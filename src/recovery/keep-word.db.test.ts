import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { readCase } from '../cases/index.ts';
import { dayMs, hourMs } from '../std/index.ts';
import { keepWord, type RecoveryContext, recoveryActor } from './index.ts';

let kaeru: TestDesk;
let context: RecoveryContext;
let filed = 0;
beforeAll(async () => {
  kaeru = await testDesk();
  context = { ...(await kaeru.desk.signedIn(null, 'ja')), actor: recoveryActor };
});
afterAll(() => kaeru.close());

/** A claim in this state, whose customer was promised word within the hour. */
async function claimIn(state: string): Promise<string> {
  filed += 1;
  const said = `0x${String(filed).padStart(64, '7')}`;
  const answer = await kaeru.call('POST', '/v1/claims', {
    token: await kaeru.customer('ex-1'),
    body: { said },
  });
  const { claim } = (await answer.json()) as { claim: { number: string } };
  await kaeru.database
    .updateTable('claims')
    .set({ state })
    .where('number', '=', claim.number)
    .execute();
  return claim.number;
}

const toldOf = async (number: string) =>
  await kaeru.database
    .selectFrom('messages')
    .select(['kind', 'turn', 'turn_until'])
    .where('case_number', '=', number)
    .where('kind', '=', 'claim.no_news')
    .orderBy('sequence')
    .execute();

const promisedAt = async (number: string) =>
  await kaeru.database
    .selectFrom('claims')
    .select(['promised_at', 'version'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();

describe('the hour that was promised', () => {
  test('is kept without news too: once, with the next hour, ever further apart', async () => {
    const number = await claimIn('held');
    expect(await keepWord(context)).toBe(0);
    const apart: number[] = [];
    for (let word = 1; word <= 5; word += 1) {
      const { promised_at: promised, version } = await promisedAt(number);
      kaeru.clock.time = promised ?? kaeru.clock.time;
      expect(await keepWord(context)).toBe(1);
      expect(await keepWord(context)).toBe(0);
      const next = await promisedAt(number);
      expect(next.version).toBe(version);
      apart.push(((next.promised_at?.getTime() ?? 0) - kaeru.clock.now().getTime()) / dayMs);
      const told = await toldOf(number);
      expect(told).toHaveLength(word);
      expect(told.at(-1)).toMatchObject({ turn: 'desk', turn_until: next.promised_at });
      const open = await readCase(kaeru.database, recoveryActor, number);
      expect(open).toMatchObject({
        ok: true,
        value: { now: { turn: { until: next.promised_at } } },
      });
    }
    expect(apart.map(Math.round)).toEqual([1, 1, 2, 4, 7]);
  });

  test.each(['quoted', 'proving', 'refused', 'returned', 'withdrawn'])(
    'nobody is told that nothing changed where they wait for nothing: %s',
    async (state) => {
      const number = await claimIn(state);
      kaeru.clock.pass(2 * hourMs);
      await keepWord(context);
      expect(await toldOf(number)).toEqual([]);
    },
  );

  test('is told by one of many who look at the same time', async () => {
    const number = await claimIn('approving');
    kaeru.clock.pass(2 * hourMs);
    await Promise.all([keepWord(context), keepWord(context), keepWord(context)]);
    expect(await toldOf(number)).toHaveLength(1);
  });

  test('of what is kept is told once a quarter', async () => {
    const number = await claimIn('kept');
    kaeru.clock.pass(2 * hourMs);
    await keepWord(context);
    const { promised_at: next } = await promisedAt(number);
    expect(next?.getTime()).toBe(kaeru.clock.now().getTime() + 90 * dayMs);
  });
});
