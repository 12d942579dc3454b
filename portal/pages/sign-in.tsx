import type { Visit } from '../visit.ts';
import { plainPage } from './problem.tsx';

/** Customers sign in at the exchange, and come back to where they were. */
export function signInPage(visit: Visit): Response {
  const { t, options } = visit;
  const act = { href: options.signInUrl, label: t('signIn.act') };
  return plainPage(visit, { title: t('signIn.title'), lead: t('signIn.lead'), act }, 401);
}
