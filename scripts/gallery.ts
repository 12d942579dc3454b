import { join } from 'node:path';
import { createServer } from 'vite';

/** Serves the gallery of `ui/` and reloads it on every change: `npm run ui [port]`. */
const port = Number(process.argv[2] ?? 5178);
const root = join(import.meta.dirname, '..', 'ui', 'gallery');
const server = await createServer({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  cacheDir: join(import.meta.dirname, '..', 'var', 'vite-gallery'),
  server: { port, strictPort: true, host: '127.0.0.1', fs: { allow: [join(root, '..', '..')] } },
});
await server.listen();
console.log(`The gallery is at http://127.0.0.1:${port}/`);
