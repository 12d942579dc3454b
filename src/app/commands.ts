import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, exitCodes, UsageError } from './command.ts';
import { runningWorld } from './start/facts.ts';
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

const demoCommand: Command = {
  summary: 'Plays in the demo world: cause (a mishap)',
  usage: `kaeru demo cause MISHAP [--folder DIR] [--json]
  plays a mishap on the nodes of the world that runs from the folder; without a name lists them`,
  run: async ([act, ...args]) => {
    if (act !== 'cause') throw new UsageError(`demo knows 'cause', not '${act ?? ''}'.`);
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { folder: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const { cause, mishapList } = await import('./demo/cause.ts');
    const [name] = positionals;
    if (name === undefined) {
      console.log(`kaeru demo cause MISHAP, one of:\n\n${mishapList()}`);
      return exitCodes.done;
    }
    const facts = runningWorld(folderFrom(values.folder));
    if (!facts) throw new UsageError('No demo world runs. Start one with: npm start');
    const played = await cause(facts, name);
    if (!played) throw new UsageError(`There is no mishap '${name}'. There are:\n${mishapList()}`);
    console.log(
      values.json
        ? JSON.stringify(played)
        : `${played.ja}\n${played.en}\n\n  network      ${played.network}\n  transaction  ${played.hash}\n  customer     ${played.customer}`,
    );
    return exitCodes.done;
  },
};

/** Every command by name. */
export const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  demo: demoCommand,
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
