import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { expectWhole, readProblem } from '../../test/problem.ts';
import { toStoredJson } from '../std/index.ts';

const hash = '0x4f1c7c2b8f1e6f0d3b5a9c8e7d6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f';
const upper = `0x${hash.slice(2).toUpperCase()}`;
const wide = [...hash].map((sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)).join('');
/** One letter's case is wrong: the check in it fails. */
const brokenAddress = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD'.replace('5aA', '5aa');

let kaeru: TestDesk;
let customers = 0;
beforeAll(async () => {
  kaeru = await testDesk();
});
afterAll(() => kaeru.close());

async function newCustomer(): Promise<string> {
  customers += 1;
  kaeru.clock.pass(5_000);
  return await kaeru.customer(`bad-${customers}`);
}

async function file(said: string, headers: Record<string, string> = {}, token?: string) {
  const body = { said };
  return await kaeru.call('POST', '/v1/claims', {
    token: token ?? (await newCustomer()),
    body,
    headers,
  });
}

interface Filed {
  readonly claim: { readonly number: string; readonly said: string; readonly transaction: string };
  readonly joined: boolean;
  readonly secretsRemoved: string[];
}

async function filed(said: string, token?: string): Promise<Filed> {
  const answer = await file(said, {}, token);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Filed;
}

describe('what a customer pastes', () => {
  test.each([
    ['an id', hash],
    ['an id in capitals', upper],
    ['full-width digits', wide],
    ['an id without its 0x', `取引ID ${hash.slice(2)}`],
    ['a link of an explorer', `https://polygonscan.com/tx/${hash}?utm=1#eventlog`],
    ['a whole message', `お世話になります。\n送金しましたが届きません。\n> ${hash}\n田中`],
    ['an id that a mail program broke', `${hash.slice(0, 40)}\r\n${hash.slice(40)}`],
    ['an id among signs that nobody sees', `\u200b\ufeff${hash}\u2060`],
    ['what no database keeps', `\0 ${hash} \ud800`],
  ])('%s is taken apart', async (_, said) => {
    expect((await filed(said)).claim.transaction).toBe(hash);
  });

  test.each([
    ['nothing', '', 'claim_without_transaction'],
    ['words', '送金が届きません。助けてください。', 'claim_without_transaction'],
    ['a truncated id', hash.slice(0, 50), 'hash_truncated'],
    ['an address whose check fails', brokenAddress, 'address_checksum_broken'],
    [
      'an address that is too short',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Be',
      'claim_without_transaction',
    ],
    ['two ids', `${hash} ${hash.replace('4f', '5f')}`, 'claim_with_many_transactions'],
    ['another kind of network', '1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'claim_other_network_family'],
    ['more than can be read', `${hash} ${'あ'.repeat(30_000)}`, 'text_too_long'],
  ])('%s: one clear sentence in both languages', async (_, said, code) => {
    const token = await newCustomer();
    const ja = await readProblem(await file(said, { 'accept-language': 'ja,en;q=0.5' }, token));
    const en = await readProblem(await file(said, { 'accept-language': 'en-GB' }, token));
    for (const problem of [ja, en]) expectWhole(problem);
    expect([ja.code, en.code]).toEqual([code, code]);
    expect(ja.title).toMatch(/[ぁ-ん].*。/s);
    expect(en.title).toMatch(/[A-Za-z ]{10,}.*\./s);
    expect(ja.status).toBeGreaterThanOrEqual(400);
  });

  test('the same twice joins the first', async () => {
    const token = await newCustomer();
    const first = await filed(hash, token);
    const again = await filed(`もう一度です ${upper}`, token);
    expect(again).toMatchObject({ joined: true, claim: { number: first.claim.number } });
  });

  test('a claim that was withdrawn can be told of again', async () => {
    const token = await newCustomer();
    const { claim } = await filed(hash, token);
    await setClaim(claim.number, { state: 'waiting' });
    const withdrawn = await kaeru.call('PUT', `/v1/claims/${claim.number}/withdrawal`, { token });
    expect(withdrawn.status).toBe(200);
    const again = await filed(hash, token);
    expect(again.joined).toBe(false);
    expect(again.claim.number).not.toBe(claim.number);
  });
});

describe('what is not a request', () => {
  const send = async (body: string, type = 'application/json', language = 'ja') => {
    const headers = { 'content-type': type, 'accept-language': language };
    const answer = await kaeru.call('POST', '/v1/claims', {
      token: await newCustomer(),
      body,
      headers,
    });
    return await readProblem(answer);
  };

  test.each([
    ['garbage', '{"said": ', 'application/json', 'body_malformed', 400],
    ['no body', '', 'application/json', 'body_malformed', 400],
    ['a number', '12', 'application/json', 'request_malformed', 400],
    ['null', 'null', 'application/json', 'request_malformed', 400],
    ['a list', '[]', 'application/json', 'request_malformed', 400],
    ['another type of field', '{"said":{"a":1}}', 'application/json', 'request_malformed', 400],
    ['deep JSON', `{"said":${'['.repeat(100_000)}`, 'application/json', 'body_malformed', 400],
    [
      'deep JSON that is whole',
      `{"said":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'application/json',
      'request_malformed',
      400,
    ],
    ['a form', `said=${hash}`, 'application/x-www-form-urlencoded', 'body_not_json', 415],
    ['a text', `{"said":"${hash}"}`, 'text/plain', 'body_not_json', 415],
    [
      'a large body',
      `{"said":"${'a'.repeat(10_000_000)}"}`,
      'application/json',
      'body_too_large',
      413,
    ],
  ])('%s is refused with a sentence', async (_, body, type, code, status) => {
    for (const language of ['ja', 'en']) {
      const problem = await send(body, type, language);
      expectWhole(problem);
      expect([problem.code, problem.status]).toEqual([code, status]);
    }
  });

  test.each(['told', 'not told'])(
    '10 MB whose length is %s, over a real connection',
    async (told) => {
      const server = createAdaptorServer({ fetch: kaeru.app.fetch });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      try {
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/claims`;
        const text = `{"said":"${'a'.repeat(10_000_000)}"}`;
        const answer = await fetch(url, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${await newCustomer()}`,
            'content-type': 'application/json',
          },
          body: told === 'told' ? text : new Blob([text]).stream(),
          duplex: 'half',
        } as RequestInit);
        expect(await readProblem(answer)).toMatchObject({ code: 'body_too_large', status: 413 });
      } finally {
        server.close();
      }
    },
  );

  test('a page that is not there says so', async () => {
    const problem = await readProblem(await kaeru.call('GET', '/v1/nothing'));
    expect([problem.code, problem.status]).toEqual(['route_not_found', 404]);
  });

  test.each(['%00', '%E0%A4%A', '..%2f..%2fetc%2fpasswd', "'%20or%201=1--", '%F0%9F%92%A9'])(
    'the case number %s is no case',
    async (number) => {
      const token = await newCustomer();
      const problem = await readProblem(await kaeru.call('GET', `/v1/claims/${number}`, { token }));
      expect(problem.code).toBe('claim_not_found');
      const page = await kaeru.call('GET', `/claims/${number}`, { token });
      expect(page.status).toBe(404);
    },
  );
});

describe('what comes too late', () => {
  test('a choice after the quote has expired: a new quote is made, and nothing is lost', async () => {
    const token = await newCustomer();
    const { claim } = await filed(hash, token);
    const quote = {
      madeAt: kaeru.clock.now(),
      expiresAt: kaeru.clock.now(),
      terms: { profile: 'open', schedule: '2026' },
      options: [],
      waitAdvice: null,
    };
    await setClaim(claim.number, { state: 'quoted', quote: toStoredJson(quote) });
    const body = { option: 'return_to_source' };
    const late = await kaeru.call('PUT', `/v1/claims/${claim.number}/choice`, { token, body });
    expect(await readProblem(late)).toMatchObject({ code: 'quote_expired', status: 410 });
    const after = await kaeru.call('GET', `/v1/claims/${claim.number}`, { token });
    expect(await after.json()).toMatchObject({ state: 'looking', transaction: hash });
  });

  test('an approval of a plan that has changed', async () => {
    const { claim } = await filed(hash);
    const digest = 'ab'.repeat(32);
    await setClaim(claim.number, { state: 'planning', plan_digest: digest });
    const approval = { kind: 'ed25519', key: 'A'.repeat(43), signature: 'A'.repeat(86) };
    const answer = await kaeru.call('POST', '/v1/desk/approvals', {
      token: await kaeru.staff('treasury'),
      body: { digests: [digest], approval },
    });
    expect(await readProblem(answer)).toMatchObject({ code: 'plan_changed', status: 409 });
  });

  test('a step on a case that somebody else has moved', async () => {
    const { claim } = await filed(hash);
    const token = await kaeru.staff('risk');
    const body = { version: 7, reason: '理由' };
    const answer = await kaeru.call('PUT', `/v1/desk/claims/${claim.number}/hold`, { token, body });
    expect(await readProblem(answer)).toMatchObject({ code: 'claim_changed', status: 409 });
  });
});

/** Puts a claim where a test needs it, around the commands. */
async function setClaim(number: string, change: Record<string, unknown>): Promise<void> {
  await kaeru.database.updateTable('claims').set(change).where('number', '=', number).execute();
}
