import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type OddNode, type Question, startOddNode } from '../../test/odd-node.ts';
import { type RpcCall, type RpcNode, rpcNode } from './rpc-node.ts';

const limits = { timeoutMs: 300, bytesMax: 100_000, callsMax: 10 };
const head: RpcCall = { method: 'eth_blockNumber', params: [] };
const started: OddNode[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((node) => node.stop()));
});

type Handle = Parameters<typeof startOddNode>[0];

async function nodeThat(handle: Handle, url = (served: string) => served): Promise<RpcNode> {
  const odd = await startOddNode(handle);
  started.push(odd);
  return asNode(url(odd.url));
}

function asNode(url: string): RpcNode {
  const made = rpcNode(url, 1, limits);
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

const right = ({ id, method }: Question) => ({
  jsonrpc: '2.0',
  id,
  result: method === 'eth_chainId' ? '0x1' : '0x10',
});

/** Answers batches; `change` may alter the list. */
const answering =
  (change: (items: object[]) => unknown = (items) => items): Handle =>
  (body, _, response) =>
    response.end(JSON.stringify(change((JSON.parse(body) as Question[]).map(right))));

describe('one round trip', () => {
  test('a batch, with the chain id in it; answers may come in any order', async () => {
    const node = await nodeThat(answering((items) => items.reverse()));
    const answer = await node.ask([head, { method: 'eth_chainId', params: [] }]);
    expect(answer).toMatchObject({
      ok: true,
      results: [
        { ok: true, value: '0x10' },
        { ok: true, value: '0x1' },
      ],
    });
    expect(started[0]?.requests()).toBe(1);
  });

  test('more calls than a batch may hold go side by side', async () => {
    const node = await nodeThat(answering());
    const answer = await node.ask(Array<RpcCall>(25).fill(head));
    expect(answer.ok && answer.results).toHaveLength(25);
    expect(started[0]?.requests()).toBe(3);
  });

  test.each([
    [
      'an error object',
      (_: string, status: { statusCode: number }) => {
        status.statusCode = 200;
        return { jsonrpc: '2.0', id: null, error: { code: -32600, message: 'no batches' } };
      },
    ],
    [
      'HTTP 400',
      (_: string, status: { statusCode: number }) => {
        status.statusCode = 400;
        return {};
      },
    ],
  ])('a node that refuses batches by %s is asked call by call', async (_, refuse) => {
    const node = await nodeThat((body, __, response) => {
      const said = body.startsWith('[') ? refuse(body, response) : right(JSON.parse(body));
      response.end(JSON.stringify(said));
    });
    for (let turn = 0; turn < 2; turn++) {
      expect(await node.ask([head])).toMatchObject({ ok: true, results: [{ value: '0x10' }] });
    }
    // One refused batch, then two calls for each of the two questions.
    expect(started[0]?.requests()).toBe(5);
  });

  test('the refusal of one call is that call’s answer', async () => {
    const node = await nodeThat(
      answering(([id, call]) => [
        id,
        { ...call, result: undefined, error: { code: -32601, message: 'unknown method' } },
      ]),
    );
    expect(await node.ask([head])).toMatchObject({
      ok: true,
      results: [{ ok: false, code: -32601, message: 'unknown method' }],
    });
  });
});

describe('whatever goes wrong is an outcome', () => {
  const why = async (node: RpcNode) => {
    const answer = await node.ask([head]);
    return answer.ok ? 'answered' : answer.why;
  };

  test('another chain', async () => {
    const other = answering((items) => items.map((item) => ({ ...item, result: '0x38' })));
    const node = await nodeThat(other);
    expect(await node.ask([head])).toEqual({
      ok: false,
      why: 'wrong_chain',
      detail: `${node.name} serves chain 56, not 1`,
    });
  });

  test('silence, and a body that never ends', async () => {
    expect(await why(await nodeThat(() => {}))).toBe('timed_out');
    const dripping = await nodeThat((_, __, response) => {
      response.write('[');
      setInterval(() => response.write(' '), 20).unref();
    });
    expect(await why(dripping)).toBe('timed_out');
  });

  test('a huge body is cut while it arrives', async () => {
    let written = 0;
    const node = await nodeThat((_, __, response) => {
      const pour = () => {
        if (response.destroyed) return;
        written += 65_536;
        response.write('x'.repeat(65_536), () => setImmediate(pour));
      };
      pour();
    });
    expect(await why(node)).toBe('too_large');
    expect(written).toBeLessThan(20_000_000);
  });

  test('what is not JSON-RPC', async () => {
    for (const body of [
      '<html>',
      '{"a":',
      '',
      'null',
      '[]',
      '[null,null]',
      '[{"id":0},{"id":1}]',
    ]) {
      const node = await nodeThat((_, __, response) => response.end(body));
      expect(await why(node)).toBe('malformed');
    }
    const twice = await nodeThat(answering((items) => [items[0], items[0]]));
    expect(await why(twice)).toBe('malformed');
    const wordy = await nodeThat(
      answering((items) => items.map((item) => ({ ...item, result: 'one' }))),
    );
    expect(await why(wordy)).toBe('malformed');
  });

  test('a redirect is not followed', async () => {
    const aim = await startOddNode(answering());
    started.push(aim);
    const node = await nodeThat((_, __, response) => {
      response.writeHead(307, { location: aim.url }).end();
    });
    expect(await why(node)).toBe('malformed');
    expect(aim.requests()).toBe(0);
  });

  test('no server, a server in trouble, and one that hangs up', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    expect(await why(asNode(`http://127.0.0.1:${port}`))).toBe('unreachable');
    for (const status of [401, 403, 429, 500, 503]) {
      const node = await nodeThat((_, __, response) => response.writeHead(status).end('{}'));
      expect(await why(node)).toBe('unreachable');
    }
    expect(await why(await nodeThat((_, request) => request.socket.destroy()))).toBe('unreachable');
  });
});

describe('credentials', () => {
  test('go in a header, and are in no name and no detail', async () => {
    let header: string | undefined;
    let path: string | undefined;
    const secret = (url: string) =>
      `${url.replace('http://', 'http://us%40er:hush@')}/hush?key=hush`;
    const node = await nodeThat((_, request, response) => {
      header = request.headers.authorization;
      path = request.url;
      response.writeHead(500).end();
    }, secret);
    const answer = await node.ask([head]);
    expect(header).toBe(`Basic ${Buffer.from('us@er:hush').toString('base64')}`);
    expect(path).toBe('/hush?key=hush');
    expect(JSON.stringify([answer, node.name])).not.toContain('hush');
    const gone = asNode('http://user:hush@127.0.0.1:1/hush');
    expect(JSON.stringify(await gone.ask([head]))).not.toContain('hush');
  });

  test('whether a node is on this machine is told from its URL', () => {
    expect(asNode('http://127.0.0.1:8545').local).toBe(true);
    expect(asNode('http://localhost').local).toBe(true);
    expect(asNode('http://[::1]:1').local).toBe(true);
    expect(asNode('http://127.0.0.1.example.com').local).toBe(false);
    expect(asNode('https://example.com').local).toBe(false);
  });
});
