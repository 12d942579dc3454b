/** What a call brings back: the answer, or a problem with a stable code and a sentence. */
export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly problem: ProblemDocument };

/** RFC 9457, with `code` for programs and `title` for people. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly lasts: 'transient' | 'final';
  readonly facts: Readonly<Record<string, string>>;
}

export interface TransportOptions {
  /** Where Kaeru answers: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** A session's token; read anew for every call, so that it may change. */
  readonly token?: () => string | null;
  readonly language?: 'ja' | 'en';
  /** After this long a call is given up; 30 seconds unless told otherwise. */
  readonly timeoutMs?: number;
  /** Carries the calls; the platform's own unless another is given. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
}

const defaultTimeoutMs = 30_000;

/** Sends calls over fetch. What the network refuses comes back as the problem `unreachable`. */
export class Transport {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  async send<T>(call: Call): Promise<Answer<T>> {
    try {
      const request = new Request(this.#url(call), {
        method: call.method,
        headers: this.#headers(call),
        signal: AbortSignal.timeout(this.#options.timeoutMs ?? defaultTimeoutMs),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      const response = await (this.#options.fetch ?? fetch)(request);
      const value = response.status === 204 ? null : await response.json();
      if (response.ok) return { ok: true, status: response.status, value: value as T };
      return { ok: false, status: response.status, problem: value as ProblemDocument };
    } catch (error) {
      return { ok: false, status: 0, problem: unreachable(String(error)) };
    }
  }

  #url(call: Call): URL {
    const url = new URL(call.path, this.#options.url);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }

  #headers(call: Call): Record<string, string> {
    const token = this.#options.token?.();
    return {
      accept: 'application/json',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(this.#options.language ? { 'accept-language': this.#options.language } : {}),
      ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
    };
  }
}

function unreachable(reason: string): ProblemDocument {
  return {
    type: 'about:blank',
    title: 'Kaeru could not be reached. Please try again.',
    status: 0,
    code: 'unreachable',
    lasts: 'transient',
    facts: { reason },
  };
}
