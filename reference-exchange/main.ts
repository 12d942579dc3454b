/**
 * An exchange small enough to read, for trying Kaeru on. It imports nothing of Kaeru.
 *
 *   node reference-exchange/main.ts --folder DIR --config FILE [--port N]
 *
 * Prints one line of JSON when it is ready.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { adminPages, putAssets } from './admin.ts';
import { readConfig } from './config.ts';
import { answerError, contractPages } from './contract.ts';
import { handoverKey, loginPages } from './login.ts';
import { seed } from './seed.ts';
import { Store } from './store.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    config: { type: 'string' },
    port: { type: 'string', default: '0' },
  },
});
if (!values.folder || !values.config) {
  console.error('usage: node reference-exchange/main.ts --folder DIR --config FILE [--port N]');
  process.exit(2);
}

mkdirSync(values.folder, { recursive: true, mode: 0o700 });
const config = readConfig(values.config);
const store = new Store(values.folder);
seed(store, config);
putAssets(store, config.assets);
const adminToken = store.setting('admin token', () => randomBytes(24).toString('hex'));
writeFileSync(join(values.folder, 'admin-token'), adminToken, { mode: 0o600 });
const { publicKey, sign } = await handoverKey(store);

const app = new Hono();
app.onError(answerError);
// A page elsewhere that a browser here has open must not speak to this address by another name.
app.use(async (c, next) => {
  const host = c.req.header('host') ?? '';
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return c.text('not this host', 421);
  return next();
});
app.route('/v1', contractPages(store, config));
app.route('/admin', adminPages(store, config, adminToken));
app.get('/.well-known/jwks.json', (c) => c.json({ keys: [publicKey] }));
app.route('/', loginPages(store, config, sign));

const listenOn = { fetch: app.fetch, hostname: '127.0.0.1', port: Number(values.port) };
const server = serve(listenOn, ({ port }) => {
  const url = `http://127.0.0.1:${port}`;
  console.log(JSON.stringify({ ready: true, url, issuer: config.issuer, keys: [publicKey] }));
});

/** Lets calls under way finish for two seconds; what was answered is on the disk already. */
function stop(): void {
  setTimeout(() => process.exit(0), 2_000).unref();
  server.close(() => {
    store.close();
    process.exit(0);
  });
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
