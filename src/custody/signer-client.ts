import { request as httpRequest } from 'node:http';
import type { z } from 'zod';
import {
  addressReply,
  auditHeadReply,
  refusalReply,
  refusals,
  routes,
  signatureReply,
  statusReply,
  xpubReply,
} from '../../signer/intent/index.ts';
import { address } from '../networks/index.ts';
import { done, invariant, type Outcome, refuse } from '../std/index.ts';
import { checkSigned } from './check-signed.ts';
import type { AuditHead, Custody, SignRequest } from './custody.ts';
import type { CustodyCode } from './problems.ts';

/** Signing takes milliseconds; the rest is for a signer that starts or a disk that is slow. */
const answerTimeoutMs = 10_000;
/** The largest answer is the status of a policy with a hundred approvers. */
const answerBytesMax = 1_024 * 1_024;

/** The custody of Kaeru's own signer, asked over its Unix socket. */
export function signerCustody(socketPath: string): Custody {
  const ask = <Reply extends z.ZodType>(route: Route, reply: Reply, body?: object) =>
    askSigner(socketPath, route, reply, body);
  return {
    async addressOf(path) {
      const answer = await ask(routes.addresses, addressReply, { path });
      return answer.ok ? done(address(answer.value.address)) : answer;
    },
    async xpubOf(path) {
      const answer = await ask(routes.xpub, xpubReply, { path });
      return answer.ok ? done(answer.value.xpub) : answer;
    },
    async sign(request) {
      const answer = await ask(routes.signatures, signatureReply, bodyOf(request));
      if (!answer.ok) return answer;
      const { rawTransaction, fees } = answer.value;
      const checked = await checkSigned(request, answer.value);
      return checked.ok ? done({ rawTransaction, hash: checked.value, fees }) : checked;
    },
    signAuditHead: ({ sequence, hash }: AuditHead) =>
      ask(routes.auditHeads, auditHeadReply, { sequence: safeNumber(sequence), hash }),
    status: () => ask(routes.status, statusReply),
  };
}

type Route = (typeof routes)[keyof typeof routes];

function bodyOf({ plan, cluster, approvals, line, nonce, fees }: SignRequest): object {
  return {
    plan,
    ...(cluster ? { cluster } : {}),
    approvals,
    line,
    nonce,
    fees,
  };
}

function safeNumber(value: bigint): number {
  invariant(value <= BigInt(Number.MAX_SAFE_INTEGER), 'a sequence is a safe integer');
  return Number(value);
}

async function askSigner<Reply extends z.ZodType>(
  socketPath: string,
  route: Route,
  reply: Reply,
  body?: object,
): Promise<Outcome<z.infer<Reply>, CustodyCode>> {
  const answer = await exchange(socketPath, route, body);
  if (answer === null) return refuse('signer_unreachable');
  const parsed = parseJson(answer.text);
  if (answer.status === 200) {
    const value = reply.safeParse(parsed);
    return value.success ? done(value.data) : refuse('signer_answer_wrong', { part: route.path });
  }
  const refusal = refusalReply.safeParse(parsed);
  if (!refusal.success) return refuse('signer_answer_wrong', { part: route.path });
  const { code, facts } = refusal.data.refused;
  const lasts = Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : 'final';
  return refuse(lasts === 'final' ? 'signer_refused' : 'signer_refuses_now', { ...facts, code });
}

/** One request. Null when there was no whole answer: then nobody knows whether it was done. */
function exchange(
  socketPath: string,
  route: Route,
  body?: object,
): Promise<{ status: number; text: string } | null> {
  return new Promise((resolve) => {
    const giveUp = () => resolve(null);
    const request = httpRequest(
      {
        socketPath,
        method: route.method,
        path: route.path,
        headers: { 'content-type': 'application/json' },
        signal: AbortSignal.timeout(answerTimeoutMs),
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          chunks.push(chunk);
          if (bytes > answerBytesMax) request.destroy();
        });
        response.on('error', giveUp);
        response.on('aborted', giveUp);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, text });
        });
      },
    );
    request.on('error', giveUp);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON is not an answer; the schemas refuse null.
    return null;
  }
}
