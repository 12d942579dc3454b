import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { pdfText } from '../../test/pdf-text.ts';

const hash = `0x${'5e'.repeat(32)}`;

let kaeru: TestDesk;
let owner: string;
let other: string;
let number: string;
beforeAll(async () => {
  kaeru = await testDesk();
  owner = await kaeru.customer('ex-1');
  other = await kaeru.customer('ex-2');
  const filed = await kaeru.call('POST', '/v1/claims', { token: owner, body: { said: hash } });
  ({ number } = ((await filed.json()) as { claim: { number: string } }).claim);
});
afterAll(() => kaeru.close());

const setState = (state: string) =>
  kaeru.database.updateTable('claims').set({ state }).where('number', '=', number).execute();
const paper = (kind: string, token?: string, query = '') =>
  kaeru.call('GET', `/v1/claims/${number}/${kind}.pdf${query}`, { token });
const check = async (path: string, token?: string) =>
  (await (await kaeru.call('GET', path, { token })).json()) as Record<string, unknown>;

describe('a paper of a claim', () => {
  test('is there for its customer and the desk, once there is something to say', async () => {
    expect((await paper('receipt')).status).toBe(401);
    expect((await paper('receipt', owner)).status).toBe(404);
    await setState('returned');
    expect((await paper('receipt', other)).status).toBe(404);
    expect((await paper('letter', owner)).status).toBe(404);
    expect((await paper('receipt', await kaeru.staff('administrator'))).status).toBe(403);
    for (const token of [owner, await kaeru.staff('recovery')]) {
      const answer = await paper('receipt', token);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('content-disposition')).toContain(`${number}-receipt.pdf`);
    }
  });

  test('says the same in either language, and is told from any other by its fingerprint', async () => {
    const texts = await Promise.all(
      ['?lang=ja', '?lang=en'].map(async (query) => {
        const answer = await paper('receipt', owner, query);
        return pdfText(new Uint8Array(await answer.arrayBuffer()));
      }),
    );
    expect(texts[0]).toContain('お手続き完了の控え');
    expect(texts[1]).toContain('Receipt');
    for (const text of texts) {
      const [digest = ''] =
        /[0-9a-f]{64}/.exec(text.replace(/\s/g, '').split(/SHA-256/)[1] ?? '') ?? [];
      expect(digest).toHaveLength(64);
      const ours = { ours: true, kind: 'receipt' };
      expect(await check(`/v1/papers/${number}/${digest}`)).toEqual(ours);
      expect(await check(`/v1/papers/${number}/${digest.toUpperCase()}`)).toEqual(ours);
      const not = { ours: false, kind: null };
      expect(await check(`/v1/papers/${number}/${'0'.repeat(64)}`)).toEqual(not);
      expect(await check(`/v1/papers/R-26-999999/${digest}`)).toEqual(not);
    }
  });
});

describe('a message', () => {
  test('is ours once it was written; to whom it went only that customer is told', async () => {
    const { id } = await kaeru.database
      .selectFrom('messages')
      .select('id')
      .where('case_number', '=', number)
      .executeTakeFirstOrThrow();
    expect(await check(`/v1/messages/${id}`)).toMatchObject({ ours: false, kind: null });
    const sentAt = kaeru.clock.now();
    await kaeru.database
      .updateTable('messages')
      .set({ ...{ state: 'sent', sent_at: sentAt, language: 'ja', subject: '件名', body: '本文' } })
      .where('id', '=', id)
      .execute();
    const ours = { ours: true, kind: 'claim.looking', sentAt: sentAt.toISOString() };
    expect(await check(`/v1/messages/${id}`)).toMatchObject({ ...ours, toYou: null });
    expect(await check(`/v1/messages/${id.toUpperCase()}`, owner)).toMatchObject({
      ...{ ...ours, toYou: true },
    });
    expect(await check(`/v1/messages/${id}`, other)).toMatchObject({ ...ours, toYou: false });
    const told = JSON.stringify(await check(`/v1/messages/${id}`));
    expect(told).not.toContain(number);
    expect(told).not.toContain('件名');
  });

  test.each(['0', 'R-26-000001', '%F0%9F%92%A9', "'; drop table messages; --"])(
    'that is none of ours is not: %s',
    async (id) => {
      expect(await check(`/v1/messages/${encodeURIComponent(id)}`)).toMatchObject({ ours: false });
    },
  );
});
