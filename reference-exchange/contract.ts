import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { acts } from './acts.ts';
import type { Config } from './config.ts';
import { accounts, assets, changes, creditsOf, customerOf, ownersOf, rates } from './reads.ts';
import { requestVerifier } from './signatures.ts';
import { Refused, type Store } from './store.ts';

const bodyBytesMax = 256 * 1024;

/** The contract that Kaeru speaks, version 1. Nothing under it is answered without a signature. */
export function contractPages(store: Store, config: Config): Hono {
  const pages = new Hono();
  const verify = requestVerifier(store, config.kaeruKeys);
  const { credit, charge, restrict, lift, notify } = acts(store);

  pages.use(
    bodyLimit({
      maxSize: bodyBytesMax,
      onError: () => {
        throw new Refused('body_too_large');
      },
    }),
  );
  pages.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    verify({
      method: c.req.method,
      target: pathname + search,
      header: (name) => c.req.header(name),
      body: await c.req.text(),
    });
    await next();
  });

  pages.get('/addresses/:address/owners', (c) => c.json(ownersOf(store, c.req.param('address'))));
  pages.get('/transactions/:network/:hash/credits', (c) =>
    c.json(creditsOf(store, c.req.param('network'), c.req.param('hash'))),
  );
  pages.get('/customers/:customer', (c) => c.json(customerOf(store, c.req.param('customer'))));
  pages.get('/accounts', (c) => c.json(accounts(store, config, c.req.query('cursor'))));
  pages.get('/changes', (c) => c.json(changes(store, config, c.req.query('since'))));
  pages.get('/assets', (c) => c.json(assets(store)));
  pages.get('/rates', (c) => c.json(rates(store, c.req.query('asset'))));

  pages.post('/credits', async (c) => c.json(credit(await c.req.text())));
  pages.post('/charges', async (c) => c.json(charge(await c.req.text())));
  pages.post('/restrictions', async (c) => c.json(restrict(await c.req.text())));
  pages.post('/lifts', async (c) => c.json(lift(await c.req.text())));
  pages.post('/notifications', async (c) => c.json(notify(await c.req.text())));
  return pages;
}

const refusals: Record<string, readonly [400 | 401 | 404 | 409 | 413 | 422, string]> = {
  malformed_request: [400, 'The request does not fit the contract.'],
  key_unknown: [401, 'No key of this id may do this.'],
  signature_invalid: [401, 'The signature does not fit the request.'],
  clock_skewed: [401, 'The time of signing is more than five minutes away.'],
  nonce_replayed: [401, 'This request has been made before.'],
  customer_unknown: [404, 'There is no customer of this id.'],
  asset_unknown: [404, 'This exchange does not keep this asset.'],
  restriction_unknown: [404, 'There is no restriction of this id.'],
  idempotency_key_reused: [409, 'The key was used for another request. Nothing was done.'],
  transfer_already_credited: [409, 'This transfer was credited before. Nothing was done.'],
  body_too_large: [413, 'The body is larger than 256 KiB.'],
  balance_insufficient: [422, 'The balance does not cover the charge. Nothing was done.'],
};

/** A refusal as the contract writes it; any other error is the exchange's own failure. */
export function answerError(error: Error, c: Context): Response {
  const known = error instanceof Refused ? refusals[error.code] : undefined;
  if (error instanceof Refused && known) {
    const [status, message] = known;
    return c.json({ code: error.code, message }, status);
  }
  console.error(error);
  return c.json({ code: 'exchange_failed', message: 'The exchange failed. Try again.' }, 500);
}
