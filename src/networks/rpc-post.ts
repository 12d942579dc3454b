import type { UnreadWhy } from './reading.ts';

/** The parsed body, or why there is none. `refused`: the server took issue with the request. */
export type Posted =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly why: UnreadWhy;
      readonly detail: string;
      readonly refused: boolean;
    };

interface Target {
  readonly name: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

/**
 * Posts one JSON body and reads one JSON body back, within a time and a size. The size counts what
 * comes out of decompression, as it arrives, so that a body without end is cut short.
 */
export async function postRpc(
  target: Target,
  body: unknown,
  limits: { readonly timeoutMs: number; readonly bytesMax: number },
): Promise<Posted> {
  const no = (why: UnreadWhy, what: string, refused = false): Posted => ({
    ok: false,
    why,
    detail: `${target.name} ${what}`,
    refused,
  });
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: target.headers,
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.timeoutMs),
    });
    const { status } = response;
    if (status !== 200) {
      await response.body?.cancel();
      if (status >= 300 && status < 400) {
        return no('malformed', 'redirects elsewhere, which is not followed');
      }
      const limited = status === 401 || status === 403 || status === 429;
      return no('unreachable', `answers HTTP ${status}`, status < 500 && !limited);
    }
    const text = await readBody(response, limits.bytesMax);
    if (text === null) return no('too_large', `sent more than ${limits.bytesMax} bytes`);
    const value = parseJson(text);
    return value === undefined ? no('malformed', 'sent what is not JSON') : { ok: true, value };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return no('timed_out', `did not answer within ${limits.timeoutMs} ms`);
    }
    return no('unreachable', `can't be reached (${codeOf(error)})`);
  }
}

async function readBody(response: Response, bytesMax: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    // Leaving the loop cancels the stream and closes the connection.
    if (bytes > bytesMax) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The system's code alone: messages of failed requests can hold the URL. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'connection failed';
}
