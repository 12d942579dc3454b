import { createHash, type KeyObject, sign } from 'node:crypto';
import { type Clock, randomHex } from '../std/index.ts';

/** The Ed25519 key that this program signs its calls with. The exchange holds the public half. */
export interface RequestKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

/** How far the clocks of the two sides may be apart. */
export const signatureSkewMs = 5 * 60_000;

/** What is signed. `path` and `query` are as they stand in the request line; `query` without `?`. */
export interface SignedParts {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Milliseconds since 1970, in decimal. */
  readonly time: string;
  readonly nonce: string;
  readonly bodySha256: string;
}

/** The text under the signature: one part a line, so that no two requests share a text. */
export function signedText(parts: SignedParts): string {
  return [
    'kaeru-exchange-v1',
    parts.method,
    parts.path,
    parts.query,
    parts.time,
    parts.nonce,
    parts.bodySha256,
  ].join('\n');
}

/** The headers of one request. Each call draws its own nonce: a retry is a new request. */
export function signRequest(
  key: RequestKey,
  clock: Clock,
  request: { readonly method: string; readonly url: URL; readonly body: string },
): Record<string, string> {
  const parts: SignedParts = {
    method: request.method,
    path: request.url.pathname,
    query: request.url.search.replace(/^\?/, ''),
    time: String(clock.now().getTime()),
    nonce: randomHex(16),
    bodySha256: createHash('sha256').update(request.body).digest('hex'),
  };
  return {
    'kaeru-key': key.id,
    'kaeru-time': parts.time,
    'kaeru-nonce': parts.nonce,
    'kaeru-body-sha256': parts.bodySha256,
    'kaeru-signature': sign(null, Buffer.from(signedText(parts)), key.privateKey).toString(
      'base64url',
    ),
  };
}
