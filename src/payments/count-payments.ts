import type { Database } from '../db/index.ts';

const states = ['sending', 'stopped', 'settled', 'cancelled'] as const;

/** How many payments there are of every state. A stopped one waits for a person. */
export async function countPayments(
  database: Database,
): Promise<readonly { readonly state: (typeof states)[number]; readonly payments: number }[]> {
  const rows = await database
    .selectFrom('payments')
    .select(['state', (on) => on.fn.countAll<bigint>().as('payments')])
    .groupBy('state')
    .execute();
  const counted = new Map(rows.map((row) => [row.state, Number(row.payments)]));
  return states.map((state) => ({ state, payments: counted.get(state) ?? 0 }));
}
