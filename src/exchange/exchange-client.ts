import type { z } from 'zod';
import { type Clock, done, invariant, type Outcome, refuse } from '../std/index.ts';
import { contractProblems, schemas } from './contract.ts';
import type { Exchange, ExchangeCode, ExchangeFailure } from './exchange.ts';
import { type Operation, operations } from './operations.ts';
import { type RequestKey, signRequest } from './sign-request.ts';

/** Where the exchange is and how to speak to it. */
export interface ExchangeClientOptions {
  /** `https://…`; plain `http` is accepted for this machine alone. No path. */
  readonly url: string;
  readonly key: RequestKey;
  readonly clock: Clock;
  readonly timeoutMs?: number;
  readonly answerBytesMax?: number;
}

/** An exchange slower than this is as good as silent; the caller's job tries again. */
const timeoutMsDefault = 15_000;
/** A page of 10,000 addresses, all of the longest kind, is about 9 MB. */
const answerBytesMaxDefault = 16 * 1024 * 1024;

/** The exchange at `url`, spoken to by version 1 of the contract. */
export function exchangeClient(options: ExchangeClientOptions): Exchange {
  const base = baseUrl(options.url);
  const read = <Name extends keyof typeof schemas>(name: Name, operation: Operation, values = {}) =>
    call(options, base, operation, values).then((answer) => parse(name, answer));
  const act = async (operation: Operation & { body: keyof typeof schemas }, body: object) => {
    const wire = toWire(body);
    // What we send must fit the contract: if it does not, the defect is ours.
    schemas[operation.body].parse(wire);
    return parse('Receipt', await call(options, base, operation, {}, wire));
  };
  return {
    ownersOfAddress: async (address) => {
      const answer = await read('AddressOwners', operations.ownersOfAddress, { address });
      if (!answer.ok) return answer;
      const all = [...answer.value.issued, ...answer.value.own];
      return all.every((one) => one.address === address)
        ? answer
        : malformed('it speaks of another address');
    },
    creditsOf: async ({ network, hash }) => {
      const answer = await read('Credits', operations.creditsOf, { network, hash });
      if (!answer.ok) return answer;
      const { credits } = answer.value;
      return credits.every((one) => one.transferKey?.startsWith(`${network}/${hash}/`))
        ? done(credits)
        : malformed('it speaks of another transaction');
    },
    credit: (input) => act(operations.credit, input),
    charge: (input) => act(operations.charge, input),
    restrict: (input) => act(operations.restrict, input),
    lift: (input) => act(operations.lift, input),
    notify: (input) => act(operations.notify, input),
    customer: async (id) => {
      const answer = await read('Customer', operations.customer, { customer: id });
      if (!answer.ok) return answer;
      return answer.value.customer === id ? answer : malformed('it speaks of another customer');
    },
    accounts: ({ cursor }) => read('Accounts', operations.accounts, { cursor }),
    changes: ({ since }) => read('Changes', operations.changes, { since }),
    assets: async () => pick(await read('Assets', operations.assets), 'assets'),
    rates: async (asset) => pick(await read('Rates', operations.rates, { asset }), 'prices'),
  };
}

/** The exchange's address without a path; throws on a setting that would send calls in the clear. */
function baseUrl(text: string): URL {
  const url = new URL(text);
  const local = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  invariant(
    url.protocol === 'https:' || (url.protocol === 'http:' && local),
    'the exchange is spoken to by https, or by http on this machine',
  );
  invariant(url.username === '' && url.password === '', "the exchange's URL holds no credentials");
  return url;
}

type Answer = Outcome<unknown, ExchangeCode>;

/** One request and its answer: parsed JSON where the exchange said 200, else a refusal. */
async function call(
  options: ExchangeClientOptions,
  base: URL,
  operation: Operation,
  values: Readonly<Record<string, string | null>>,
  wire?: unknown,
): Promise<Answer> {
  const url = urlOf(base, operation, values);
  const body = wire === undefined ? '' : JSON.stringify(wire);
  const request = { method: operation.method, url, body };
  try {
    const response = await fetch(url, {
      method: operation.method,
      headers: {
        accept: 'application/json',
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
        ...signRequest(options.key, options.clock, request),
      },
      ...(body === '' ? {} : { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? timeoutMsDefault),
    });
    const text = await readText(response, options.answerBytesMax ?? answerBytesMaxDefault);
    if (text === null) return malformed('it is too large');
    return response.status === 200 ? readJson(text) : refusal(response.status, text);
  } catch (error) {
    return failure(error);
  }
}

function urlOf(
  base: URL,
  operation: Operation,
  values: Readonly<Record<string, string | null>>,
): URL {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    invariant(value, `${operation.path} is called with its ${name}`);
    return encodeURIComponent(value);
  });
  const url = new URL(path, base);
  for (const [name, parameter] of Object.entries(operation.parameters ?? {})) {
    const value = values[name];
    if (parameter.in === 'query' && value) url.searchParams.set(name, value);
  }
  return url;
}

/** The body as text, or null when it is larger than `bytesMax`, which is where reading stops. */
async function readText(response: Response, bytesMax: number): Promise<string | null> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(text: string): Answer {
  try {
    return done(JSON.parse(text) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return malformed('it is not JSON');
  }
}

/** Problems of the contract that a caller acts upon; every other one is `exchange_refused`. */
const codeOf: Partial<Record<string, ExchangeCode>> = {
  idempotency_key_reused: 'exchange_key_reused',
  customer_unknown: 'exchange_customer_unknown',
  transfer_already_credited: 'exchange_already_credited',
  balance_insufficient: 'exchange_balance_insufficient',
};

function refusal(status: number, text: string): Answer {
  if (status === 429 || status >= 500) {
    return refuse('exchange_unreachable', { detail: `status ${status}` });
  }
  const json = readJson(text);
  const problem = json.ok ? schemas.Problem.safeParse(json.value) : null;
  if (!problem?.success) return malformed(`a refusal (${status}) without a code`);
  const { code } = problem.data;
  const known = Object.hasOwn(contractProblems, code);
  return refuse(codeOf[code] ?? 'exchange_refused', { problem: known ? code : `status ${status}` });
}

function failure(error: unknown): Answer {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return refuse('exchange_timed_out', {});
  }
  // fetch throws TypeError for every trouble below HTTP, redirects included; all else is a defect.
  if (error instanceof TypeError) {
    const cause = (error.cause as { code?: unknown } | undefined)?.code;
    return refuse('exchange_unreachable', {
      detail: typeof cause === 'string' ? cause : 'no answer',
    });
  }
  throw error;
}

function malformed(what: string): Outcome<never, 'exchange_answer_malformed'> {
  return refuse('exchange_answer_malformed', { what });
}

function parse<Name extends keyof typeof schemas>(
  name: Name,
  answer: Answer,
): Outcome<z.output<(typeof schemas)[Name]>, never> {
  if (!answer.ok) return answer as never;
  const parsed = schemas[name].safeParse(answer.value);
  if (parsed.success) return done(parsed.data as z.output<(typeof schemas)[Name]>);
  const issue = parsed.error.issues[0];
  // The path names the field; the value may be personal data and stays out.
  return malformed(`${name}.${issue?.path.join('.')}: ${issue?.code}`) as never;
}

function pick<Value extends object, Key extends keyof Value>(
  answer: Outcome<Value, ExchangeFailure>,
  key: Key,
): Outcome<Value[Key], ExchangeFailure> {
  return answer.ok ? done(answer.value[key]) : answer;
}

/** JSON of a body: bigints as decimal strings. */
function toWire(body: object): unknown {
  return JSON.parse(
    JSON.stringify(body, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  );
}
