/** What the portal is told by the program that mounts it. */
export interface PortalOptions {
  /** Asks Kaeru's HTTP API. `env` is what the server knows of the connection, for its limits. */
  readonly api: (request: Request, env?: unknown) => Promise<Response>;
  /** The name of the session's cookie, whose token the portal passes on to the API. */
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
  /** Told of what failed while a page was made, with the number that the reader was shown. */
  readonly report?: (reference: string, error: unknown) => void;
  /** The file names that the build gave to what pages load. */
  readonly assets: { readonly script: string; readonly styles: readonly string[] };
}
