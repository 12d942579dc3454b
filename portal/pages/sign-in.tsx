import { hasTyped } from '../kept-typing.ts';
import type { Visit } from '../visit.ts';
import { plainPage } from './problem.tsx';

/** Customers sign in at the exchange, and come back to where they were. */
export function signInPage(visit: Visit): Response {
  const { t, url } = visit;
  const back = url.searchParams.get('return') ?? '/claims';
  const act = { href: signInUrl(visit, back), label: t('signIn.act') };
  const why = url.searchParams.get('why');
  const lead =
    why === 'refused' ? 'signIn.refused' : why === 'busy' ? 'signIn.busy' : 'signIn.lead';
  const note = hasTyped(visit) ? t('trouble.signedOutKept') : null;
  return plainPage(visit, { title: t('signIn.title'), lead: t(lead), note, act }, 401);
}

/** The exchange's log-in, and where it leads back to: one of our own pages, or the first. */
export function signInUrl({ options }: Visit, back: string): string {
  const isOwn = /^\/(?![/\\])[\w./?=&%-]{0,300}$/.test(back);
  if (!URL.canParse(options.signInUrl)) return options.signInUrl;
  const url = new URL(options.signInUrl);
  url.searchParams.set('return', isOwn ? back : '/claims');
  return url.href;
}
