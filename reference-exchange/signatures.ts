import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Config } from './config.ts';
import { Refused, type Store } from './store.ts';

const skewMs = 5 * 60_000;

/** A request as it arrived, with its body read to the end. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, as they stood in the request line. */
  readonly target: string;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/**
 * Checks that a request was signed by one of `keys`, lately, over exactly what arrived, and for the
 * first time. The contract (docs/reference/exchange-contract.md) says what is signed.
 */
export function requestVerifier(store: Store, keys: Config['kaeruKeys']) {
  const known = new Map<string, KeyObject>(
    keys.map(({ id, publicKey }) => [id, createPublicKey(publicKey)]),
  );
  return (request: SignedRequest): void => {
    const key = known.get(request.header('kaeru-key') ?? '');
    if (!key) throw new Refused('key_unknown');
    const time = request.header('kaeru-time') ?? '';
    const nonce = request.header('kaeru-nonce') ?? '';
    const bodyHash = createHash('sha256').update(request.body).digest('hex');
    const [path = '', query = ''] = request.target.split(/\?(.*)/s, 2);
    const signed = ['kaeru-exchange-v1', request.method, path, query, time, nonce, bodyHash];
    const signature = Buffer.from(request.header('kaeru-signature') ?? '', 'base64url');
    const fits =
      request.header('kaeru-body-sha256') === bodyHash &&
      /^\d{1,15}$/.test(time) &&
      /^[0-9a-f]{32}$/.test(nonce) &&
      verify(null, Buffer.from(signed.join('\n')), key, signature);
    if (!fits) throw new Refused('signature_invalid');
    const now = Date.now();
    if (Math.abs(now - Number(time)) > skewMs) throw new Refused('clock_skewed');
    // A nonce is kept for as long as its time could pass.
    if (!store.takeNonce(nonce, now, Number(time) + skewMs)) throw new Refused('nonce_replayed');
  };
}
