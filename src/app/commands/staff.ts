import { unlockSignIn } from '../../access/index.ts';
import { type Database, openDatabase } from '../../db/index.ts';
import { systemClock } from '../../std/index.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { worldFrom } from './folder.ts';

/** Lets a locked-out member of staff in again, also when nobody is left who could do it by the desk. */
export const staffCommand: Command = {
  usage: `kaeru staff unlock LOGIN
  lets somebody try to sign in again who was locked out after a hundred wrong answers in a row`,
  run: async ([act, login]) => {
    if (act !== 'unlock' || !login) throw new UsageError("staff knows 'unlock LOGIN'.");
    const database = openDatabase(worldFrom(undefined).databaseUrl);
    try {
      return (await unlock(database, login)) ? exitCodes.done : exitCodes.failed;
    } finally {
      await database.destroy();
    }
  },
};

async function unlock(database: Database, login: string): Promise<boolean> {
  const member = await database
    .selectFrom('staff')
    .select('id')
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst();
  const actor = { kind: 'system', id: 'command line' } as const;
  const context = { database, clock: systemClock, actor };
  const unlocked = member && (await unlockSignIn(context, { staff: member.id }));
  if (!unlocked?.ok) console.error(`There is no member of staff named ${login}.`);
  return unlocked?.ok ?? false;
}
