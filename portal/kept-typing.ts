import { go } from './respond.tsx';
import { newNonce, type Visit } from './visit.ts';

/** What somebody had typed when their session ended, until they have signed in again. */
interface Typed {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly until: number;
}

/** In memory alone: never written down, gone after half an hour, and no more than so many. */
const kept = new Map<string, Typed>();
const keptMs = 30 * 60 * 1000;
const keptMax = 500;
const fieldCharactersMax = 20_000;
const cookie = 'kaeru_typed';

/** Sends a reader to sign in, and keeps what the form held for when they come back to it. */
export function signInKeeping(visit: Visit, names: readonly string[]): Response {
  const path = visit.url.pathname;
  const response = go(`/sign-in?${new URLSearchParams({ return: path })}`);
  const fields = Object.fromEntries(
    names.map((name) => [name, visit.form(name).slice(0, fieldCharactersMax)]),
  );
  if (Object.values(fields).every((text) => text === '')) return response;
  forgetOld(visit.now.getTime());
  const token = newNonce();
  kept.set(token, { path, fields, until: visit.now.getTime() + keptMs });
  const secure = visit.url.protocol === 'https:' ? '; Secure' : '';
  response.headers.append(
    'set-cookie',
    `${cookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${keptMs / 1000}${secure}`,
  );
  return response;
}

/** What was typed into this page before the session ended; null where nothing was. */
export function typedBefore(visit: Visit): Readonly<Record<string, string>> | null {
  const typed = typedOf(visit);
  return typed?.path === visit.url.pathname ? typed.fields : null;
}

/** True when something waits to be taken up again, on whatever page. */
export function hasTyped(visit: Visit): boolean {
  return typedOf(visit) !== undefined;
}

/** It was sent: nothing is kept any longer. */
export function forgetTyped(visit: Visit): void {
  const token = visit.cookie(cookie);
  if (token) kept.delete(token);
}

function typedOf(visit: Visit): Typed | undefined {
  const token = visit.cookie(cookie);
  const typed = token === undefined ? undefined : kept.get(token);
  return typed && typed.until > visit.now.getTime() ? typed : undefined;
}

/** Those whose time is over, and the oldest when there are too many. */
function forgetOld(now: number): void {
  for (const [token, { until }] of kept) {
    if (until > now && kept.size < keptMax) return;
    kept.delete(token);
  }
}
