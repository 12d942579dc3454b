import type { Context } from 'hono';
import { KaeruClient } from '../client/index.ts';
import type { PortalOptions } from './options.ts';
import { isLanguage, type Language, type Words, wordsOf } from './words/index.ts';

/** One request of a reader, with all that a page needs to answer it. */
export interface Visit {
  /** The address asked for, `?…` included. */
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** What a form sent; empty on GET. */
  readonly form: Form;
  readonly language: Language;
  /** The sentences of the reader's language; `tx` takes elements for some of their places. */
  readonly t: Words['t'];
  readonly tx: Words['tx'];
  /** When the page is made: the year of a date, what is past and what is ahead. */
  readonly now: Date;
  /** Asks the API as whoever is signed in, in the reader's language. */
  readonly client: KaeruClient;
  /** A file of the API for whoever is signed in, in the reader's language: a PDF. */
  readonly file: (path: string) => Promise<Response>;
  /** What a cookie of ours holds. */
  readonly cookie: (name: string) => string | undefined;
  /** True when a session's cookie came along; only the API knows whether it still holds. */
  readonly signedIn: boolean;
  /** Allows this page's own scripts, and no others. */
  readonly nonce: string;
  readonly options: PortalOptions;
}

/** The fields of a form: what is not there is empty. Files are not read. */
export type Form = (name: string) => string;

/** What a page adds to its own address when it loads itself again: nobody may be looking any more. */
export const byItself = 'again';

/** The reader's language is kept a year. */
export const languageCookie = 'kaeru_language';

/** Reads a request: language, session, and the form unless it had better stay unread. */
export async function visitOf(
  c: Context,
  options: PortalOptions,
  form: 'read' | 'unread' = 'read',
): Promise<Visit> {
  const url = new URL(c.req.url);
  const language = languageFor(c, url);
  const words = wordsOf(language);
  const token = cookieOf(c, options.cookie);
  const client = new KaeruClient({
    url: 'http://portal',
    language,
    token: () => token ?? null,
    fetch: (request) => options.api(marked(request, url), c.env),
  });
  return {
    url,
    params: c.req.param() as Record<string, string>,
    form: form === 'read' ? await formOf(c) : () => '',
    language,
    t: words.t,
    tx: words.tx,
    now: new Date(),
    client,
    file: async (path) => options.api(fileRequest(path, language, token), c.env),
    cookie: (name) => cookieOf(c, name),
    signedIn: token !== undefined,
    nonce: newNonce(),
    options,
  };
}

function fileRequest(path: string, language: Language, token: string | undefined): Request {
  const headers = new Headers({ 'accept-language': language });
  if (token) headers.set('authorization', `Bearer ${token}`);
  return new Request(new URL(path, 'http://portal'), { headers });
}

/** A page that loaded itself again says so to the API: it does not keep the session open. */
function marked(request: Request, page: URL): Request {
  if (!page.searchParams.has(byItself) || request.method !== 'GET') return request;
  const url = new URL(request.url);
  url.searchParams.set(byItself, '');
  return new Request(url, request);
}

/** The address decides, then what was chosen before, then what the browser asks for. */
function languageFor(c: Context, url: URL): Language {
  const named = url.searchParams.get('lang') ?? undefined;
  if (isLanguage(named)) return named;
  const kept = cookieOf(c, languageCookie);
  if (isLanguage(kept)) return kept;
  return preferred(c.req.header('accept-language'));
}

function preferred(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part, index) => {
      const [tag = '', quality] = part.trim().toLowerCase().split(';q=');
      const weight = quality === undefined ? 1 : Number.parseFloat(quality) || 0;
      return { language: tag.split('-')[0], weight, index };
    });
  wanted.sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { language } of wanted) if (isLanguage(language)) return language;
  return 'en';
}

async function formOf(c: Context): Promise<Form> {
  if (c.req.method !== 'POST') return () => '';
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
  return (name) => {
    const value = Object.hasOwn(body, name) ? body[name] : '';
    // Browsers send line ends as CR LF; a text is compared and kept with LF alone.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
}

function cookieOf(c: Context, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w.-]{1,200})`);
  return pattern.exec(c.req.header('cookie') ?? '')?.[1];
}

/** Something that nobody can guess, in 32 hexadecimal digits. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
