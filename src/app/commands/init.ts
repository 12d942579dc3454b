import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inviteAdministrator } from '../../access/index.ts';
import { migrate, openDatabase } from '../../db/index.ts';
import { systemClock } from '../../std/index.ts';
import { readFacts } from '../start/facts.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { configFile, configFrom } from './config.ts';

/** Invites the first two administrators of a deployment, one by one. */
export const initCommand: Command = {
  usage: `kaeru init [--config FILE]
  prints a link by which an administrator joins: it works once, for three days, and only while there
  are fewer than two administrators, for every other change of staff takes two of them. Call it for
  the first, and again for the second. With the embedded database, start Kaeru first.`,
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
        console.error('There are two administrators already, who can invite others together.');
        return exitCodes.failed;
      }
      const { token, expiresAt } = invited.value;
      const link = new URL(`/console/join#${token}`, config.http.url);
      console.log(`${link}\n\nIt works once, until ${expiresAt.toISOString()}.`);
      return exitCodes.done;
    } finally {
      await database.destroy();
    }
  },
};
