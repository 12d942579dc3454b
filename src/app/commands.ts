import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';
import { root } from './start/programs.ts';
import { start } from './start/start.ts';

const folderDefault = join(root, 'var');

/** Where a command looks for the world: `--folder`, then KAERU_FOLDER, then ./var of the program. */
export function folderFrom(given: string | undefined): string {
  return resolve(given ?? process.env['KAERU_FOLDER'] ?? folderDefault);
}

const startCommand: Command = {
  summary: 'Starts everything: database, signer, HTTP server, workers; without settings, the demo',
  usage: `kaeru start [--folder DIR] [--port N] [--profile open|jp|eu]
  --folder   where everything is kept (default ./var)
  --port     the first port to try (default 4010)
  --profile  law and policy of the demo exchange (default open)
DATABASE_URL names a PostgreSQL (15 or later) to use instead of the embedded one.`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        folder: { type: 'string' },
        port: { type: 'string' },
        profile: { type: 'string' },
      },
    });
    const databaseUrl = process.env['DATABASE_URL'];
    return start({
      folder: folderFrom(values.folder),
      ...(values.port && { port: portNumber(values.port) }),
      ...(values.profile && { profile: profileName(values.profile) }),
      ...(databaseUrl && { databaseUrl }),
    });
  },
};

const serveCommand: Command = {
  summary: 'Runs the application of a world that is already started (used by start)',
  usage: 'kaeru serve --facts FILE',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { facts: { type: 'string' } } });
    if (!values.facts) throw new UsageError('serve needs --facts FILE.');
    const { serve } = await import('./start/serve.ts');
    return serve(values.facts);
  },
};

/** Every command by name. */
export const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  serve: serveCommand,
};

function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_435) throw new UsageError(`--port takes 1 to 65435, not '${text}'.`);
  return port;
}

function profileName(text: string): string {
  if (['open', 'jp', 'eu'].includes(text)) return text;
  throw new UsageError(`--profile takes open, jp or eu, not '${text}'.`);
}
