import { statSync } from 'node:fs';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askSocket, type TestSigner, testSigner } from '../test/signer.ts';
import { serve } from './serve.ts';

let desk: TestSigner;
let server: Server;
const said: string[] = [];

const start = async () => {
  server = await serve(desk.signer(), (line) => said.push(JSON.stringify(line)));
};

async function restart(): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
  desk.restart();
  await start();
}

beforeAll(async () => {
  desk = testSigner();
  await start();
});
afterAll(() => {
  server.close();
  desk.close();
});

const ask = (path: string, body?: string | Buffer, method?: string) =>
  askSocket(desk.signer().socketPath, path, body, method);

test('the socket is for its owner alone', () => {
  expect(statSync(desk.signer().socketPath).mode & 0o777).toBe(0o600);
  expect(statSync(desk.folder).mode & 0o777).toBe(0o700);
});

describe('what comes in', () => {
  const hostile: [string, string | Buffer, number, string][] = [
    ['nothing', '', 400, 'body_malformed'],
    ['no JSON', 'hello', 400, 'body_malformed'],
    ['half a JSON', '{"plan":', 400, 'body_malformed'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'body_malformed'],
    ['null', 'null', 422, 'request_malformed'],
    ['a list', '[]', 422, 'request_malformed'],
    ['a deep nest', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422, 'request_malformed'],
    ['a prototype', '{"__proto__":{"line":0}}', 422, 'request_malformed'],
    ['too much', `{"plan":"${'x'.repeat(256 * 1_024)}"}`, 413, 'body_too_large'],
  ];
  test.each(hostile)('%s', async (_, body, status, code) => {
    expect(await ask('/signatures', body)).toMatchObject({ status, body: { refused: { code } } });
  });

  test('10 MB are refused in words, more without', async () => {
    const much = Buffer.alloc(10 * 1_024 * 1_024, 'x');
    expect(await ask('/signatures', much)).toMatchObject({
      status: 413,
      body: { refused: { code: 'body_too_large' } },
    });
    expect(await ask('/signatures', Buffer.concat([much, much]))).toBeNull();
    expect(await ask('/status', undefined, 'GET')).toMatchObject({ status: 200 });
  });

  test.each([
    ['GET', '/signatures'],
    ['POST', '/status'],
    ['POST', '/signatures/'],
    ['POST', '/keys'],
    ['DELETE', '/'],
  ])('no route: %s %s', async (method, path) => {
    expect(await ask(path, undefined, method)).toMatchObject({ status: 404 });
  });

  test('what goes wrong is written without what was asked', async () => {
    const secret = 'abandon abandon abandon';
    await ask('/signatures', JSON.stringify({ plan: secret, line: secret, [secret]: 1 }));
    await ask('/addresses', JSON.stringify({ path: secret }));
    await ask('/signatures', secret);
    expect(said.join('')).toContain('request_malformed');
    expect(said.join('')).not.toContain('abandon');
  });
});

describe('heads of the audit record', () => {
  const head = (sequence: number, byte: string) =>
    ask('/audit-heads', JSON.stringify({ sequence, hash: byte.repeat(32) }));

  test('only forward, and one hash a sequence; the same again gets the same signature', async () => {
    const first = await head(10, 'aa');
    expect(first?.status).toBe(200);
    expect(await head(10, 'aa')).toEqual(first);
    expect((await head(10, 'ab'))?.body.refused?.code).toBe('audit_head_conflicts');
    expect((await head(9, 'aa'))?.body.refused?.code).toBe('audit_head_older');
    expect((await head(12, 'cc'))?.status).toBe(200);
    await restart();
    expect((await head(10, 'aa'))?.body.refused?.code).toBe('audit_head_older');
    expect((await head(12, 'cd'))?.body.refused?.code).toBe('audit_head_conflicts');
    expect(await ask('/status', undefined, 'GET')).toMatchObject({
      body: { auditHead: { sequence: 12 } },
    });
  });
});
