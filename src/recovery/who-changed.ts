import type { Tx } from '../db/index.ts';

/**
 * Who changed a case last, and when: for a colleague who was about to act on what they saw before.
 * `by` is a colleague's name, `customer` or `kaeru`. For the desk alone.
 */
export async function whoChanged(
  tx: Tx,
  number: string,
): Promise<{ readonly number: string; readonly by: string; readonly at: string }> {
  const last = await tx
    .selectFrom('case_entries')
    .select(['actor_kind', 'actor_id', 'at'])
    .where('case_number', '=', number)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const member =
    last?.actor_kind === 'staff'
      ? await tx
          .selectFrom('staff')
          .select('name')
          .where((on) => on(on.cast<string>('id', 'text'), '=', last.actor_id))
          .executeTakeFirst()
      : undefined;
  const others = last?.actor_kind === 'customer' ? 'customer' : 'kaeru';
  return { number, by: member?.name ?? others, at: last?.at.toISOString() ?? '' };
}
