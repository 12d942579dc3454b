import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, no, type Refused, routes, yes } from './intent/index.ts';
import type { Signer } from './signer.ts';

/** Room for a cluster of a thousand plans' digests and every approval; nothing asked is larger. */
const bodyBytesMax = 256 * 1_024;
/** What is read of a body that is too large before the connection is cut. */
const discardedBytesMax = 16 * 1_024 * 1_024;
const requestTimeoutMs = 10_000;
const connectionsMax = 64;
/** `sun_path` of the smallest system (macOS) less its final zero. */
const socketPathBytesMax = 103;

export type Log = (line: Readonly<Record<string, unknown>>) => void;

/**
 * Serves a signer on its Unix socket, which only its owner may open. One JSON body in, one out:
 * 200 with the answer, or 4xx with `{ refused: { code, facts } }`.
 */
export async function serve(signer: Signer, log: Log): Promise<Server> {
  const { socketPath } = signer;
  if (Buffer.byteLength(socketPath) > socketPathBytesMax) {
    throw new Error(`the socket's path is longer than ${socketPathBytesMax} bytes: ${socketPath}`);
  }
  const server = createServer((request, response) => {
    handle(signer, request, response, log).catch((error: unknown) => {
      log({ event: 'connection_failed', why: nameOf(error) });
      response.destroy();
    });
  });
  server.maxConnections = connectionsMax;
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  // The folder's lock is ours, so a socket that lies there belongs to a signer that is gone.
  rmSync(socketPath, { force: true });
  const umask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(socketPath, resolve);
    });
  } finally {
    process.umask(umask);
  }
  chmodSync(socketPath, 0o600);
  return server;
}

async function handle(
  signer: Signer,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  const act = actOf(signer, request);
  const body = act && request.method === 'POST' ? await readBody(request) : yes<unknown>(null);
  const answer = !act ? no('route_unknown') : body.ok ? attempt(() => act(body.value), log) : body;
  const route = act ? `${request.method} ${request.url}` : 'unknown';
  log({ event: 'asked', route, ...(answer.ok ? { answer: 'ok' } : answer) });
  if (answer.ok) return send(response, 200, answer.value);
  send(response, statusOf(answer), { refused: { code: answer.code, facts: answer.facts } });
}

type Act = (body: unknown) => Answer<unknown>;

function actOf(signer: Signer, { method, url }: IncomingMessage): Act | null {
  const is = (route: { method: string; path: string }) =>
    route.method === method && route.path === url;
  if (is(routes.addresses)) return signer.addressOf;
  if (is(routes.xpub)) return signer.xpubOf;
  if (is(routes.signatures)) return signer.sign;
  if (is(routes.auditHeads)) return signer.signAuditHead;
  if (is(routes.status)) return () => yes(signer.status());
  return null;
}

/** A defect or a failed disk is a refusal too. Its message stays here: it may hold what was asked. */
function attempt(act: () => Answer<unknown>, log: Log): Answer<unknown> {
  try {
    return act();
  } catch (error) {
    log({ event: 'failed', why: nameOf(error) });
    return no('store_failed', { why: 'internal' });
  }
}

/**
 * Reads a body whole. One that is too large is thrown away as it comes and refused at its end, for an
 * answer before that may be lost with the connection; one that goes on and on loses the connection.
 */
async function readBody(request: IncomingMessage): Promise<Answer<unknown>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > discardedBytesMax) throw new Error('the body does not end');
    if (bytes > bodyBytesMax) chunks.length = 0;
    else chunks.push(chunk);
  }
  if (bytes > bodyBytesMax) return no('body_too_large');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return yes(JSON.parse(text) as unknown);
  } catch {
    // Its contents are nobody's to repeat.
    return no('body_malformed');
  }
}

function statusOf({ code }: Refused): number {
  switch (code) {
    case 'route_unknown':
      return 404;
    case 'body_too_large':
      return 413;
    case 'body_malformed':
      return 400;
    case 'store_failed':
      return 503;
    default:
      return 422;
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function nameOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}
