import type { Context } from '../audit/index.ts';
import { type StaffChange, staffChangeOf } from './staff-change.ts';

const changesMax = 200;

/** Changes of staff: the open ones, the oldest first, or what was decided, the newest first. */
export async function listStaffChanges(
  { database }: Pick<Context, 'database'>,
  which: 'open' | 'decided',
): Promise<readonly StaffChange[]> {
  const isOpen = which === 'open';
  const rows = await database
    .selectFrom('staff_changes')
    .selectAll()
    .where('decision', isOpen ? 'is' : 'is not', null)
    .orderBy(isOpen ? 'proposed_at' : 'decided_at', isOpen ? 'asc' : 'desc')
    .orderBy('id')
    .limit(changesMax)
    .execute();
  return rows.map(staffChangeOf);
}
