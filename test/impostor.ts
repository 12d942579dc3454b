import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs that sit on a socket in the signer's place and answer as they like. */
export interface Impostors {
  /** Starts one; returns the path of its socket. */
  answering(listener: RequestListener): Promise<string>;
  /** A path where nobody is. */
  readonly nobody: string;
  stop(): void;
}

export function impostors(): Impostors {
  const folder = mkdtempSync(join(tmpdir(), 'kaeru-impostor-'));
  const servers: Server[] = [];
  return {
    answering: async (listener) => {
      const socketPath = join(folder, `${servers.length}.sock`);
      const server = createServer(listener);
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(socketPath, resolve));
      return socketPath;
    },
    nobody: join(folder, 'nobody.sock'),
    stop: () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Answers everything with this body. */
export function sayingJson(body: unknown, status = 200): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}
