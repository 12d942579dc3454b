import { sql } from 'kysely';
import type { CustomerId } from '../accounts/index.ts';
import type { Context } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import type { Turn } from '../messages/index.ts';
import { type Branded, invariant } from '../std/index.ts';

/** The letter of a kind of case: `R` for recovery. */
export type CaseLetter = 'R';

/**
 * Opens a case and gives it its number. The caller writes what the case is about in the same
 * transaction.
 */
export async function openCase<Number extends Branded<string, string>>(
  tx: Tx,
  context: Pick<Context, 'clock'>,
  input: { readonly letter: CaseLetter; readonly customer: CustomerId; readonly turn: Turn },
): Promise<Number> {
  const number = await nextCaseNumber<Number>(tx, context, input.letter);
  await tx
    .insertInto('cases')
    .values({
      number,
      customer_id: input.customer,
      opened_at: context.clock.now(),
      turn: input.turn.who,
      turn_until: input.turn.until,
    })
    .execute();
  return number;
}

/**
 * `R-26-000001`: letter, year (UTC), a number that only grows. Numbers of transactions that failed
 * are left out, and years share one sequence. It can be read out on the telephone and may be guessed:
 * what a number opens is decided by who asks (`readCase`).
 */
async function nextCaseNumber<Number extends Branded<string, string>>(
  tx: Tx,
  context: Pick<Context, 'clock'>,
  letter: CaseLetter,
): Promise<Number> {
  const { rows } = await sql<{ next: bigint }>`select nextval('case_numbers') as next`.execute(tx);
  const next = rows[0]?.next;
  invariant(next !== undefined, 'a sequence has a next value');
  const year = String(context.clock.now().getUTCFullYear() % 100).padStart(2, '0');
  return `${letter}-${year}-${String(next).padStart(6, '0')}` as string as Number;
}
