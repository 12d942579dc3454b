import { Hono } from 'hono';
import { renderToStaticMarkup } from 'react-dom/server';

/** What the portal is told by the program that mounts it. */
export interface PortalOptions {
  /** Asks Kaeru's HTTP API. */
  readonly api: (request: Request) => Promise<Response>;
  /** The name of the session's cookie, which the portal passes on to the API. */
  readonly cookie: string;
  /** Where customers sign in: the exchange's own log-in. */
  readonly signInUrl: string;
  /** In the demo: what waits to be claimed. Null elsewhere. */
  readonly demo: {
    readonly waiting: readonly {
      readonly ja: string;
      readonly en: string;
      readonly hash: string;
    }[];
  } | null;
  /** The file names that the build gave to what pages load. */
  readonly assets: { readonly script: string; readonly styles: readonly string[] };
}

/** The customers' pages: rendered here, complete before any script. */
export function portalApp(_options: PortalOptions): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(`<!doctype html>${renderToStaticMarkup(<h1>Kaeru</h1>)}`));
  return app;
}
