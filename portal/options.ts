/** What the portal is told by the program that mounts it. */
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
  /** Signs with a wallet of the demo's; null for a wallet that it has not. */
  readonly sign?: (address: string, message: string) => Promise<string | null>;
}
