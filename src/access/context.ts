import type { Context } from '../audit/index.ts';

/** What signing in needs beside the database and the clock. */
export interface AccessContext extends Pick<Context, 'database' | 'clock'> {
  /** 32 bytes from a secret file: seals the secrets of one-time codes. */
  readonly accessKey: Uint8Array;
}

/** Where passkeys are used: they belong to one site and open no other. */
export interface PasskeySite {
  /** The registrable domain, such as `desk.example.com`. */
  readonly rpId: string;
  /** Every origin that the pages are served from. */
  readonly origins: readonly string[];
  readonly name: string;
}

/** What showing a passkey needs. */
export interface PasskeyContext extends AccessContext {
  readonly site: PasskeySite;
}
