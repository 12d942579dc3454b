import { z } from 'zod';
import type { HandoverIssuer } from '../../exchange/index.ts';
import type { ExchangeFacts } from '../start/facts.ts';

const keySet = z.object({
  keys: z
    .array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        kid: z.string().min(1).max(200),
        x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      }),
    )
    .max(20),
});

const timeoutMs = 10_000;

/**
 * Who may hand customers over. The exchange's keys are read again from time to time, so that it may
 * change them; while it does not answer the last ones hold, and before its first answer nobody is let
 * in.
 */
export class RefreshedIssuer implements HandoverIssuer {
  readonly issuer: string;
  readonly loginUrl: string;
  readonly #url: string;
  #keys: HandoverIssuer['keys'] = [];

  constructor(exchange: Pick<ExchangeFacts, 'url' | 'issuer' | 'loginUrl'>) {
    this.issuer = exchange.issuer;
    this.loginUrl = exchange.loginUrl ?? new URL('/login', exchange.url).href;
    this.#url = exchange.url;
  }

  get keys(): HandoverIssuer['keys'] {
    return this.#keys;
  }

  /** Throws when the exchange does not answer as it should; what was known stays known. */
  async refresh(): Promise<void> {
    const response = await fetch(`${this.#url}/.well-known/jwks.json`, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`the exchange answered ${response.status} for its keys`);
    this.#keys = keySet.parse(await response.json()).keys;
  }
}
