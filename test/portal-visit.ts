import type { Claim } from '../client/index.ts';

/** One call that the portal made to the API. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

/** What the API would say to a call: an answer, or a status with a problem. */
export type Say = (call: ApiCall) => unknown | Refused;

/** A refusal of the API. */
export class Refused {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;

  constructor(status: number, code: string, facts: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.code = code;
    this.facts = facts;
  }
}

/** What the portal is made with, beside the API. */
export const portalFacts = {
  cookie: 'kaeru_session',
  signInUrl: 'https://exchange.example/login',
  demo: null,
  assets: { script: '/assets/main.js', styles: ['/assets/main.css'] },
} as const;

interface App {
  request(url: string, init?: RequestInit): Response | Promise<Response>;
}

/**
 * The portal by itself, as a process of its own would have it: what stands at the other end of its
 * API calls is said by the test. Remembers the calls.
 */
export function visits(make: (api: (request: Request) => Promise<Response>) => App, say: Say) {
  const calls: ApiCall[] = [];
  const app = make(async (request) => {
    const text = await request.text();
    const { pathname } = new URL(request.url);
    const { method, headers } = request;
    const call = { method, path: pathname, headers, body: text ? JSON.parse(text) : null };
    calls.push(call);
    const said = say(call);
    if (!(said instanceof Refused)) return Response.json(said);
    const { status, code, facts } = said;
    const title = `${code} said in words`;
    const problem = { type: 'about:blank', title, status, code, lasts: 'final', facts };
    return Response.json(problem, { status });
  });
  const headers = { cookie: 'kaeru_session=token-of-aiko', host: 'kaeru.example' };
  return {
    calls,
    get: (path: string, language: 'ja' | 'en' = 'ja') =>
      app.request(`http://kaeru.example${path}`, {
        headers: { ...headers, 'accept-language': language },
      }),
    post: (path: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
      app.request(`http://kaeru.example${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: {
          ...headers,
          'content-type': 'application/x-www-form-urlencoded',
          'accept-language': 'ja',
          'sec-fetch-site': 'same-origin',
          ...more,
        },
      }),
  };
}

/** An API that knows one claim and nothing else. */
export function onlyClaim(claim: Claim): Say {
  return ({ method, path }) => {
    if (method === 'GET' && path === `/v1/claims/${claim.number}`) return claim;
    if (method === 'GET' && path === '/v1/claims') return { claims: [claim] };
    return new Refused(404, 'claim_not_found');
  };
}
