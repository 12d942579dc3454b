import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';

/** Serves the gallery of `ui/` from its sources. Close it with `close()`. */
export async function serveGallery(port: number): Promise<ViteDevServer> {
  const repository = join(import.meta.dirname, '..');
  const server = await createServer({
    root: join(repository, 'ui', 'gallery'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    cacheDir: join(repository, 'var', 'vite-gallery'),
    server: { port, strictPort: port !== 0, host: '127.0.0.1', fs: { allow: [repository] } },
  });
  await server.listen();
  return server;
}
