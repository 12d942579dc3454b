import { parseArgs } from 'node:util';
import { start, startDeployment } from '../start/start.ts';
import { type Command, UsageError } from './command.ts';
import { configFile, configFrom } from './config.ts';
import { folderFrom } from './folder.ts';

/** Starts everything. */
export const startCommand: Command = {
  usage: `kaeru start [--config FILE]
  starts a deployment from its configuration (default ./kaeru.json, where it is there)
kaeru start [--folder DIR] [--port N] [--profile open|jp|eu]
  without a configuration: the demo world
  --folder   where everything is kept (default ./var)
  --port     the first port to try (default 4010)
  --profile  law and policy of the demo exchange (default open)
DATABASE_URL names a PostgreSQL (15 or later) to use instead of the embedded one.`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        config: { type: 'string' },
        folder: { type: 'string' },
        port: { type: 'string' },
        profile: { type: 'string' },
      },
    });
    const file = values.config ?? configFile();
    if (file !== null) return startDeployment(configFrom(file));
    const databaseUrl = process.env['DATABASE_URL'];
    return start({
      folder: folderFrom(values.folder),
      ...(values.port !== undefined && { port: portNumber(values.port) }),
      ...(values.profile !== undefined && { profile: profileName(values.profile) }),
      ...(databaseUrl && { databaseUrl }),
    });
  },
};

const portMax = 65_435;

/** Reads a port; a usage error says what is allowed. */
export function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= portMax) return port;
  throw new UsageError(`--port takes 1 to ${portMax}, not '${text}'.`);
}

/** Reads the name of a profile; a usage error says which there are. */
export function profileName(text: string): string {
  if (['open', 'jp', 'eu'].includes(text)) return text;
  throw new UsageError(`--profile takes open, jp or eu, not '${text}'.`);
}
