import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Hono } from 'hono';
import { type BuiltWeb, buildWeb } from './build-web.ts';

/** The part of the portal's module that is used here. The portal itself is a program of its own. */
interface PortalModule {
  portalApp(options: PortalOptions): { fetch: Fetch };
}

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>;

/** What the portal is told: the same as in `portal/options.ts`, which is a program of its own. */
export interface PortalOptions {
  /** Asks Kaeru's HTTP API. `env` is what the server knows of the connection, for its limits. */
  readonly api: (request: Request, env?: unknown) => Promise<Response>;
  /** The name of the session's cookie, whose token the portal passes on to the API. */
  readonly cookie: string;
  /** Where customers sign in: the exchange's own log-in. It takes `return`, a path of ours. */
  readonly signInUrl: string;
  /** What only the demo has. Null elsewhere. */
  readonly demo: PortalDemo | null;
  /** Told of what failed while a page was made, with the number that the reader was shown. */
  readonly report?: (reference: string, error: unknown) => void;
  /** The file names that the build gave to what pages load. */
  readonly assets: { readonly script: string; readonly styles: readonly string[] };
}

/** The demo: what waits to be claimed, and wallets that sign for whoever tries it out. */
export interface PortalDemo {
  readonly waiting: readonly {
    readonly ja: string;
    readonly en: string;
    readonly hash: string;
  }[];
  readonly sign?: (address: string, message: string) => Promise<string | null>;
}

/**
 * The whole site: the API under `/v1` and the few addresses beside it, the console under `/console/`,
 * built files, and everything else the portal.
 */
export async function mountWeb(
  api: { fetch: Fetch },
  options: Omit<PortalOptions, 'api' | 'assets'>,
  say?: (line: string) => void,
): Promise<{ fetch: Fetch }> {
  const built = await buildWeb(say);
  const { portalApp } = (await import(pathToFileURL(built.portalModule).href)) as PortalModule;
  const site = new Hono();
  const ask: Fetch = (request, env) => api.fetch(request, env);
  for (const path of apiPaths) site.all(path, (c) => ask(c.req.raw, c.env));
  site.get('/assets/*', (c) => file(built.portalAssets, c.req.path.slice('/assets/'.length)));
  site.get('/console', (c) => c.redirect('/console/', 308));
  site.get('/console/assets/*', (c) =>
    file(built.consoleFiles, c.req.path.slice('/console/'.length)),
  );
  site.get('/console/*', () => consolePage(built));
  const portal = portalApp({
    ...options,
    api: async (request, env) => await api.fetch(request, env),
    assets: assetsOf(built),
  });
  site.all('*', (c) => portal.fetch(c.req.raw, c.env));
  return { fetch: (request, env) => site.fetch(request, env as object) };
}

const apiPaths = [
  '/v1/*',
  '/openapi.json',
  '/session/*',
  '/demo/*',
  '/healthz',
  '/readyz',
  '/metrics',
];

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  json: 'application/json',
  png: 'image/png',
};

/** Built files bear a digest in their names: what was loaded once is never asked for again. */
function file(folder: string, path: string): Response {
  const full = join(folder, normalize(`/${decodeURIComponent(path)}`));
  const type = types[/\.(\w+)$/.exec(full)?.[1] ?? ''];
  if (!type || !existsSync(full)) return new Response('Not found', { status: 404 });
  return new Response(readFileSync(full), {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
}

const consolePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function consolePage(built: BuiltWeb): Response {
  return new Response(readFileSync(join(built.consoleFiles, 'index.html')), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': consolePolicy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    },
  });
}

function assetsOf(built: BuiltWeb): PortalOptions['assets'] {
  const manifest = JSON.parse(
    readFileSync(join(built.portalAssets, 'manifest.json'), 'utf8'),
  ) as Record<string, { file: string; css?: string[]; isEntry?: boolean }>;
  const entry = Object.values(manifest).find((one) => one.isEntry);
  if (!entry) throw new Error('the portal was built with an entry');
  return {
    script: `/assets/${entry.file}`,
    styles: (entry.css ?? []).map((name) => `/assets/${name}`),
  };
}
