import { parseArgs } from 'node:util';
import { suspendStaff, unlockSignIn } from '../../access/index.ts';
import { type Database, openDatabase } from '../../db/index.ts';
import { systemClock } from '../../std/index.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { worldFrom } from './folder.ts';

const actor = { kind: 'system', id: 'command line' } as const;

/** What can be done for staff when nobody is left who could do it by the desk, or there is no time. */
export const staffCommand: Command = {
  usage: `kaeru staff unlock LOGIN
  lets somebody try to sign in again who was locked out after a hundred wrong answers in a row
kaeru staff suspend LOGIN --reason TEXT
  closes an account and its sessions at once; by the console this takes two administrators`,
  run: async (args) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' } },
    });
    const [act, login] = positionals;
    const reason = values.reason?.trim() ?? '';
    const isKnown = act === 'unlock' || act === 'suspend';
    if (!isKnown || !login) throw new UsageError("staff knows 'unlock LOGIN' and 'suspend LOGIN'.");
    if (act === 'suspend' && reason === '') {
      throw new UsageError('suspend needs --reason: it is kept in the audit record.');
    }
    const database = openDatabase(worldFrom(undefined).databaseUrl);
    try {
      const isDone = await (act === 'unlock'
        ? unlock(database, login)
        : suspend(database, login, reason));
      return isDone ? exitCodes.done : exitCodes.failed;
    } finally {
      await database.destroy();
    }
  },
};

async function unlock(database: Database, login: string): Promise<boolean> {
  const staff = await idOf(database, login);
  const context = { database, clock: systemClock, actor };
  const unlocked = staff === null ? null : await unlockSignIn(context, { staff });
  if (!unlocked?.ok) console.error(`There is no member of staff named ${login}.`);
  return unlocked?.ok ?? false;
}

async function suspend(database: Database, login: string, reason: string): Promise<boolean> {
  const staff = await idOf(database, login);
  const context = { database, clock: systemClock, actor };
  const suspended = staff === null ? null : await suspendStaff(context, { staff, reason });
  if (!suspended?.ok) console.error(`There is no member of staff named ${login} to suspend.`);
  return suspended?.ok ?? false;
}

async function idOf(database: Database, login: string): Promise<string | null> {
  const member = await database
    .selectFrom('staff')
    .select('id')
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst();
  return member?.id ?? null;
}
