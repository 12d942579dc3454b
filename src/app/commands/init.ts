import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inviteAdministrator } from '../../access/index.ts';
import { migrate, openDatabase } from '../../db/index.ts';
import { systemClock } from '../../std/index.ts';
import { readFacts } from '../start/facts.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { configFile, configFrom } from './config.ts';

/** Invites the first administrator of a deployment. */
export const initCommand: Command = {
  usage: `kaeru init [--config FILE]
  prints a token by which the first administrator joins (POST /v1/desk/staff); it works once, for
  three days, and only while there is no administrator. With the embedded database, start Kaeru first.`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { config: { type: 'string' } } });
    const file = values.config ?? configFile();
    if (file === null) throw new UsageError('init needs a configuration: --config FILE.');
    const config = configFrom(file);
    const url = config.databaseUrl ?? readFacts(join(config.folder, 'world.json')).databaseUrl;
    const database = openDatabase(url);
    try {
      await migrate(database);
      const invited = await inviteAdministrator({ database, clock: systemClock });
      if (!invited.ok) {
        console.error('There is an administrator already, who can invite others.');
        return exitCodes.failed;
      }
      const { token, expiresAt } = invited.value;
      console.log(`${token}\n\nIt works once, until ${expiresAt.toISOString()}.`);
      return exitCodes.done;
    } finally {
      await database.destroy();
    }
  },
};
