import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PortalOptions } from './options.ts';
import { brokenPage, missingPage, notFromHerePage, tooLongPage } from './pages/problem.tsx';
import { go } from './respond.tsx';
import { routes } from './routes.ts';
import { fromOurselves } from './same-origin.ts';
import { languageCookie, newNonce, type Visit, visitOf } from './visit.ts';
import { isLanguage } from './words/index.ts';

export type { PortalOptions } from './options.ts';

/** A report at its longest is 200,000 characters, each up to nine bytes in a form. */
const bodyBytesMax = 2_000_000;
const languageSeconds = 365 * 24 * 60 * 60;

/** The customers' pages: rendered here, complete before any script. */
export function portalApp(options: PortalOptions): Hono {
  const app = new Hono();
  const short = bodyLimit({
    maxSize: bodyBytesMax,
    onError: async (c) => tooLongPage(await visitOf(c, options, 'unread')),
  });
  for (const { method, path, answer } of routes) {
    if (method === 'get') {
      app.get(path, async (c) => kept(c, await answer(await visitOf(c, options))));
    } else {
      app.post(path, short, async (c) => {
        const visit = await visitOf(c, options);
        return fromOurselves(c.req.raw.headers) ? answer(visit) : notFromHerePage(visit);
      });
    }
  }
  for (const path of postOnly()) {
    app.get(path, (c) => kept(c, go(c.req.path.slice(0, c.req.path.lastIndexOf('/')))));
  }
  app.notFound(async (c) => missingPage(await visitOf(c, options, 'unread')));
  app.onError(async (error, c) => {
    const reference = newNonce().slice(0, 12);
    options.report?.(reference, error);
    return brokenPage(await failedVisit(c, options), reference);
  });
  return app;
}

/** A page that only a form leads to, loaded again by its address, is the page that it belongs to. */
function postOnly(): string[] {
  const pages = new Set(routes.filter(({ method }) => method === 'get').map(({ path }) => path));
  return routes.map(({ path }) => path).filter((path) => !pages.has(path));
}

/** What was sent may be what we stumbled over: it is not read again. */
function failedVisit(c: Context, options: PortalOptions): Promise<Visit> {
  return visitOf(c, options, 'unread');
}

/** A language chosen by address holds from then on. */
function kept(c: Context, response: Response): Response {
  const named = c.req.query('lang');
  if (!isLanguage(named)) return response;
  const cookie = `${languageCookie}=${named}; Path=/; SameSite=Lax; Max-Age=${languageSeconds}`;
  response.headers.append('set-cookie', cookie);
  return response;
}
