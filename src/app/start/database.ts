import { sleep } from '../../std/index.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded.ts';
import { forget, remember } from '../processes/known.ts';
import type { Supervised } from './supervise.ts';

/** An embedded server that is started again, on the same port, when it dies. */
export interface SupervisedDatabase extends Supervised {
  readonly url: string;
  urlOf(database: string): string;
}

const pauseMs = 250;
const attemptsMax = 20;

/** Starts the embedded server of `folder` and keeps it alive. */
export async function superviseDatabase(
  folder: string,
  serverFolder: string,
  settings: readonly string[],
  say: (line: string) => void,
): Promise<SupervisedDatabase> {
  let server = await startEmbeddedPostgres({ folder: serverFolder, settings });
  let stopping = false;
  let becomingReady: Promise<void> = Promise.resolve();

  const again = async (): Promise<void> => {
    for (let attempt = 1; !stopping; attempt += 1) {
      try {
        server = await startEmbeddedPostgres({
          folder: serverFolder,
          settings,
          port: server.port,
        });
        watch(server);
        return;
      } catch (error) {
        if (attempt === attemptsMax) throw error;
        await sleep(pauseMs * attempt);
      }
    }
  };
  const watch = (watched: EmbeddedPostgres): void => {
    remember(folder, 'postgres', watched.pid);
    watched.ended.then(() => {
      forget(folder, 'postgres');
      if (stopping) return;
      say('PostgreSQL ended. It is started again.');
      becomingReady = again().then(() => say('PostgreSQL is back.'));
      becomingReady.catch((error: Error) => say(error.message));
    });
  };

  watch(server);
  return {
    name: 'postgres',
    url: server.url,
    urlOf: server.urlOf,
    pid: () => server.pid,
    ready: () => becomingReady,
    kill: async (signal) => {
      const ended = server.ended;
      process.kill(server.pid, signal);
      await ended;
    },
    letGo: () => {
      stopping = true;
    },
    stop: async () => {
      stopping = true;
      await becomingReady.catch(() => {});
      await server.stop();
    },
  };
}
