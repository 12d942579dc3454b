import type { Context as HonoContext } from 'hono';
import { acceptHandover } from '../exchange/index.ts';
import { admit, type Door } from './admit.ts';
import { languageOf } from './respond.ts';
import { keepInCookie } from './session-cookie.ts';

/**
 * The exchange's log-in posts its signed hand-over here. The customer gets a session as a cookie, and
 * goes back to where they were; who is not let in goes to the page that leads to the log-in.
 */
export async function takeOver(c: HonoContext, door: Door): Promise<Response> {
  const { desk } = door;
  const form: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
  const back = ownPath(form['return']) ?? '/claims';
  const admitted = await admit(c, door, { guard: 'everybody', limit: 'sign_in' });
  if (!admitted.ok) {
    c.header('retry-after', admitted.facts['seconds'] ?? '60');
    return toSignIn(c, back, 'busy');
  }
  const token = typeof form['token'] === 'string' ? form['token'] : '';
  const context = await desk.signedIn(null, languageOf(c));
  const accepted = await acceptHandover(context, context.handoverIssuer, token);
  if (!accepted.ok) return toSignIn(c, back, 'refused');
  const { opened } = accepted.value;
  const {
    token: session,
    session: { endsAt },
  } = opened;
  keepInCookie(c, desk, 'customer', { token: session, endsAt });
  return c.redirect(back, 303);
}

function toSignIn(c: HonoContext, back: string, why: 'refused' | 'busy'): Response {
  return c.redirect(`/sign-in?${new URLSearchParams({ return: back, why })}`, 303);
}

/** Where somebody was before they were sent to log in: a path of ours, and nobody else's page. */
function ownPath(text: unknown): string | null {
  const isOwn = typeof text === 'string' && /^\/(?![/\\])[\w./?=&%-]{0,300}$/.test(text);
  return isOwn ? text : null;
}
