import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { readProblem } from '../../test/problem.ts';

let kaeru: TestDesk;
let number: string;
let recovery: string;
beforeAll(async () => {
  kaeru = await testDesk();
});
afterAll(() => kaeru.close());

let claims = 0;
beforeEach(async () => {
  claims += 1;
  kaeru.clock.pass(60_000);
  const token = await kaeru.customer(`acted-on-${claims}`);
  const body = { said: `0x${claims.toString(16).padStart(64, 'd')}` };
  const filed = await kaeru.call('POST', '/v1/claims', { token, body });
  number = ((await filed.json()) as { claim: { number: string } }).claim.number;
  recovery = await kaeru.staff('recovery');
});

interface Page {
  readonly case: {
    readonly version: number;
    readonly owner: string | null;
    readonly ownerName: string | null;
    readonly snoozedUntil: string | null;
    readonly waitsFor: string | null;
  };
  readonly notes: readonly { readonly text: string; readonly who: string }[];
  readonly history: readonly { readonly kind: string; readonly text: string; public: boolean }[];
}

async function page(token = recovery): Promise<Page> {
  const answer = await kaeru.call('GET', `/v1/desk/cases/${number}`, {
    token,
    headers: { 'accept-language': 'en' },
  });
  return (await answer.json()) as Page;
}

const act = (method: string, rest: string, body: object, token = recovery) =>
  kaeru.call(method, `/v1/desk/cases/${number}/${rest}`, { token, body });

async function idOf(token: string): Promise<string> {
  const answer = await kaeru.call('GET', '/v1/session', { token });
  return ((await answer.json()) as { id: string }).id;
}

/** Moves the claim as a command of somebody else would. */
async function moveOn(): Promise<void> {
  await kaeru.database
    .updateTable('claims')
    .set((on) => ({ version: on('version', '+', 1) }))
    .where('number', '=', number)
    .execute();
}

async function recorded(subject: string): Promise<{ action: string; details: unknown }[]> {
  return await kaeru.database
    .selectFrom('audit_entries')
    .select(['action', 'details'])
    .where('subject', '=', subject)
    .orderBy('at')
    .execute();
}

async function rows(view: string, token: string): Promise<string[]> {
  const path = `/v1/desk/worklist?view=${view}&limit=200`;
  const answer = await kaeru.call('GET', path, { token });
  const list = (await answer.json()) as { rows: { number: string }[] };
  return list.rows.map((row) => row.number);
}

describe('a note', () => {
  test('is for colleagues, newest first, and never for the customer', async () => {
    expect((await act('POST', 'notes', { text: 'first' })).status).toBe(200);
    expect((await act('POST', 'notes', { text: '  second  ' })).status).toBe(200);
    const { notes, history } = await page();
    expect(notes).toMatchObject([
      { text: 'second', who: '試験' },
      { text: 'first', who: '試験' },
    ]);
    expect(history[0]).toMatchObject({ kind: 'desk.note', text: 'second', public: false });
    const owner = await kaeru.customer(`acted-on-${claims}`);
    for (const path of [`/v1/claims/${number}`, `/v1/claims/${number}/timeline`]) {
      const shown = await kaeru.call('GET', path, { token: owner });
      expect(shown.status).toBe(200);
      expect(await shown.text()).not.toMatch(/first|second/);
    }
  });

  test('says something, and a key in it is kept nowhere', async () => {
    expect((await readProblem(await act('POST', 'notes', { text: ' ' }))).code).toBe('note_empty');
    const key = '8a1f9a8f95be41cd7ccb6168179afb4504aefe388d1e14474d32c45c72ce7b7a';
    await act('POST', 'notes', { text: `秘密鍵は 0x${key} です` });
    expect(JSON.stringify(await page())).not.toContain(key);
  });
});

describe('an act on what somebody else has changed', () => {
  test('is refused, and says who it was and when', async () => {
    const { version } = (await page()).case;
    await act('POST', 'notes', { text: 'I was here' }, await kaeru.staff('support'));
    await moveOn();
    for (const [method, rest, body] of [
      ['POST', 'notes', { text: 'late', version }],
      ['PUT', 'owner', { staff: null, version }],
      ['PUT', 'snooze', { until: null, version }],
    ] as const) {
      const problem = await readProblem(await act(method, rest, body));
      expect(problem).toMatchObject({ code: 'claim_changed', facts: { by: '試験' } });
      expect(problem.facts['at']).toMatch(/^2026-/);
    }
    const hold = { version, reason: 'late' };
    const held = await kaeru.call('PUT', `/v1/desk/claims/${number}/hold`, {
      ...{ token: recovery, body: hold },
    });
    expect((await readProblem(held)).facts).toMatchObject({ by: '試験' });
  });
});

describe('an owner', () => {
  test('takes a case, gives it on with what comes next, and back to the team', async () => {
    const [me, colleague] = [await idOf(recovery), await kaeru.staff('support')];
    await act('PUT', 'owner', { staff: me });
    expect((await page()).case).toMatchObject({ owner: me, ownerName: '試験' });
    const other = await idOf(colleague);
    const without = await act('PUT', 'owner', {
      staff: other,
      done: 'called',
      waitsFor: '',
      next: 'x',
    });
    expect((await readProblem(without)).code).toBe('hand_over_incomplete');
    const texts = { done: 'called', waitsFor: 'their answer', next: 'call again' };
    expect((await act('PUT', 'owner', { staff: other, ...texts })).status).toBe(200);
    const given = await page();
    expect(given.case.owner).toBe(other);
    expect(given.history[0]?.text).toBe(
      'Handed over to 試験. Done: called Waiting for: their answer Next: call again',
    );
    await act('PUT', 'owner', { staff: null }, colleague);
    expect((await page()).case.owner).toBeNull();
    const actions = (await recorded(number)).filter(({ action }) => action === 'desk.takeCase');
    expect(actions).toHaveLength(3);
  });

  test('is somebody who may have cases', async () => {
    const texts = { done: 'a', waitsFor: 'b', next: 'c' };
    const auditor = await idOf(await kaeru.staff('auditor'));
    for (const staff of [auditor, 'nobody', '0a0a0a0a-0b0b-4c0c-8d0d-0e0e0e0e0e0e']) {
      const refused = await act('PUT', 'owner', { staff, ...texts });
      expect((await readProblem(refused)).code).toBe('colleague_unknown');
    }
    const listed = await kaeru.call('GET', '/v1/desk/colleagues', { token: recovery });
    const { staff } = (await listed.json()) as { staff: { id: string }[] };
    expect(staff.map(({ id }) => id)).toContain(await idOf(recovery));
    expect(staff.map(({ id }) => id)).not.toContain(auditor);
  });
});

describe('a case put aside', () => {
  const until = () => new Date(kaeru.clock.now().getTime() + 3_600_000).toISOString();

  test('leaves the list until its hour, or until anything happens to it', async () => {
    const hold = { version: 1, reason: 'look at this' };
    await kaeru.call('PUT', `/v1/desk/claims/${number}/hold`, { token: recovery, body: hold });
    expect(await rows('team', recovery)).toContain(number);
    expect(await rows('mine', recovery)).toContain(number);
    await act('PUT', 'snooze', { until: until(), waitsFor: 'an answer of the sender' });
    expect((await page()).case).toMatchObject({ waitsFor: 'an answer of the sender' });
    expect(await rows('team', recovery)).not.toContain(number);
    expect(await rows('all', recovery)).toContain(number);
    kaeru.clock.pass(3_600_001);
    recovery = await kaeru.staff('recovery');
    expect(await rows('team', recovery)).toContain(number);
    await act('PUT', 'snooze', { until: until(), waitsFor: 'again' });
    const body = { version: 2, reason: 'it is clear' };
    const risk = await kaeru.staff('risk');
    await kaeru.call('PUT', `/v1/desk/claims/${number}/release`, { token: risk, body });
    expect((await page()).case).toMatchObject({ snoozedUntil: null, waitsFor: null });
  });

  test('says for what, and for how long at most', async () => {
    const nothing = await act('PUT', 'snooze', { until: until(), waitsFor: ' ' });
    expect((await readProblem(nothing)).code).toBe('snooze_incomplete');
    for (const days of [-1, 0, 32]) {
      const at = new Date(kaeru.clock.now().getTime() + days * 86_400_000).toISOString();
      const refused = await act('PUT', 'snooze', { until: at, waitsFor: 'x' });
      expect((await readProblem(refused)).code).toBe('snooze_time_wrong');
    }
    expect((await act('PUT', 'snooze', { until: null })).status).toBe(200);
  });
});

describe('personal data', () => {
  test('is asked for with a reason, and that is recorded before anything is fetched', async () => {
    const { customer_id } = await kaeru.database
      .selectFrom('claims')
      .select('customer_id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const without = await act('POST', 'revelations', { reason: ' ' });
    expect((await readProblem(without)).code).toBe('reveal_without_reason');
    const looks = async () =>
      (await recorded(customer_id)).filter(({ action }) => action === 'exchange.revealCustomer');
    expect(await looks()).toEqual([]);
    // No exchange answers here; that somebody tried is told all the same.
    const asked = await act('POST', 'revelations', { reason: 'They are on the phone.' });
    expect((await readProblem(asked)).code).toBe('exchange_unreachable');
    expect(await looks()).toMatchObject([
      {
        action: 'exchange.revealCustomer',
        details: { caseNumber: number, reason: 'They are on the phone.' },
      },
    ]);
    expect((await page()).history[0]).toMatchObject({
      text: 'Looked at personal data: They are on the phone.',
      public: false,
    });
  });
});

describe('what is looked for', () => {
  const find = async (q: string, token = recovery) => {
    const path = `/v1/desk/search?${new URLSearchParams({ q })}`;
    const answer = await kaeru.call('GET', path, { token });
    return ((await answer.json()) as { hits: { kind: string; number: string }[] }).hits;
  };

  test.each([
    ['the number', () => number],
    ['the number without signs', () => number.replaceAll('-', '').toLowerCase()],
    ['its last digits', () => number.slice(-6)],
    ['the transaction', () => `0x${claims.toString(16).padStart(64, 'd')}`],
    ['a link to it', () => `https://x.example/tx/0x${claims.toString(16).padStart(64, 'D')}?a`],
    ['the exchange’s id', () => `acted-on-${claims}`],
  ])('is found by %s', async (_name, text) => {
    expect((await find(text())).map((hit) => hit.number)).toContain(number);
  });

  test('is found by the desk’s name of its customer, which says nothing of them', async () => {
    const { customer } = (await page()) as unknown as { customer: { id: string } };
    expect(customer.id).toMatch(/^C-[0-9A-F]{6}$/);
    const hits = await find(customer.id);
    expect(hits).toMatchObject([{ kind: 'customer', number, value: customer.id }]);
    expect(JSON.stringify(hits)).not.toContain(`acted-on-${claims}`);
  });

  test.each(['', ' ', '%', '%%%', '__', '\\', "'", 'R-26-999999', '0x12'])(
    'is nothing for %j',
    async (text) => {
      expect(await find(text)).toEqual([]);
    },
  );
});

describe('the audit record', () => {
  test('is read a page at a time, by case and by person', async () => {
    const auditor = await kaeru.staff('auditor');
    kaeru.clock.pass(1_000);
    await act('POST', 'notes', { text: 'for the record' });
    const read = async (query: string) => {
      const answer = await kaeru.call('GET', `/v1/desk/audit/entries?${query}`, { token: auditor });
      return (await answer.json()) as {
        entries: { id: string; action: string; actorName: string | null; subject: string }[];
        cursor: string | null;
      };
    };
    const ofCase = await read(`case=${number}`);
    expect(ofCase.entries.map(({ action }) => action)).toEqual(['desk.addNote', 'recovery.file']);
    const mine = await read(`actor=${await idOf(recovery)}&case=${number}`);
    expect(mine.entries).toMatchObject([{ action: 'desk.addNote', actorName: '試験' }]);
    const seen = new Set<string>();
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 50; pages += 1) {
      const page = await read(cursor === '' ? '' : `cursor=${encodeURIComponent(cursor)}`);
      for (const { id } of page.entries) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
      cursor = page.cursor;
    }
    const { count } = await kaeru.database
      .selectFrom('audit_entries')
      .select((on) => on.fn.countAll<bigint>().as('count'))
      .executeTakeFirstOrThrow();
    expect(BigInt(seen.size)).toBe(count);
  });
});
