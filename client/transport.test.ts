import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Transport, type TransportOptions } from './transport.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server of this test's own, and a transport to it. */
async function transportTo(handler: Handler, options: Partial<TransportOptions> = {}) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    handler(request, response, body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new Transport({ url, ...options });
}

test('sends who asks, in which language, under which key', async () => {
  let token = 'first';
  const heard: unknown[] = [];
  const transport = await transportTo(
    ({ method, url, headers }, response, body) => {
      heard.push({
        method,
        url,
        body,
        key: headers['idempotency-key'],
        who: headers.authorization,
      });
      expect(headers['accept-language']).toBe('ja');
      response.end('{"done":true}');
    },
    { token: () => token, language: 'ja' },
  );
  const query = { state: 'looking', after: undefined };
  await transport.send({ method: 'GET', path: '/claims', query });
  token = 'second';
  const call = {
    method: 'POST',
    path: '/claims',
    body: { said: '届きません' },
    idempotencyKey: 'k',
  };
  expect(await transport.send(call)).toEqual({ ok: true, status: 200, value: { done: true } });
  expect(heard).toEqual([
    { method: 'GET', url: '/claims?state=looking', body: '', who: 'Bearer first' },
    {
      method: 'POST',
      url: '/claims',
      body: '{"said":"届きません"}',
      key: 'k',
      who: 'Bearer second',
    },
  ]);
});

test('brings a refusal back as a problem, not as a throw', async () => {
  const problem = { code: 'claim_not_found', title: 'There is no such case.', status: 404 };
  const transport = await transportTo((_, response) => {
    response.writeHead(404, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify(problem));
  });
  const answer = await transport.send({ method: 'GET', path: '/x' });
  expect(answer).toEqual({ ok: false, status: 404, problem });
});

test.each<[string, Handler]>([
  ['an answer that is no JSON', (_, response) => response.end('<h1>Bad gateway</h1>')],
  ['a connection that breaks', (_, response) => response.destroy()],
  ['no answer in time', () => {}],
])('%s is the problem unreachable', async (_, handler) => {
  const transport = await transportTo(handler, { timeoutMs: 300 });
  const answer = await transport.send({ method: 'GET', path: '/x' });
  expect(answer).toMatchObject({ ok: false, status: 0, problem: { code: 'unreachable' } });
});
