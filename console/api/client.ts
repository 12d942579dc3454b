import { KaeruClient } from '../../client/index.ts';
import { type Answer, type ProblemDocument, Transport } from '../../client/transport.ts';
import { preferences } from '../preferences/preferences.ts';

type Language = 'ja' | 'en';

const options = (language: Language) => ({
  url: location.origin,
  language,
  // The session lies in a cookie that no script can read; this asks the server for one.
  fetch: (request: Request) => {
    request.headers.set('kaeru-session', 'cookie');
    return fetch(request);
  },
});

const clients = new Map<Language, KaeruClient>();
const transports = new Map<Language, Transport>();

/** Kaeru's HTTP API, answering in the reader's language. */
export function api(): KaeruClient {
  return ofLanguage(clients, (language) => new KaeruClient(options(language)));
}

/** The same for calls that are not part of the document, such as the demo's. */
export function transport(): Transport {
  return ofLanguage(transports, (language) => new Transport(options(language)));
}

function ofLanguage<T>(kept: Map<Language, T>, make: (language: Language) => T): T {
  const { language } = preferences();
  const one = kept.get(language) ?? make(language);
  kept.set(language, one);
  return one;
}

/** A refusal or a failure, with its stable code and the server's sentence as the message. */
export class Problem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.title);
    this.document = document;
  }

  get code(): string {
    return this.document.code;
  }
}

const sessionCodes = new Set(['not_signed_in', 'session_expired']);
const sessionListeners = new Set<() => void>();

/** Told when an answer shows that nobody is signed in any more. */
export function onSessionLost(listener: () => void): () => void {
  sessionListeners.add(listener);
  return () => sessionListeners.delete(listener);
}

/** The answer's value; throws its problem. The one way in which queries and acts read answers. */
export async function valueFrom<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked;
  if (answer.ok) return answer.value;
  if (sessionCodes.has(answer.problem.code)) for (const listener of sessionListeners) listener();
  throw new Problem(answer.problem);
}

/** The problem in what was thrown; what is not one is told as a failure of ours. */
export function problemOf(error: unknown): ProblemDocument {
  if (error instanceof Problem) return error.document;
  return {
    type: 'about:blank',
    title: String(error instanceof Error ? error.message : error),
    status: 0,
    code: 'failed',
    lasts: 'transient',
    facts: {},
  };
}
