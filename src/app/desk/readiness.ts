import { sql } from 'kysely';
import type { Custody } from '../../custody/index.ts';
import type { Database } from '../../db/index.ts';
import type { Readiness } from '../../http/index.ts';
import { secondMs } from '../../std/index.ts';

const answerMsMax = 2 * secondMs;

/** Asks each part that the desk can't work without whether it answers. */
export function readinessOf(parts: {
  readonly database: Database;
  readonly custody: Custody;
  readonly exchangeUrl: string;
}): () => Promise<Readiness> {
  const { database, custody, exchangeUrl } = parts;
  return async () => {
    const [databaseAnswers, signer, exchange] = await Promise.all([
      inTime(sql`select 1`.execute(database).then(() => true)),
      inTime(custody.status().then((status) => status.ok)),
      inTime(fetch(`${exchangeUrl}/.well-known/jwks.json`).then((answer) => answer.ok)),
    ]);
    return { database: databaseAnswers, signer, exchange };
  };
}

/** No answer, and an answer that comes too late, is a no. */
function inTime(asked: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), answerMsMax).unref();
  });
  return Promise.race([asked.catch(() => false), late]);
}
