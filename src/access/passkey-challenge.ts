import type { Database } from '../db/index.ts';
import { type Clock, later, minuteMs, newId } from '../std/index.ts';

/** How long somebody may look for their key. */
const challengeMs = 5 * minuteMs;

/** `register` adds a passkey, `show` proves one. A challenge of one does not serve the other. */
export type ChallengePurpose = 'register' | 'show';

/** Keeps a challenge until it is answered, once. Returns its id. */
export async function keepChallenge(
  database: Database,
  clock: Clock,
  input: {
    readonly purpose: ChallengePurpose;
    readonly staffId: string | null;
    readonly challenge: string;
  },
): Promise<string> {
  const id: string = newId();
  await database.deleteFrom('passkey_challenges').where('expires_at', '<=', clock.now()).execute();
  await database
    .insertInto('passkey_challenges')
    .values({
      id,
      purpose: input.purpose,
      staff_id: input.staffId,
      challenge: input.challenge,
      expires_at: later(clock.now(), challengeMs),
    })
    .execute();
  return id;
}

/** The challenge, taken: nobody can answer it a second time. Null when it is not there to be taken. */
export async function takeChallenge(
  database: Database,
  clock: Clock,
  input: {
    readonly id: string;
    readonly purpose: ChallengePurpose;
    readonly staffId: string | null;
  },
): Promise<string | null> {
  if (!/^[0-9a-f-]{36}$/.test(input.id)) return null;
  const taken = await database
    .deleteFrom('passkey_challenges')
    .where('id', '=', input.id)
    .where('purpose', '=', input.purpose)
    .where('staff_id', 'is not distinct from', input.staffId)
    .where('expires_at', '>', clock.now())
    .returning('challenge')
    .executeTakeFirst();
  return taken?.challenge ?? null;
}
