import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** One question as it came in. */
export interface Question {
  readonly id: unknown;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A node that answers by HTTP as a test wants it to. */
export interface OddNode {
  readonly url: string;
  /** HTTP requests so far. */
  requests(): number;
  stop(): Promise<void>;
}

/** Serves HTTP on a free port with the handler given; the request's body is read first. */
export async function startOddNode(
  handle: (body: string, request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<OddNode> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => handle(Buffer.concat(parts).toString('utf8'), request, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * A node between the test and a real one: every answer of `behind` passes through `change`, which
 * gives the result as this node tells it. `undefined` leaves the answer as it is.
 */
export async function startLiar(
  behind: string,
  change: (question: Question, result: unknown) => unknown,
): Promise<OddNode> {
  return await startOddNode(async (body, _, response) => {
    const answer = await fetch(behind, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const questions = [JSON.parse(body)].flat() as Question[];
    const items = [await answer.json()].flat() as { id: unknown; result?: unknown }[];
    const told = items.map((item) => {
      const question = questions.find((one) => one.id === item.id);
      const changed = question ? change(question, item.result) : undefined;
      return changed === undefined ? item : { jsonrpc: '2.0', id: item.id, result: changed };
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body.trimStart().startsWith('[') ? told : told[0]));
  });
}
