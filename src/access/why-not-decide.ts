import type { Actor } from '../audit/index.ts';
import { permit } from './permit.ts';
import type { StaffChange } from './staff-change.ts';

/** Why this person may not decide on a change of staff, whatever the hour; null when they may. */
export function whyNotDecide(
  actor: Actor,
  change: StaffChange,
): 'not_permitted' | 'staff_change_decided' | 'proposer_decides' | 'own_account' | null {
  if (!permit(actor, 'staff.decide').ok) return 'not_permitted';
  if (change.decision !== null) return 'staff_change_decided';
  if (change.proposedBy === actor.id) return 'proposer_decides';
  return change.staff === actor.id ? 'own_account' : null;
}
