import type { Actor } from '../audit/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { type Action, actions } from './actions.ts';
import type { Role } from './roles.ts';

/** Who asks: an actor, or somebody who has not signed in. */
export type Asker = Actor | { readonly kind: 'anonymous' };

/** The first line of every command: may this actor do this at all? */
export function permit(asker: Asker, action: Action): Outcome<void, 'not_permitted'> {
  const may: readonly Role[] = actions[action].may;
  const holds = rolesOf(asker).some((role) => (may as readonly string[]).includes(role));
  return holds ? done(undefined) : refuse('not_permitted', { action });
}

function rolesOf(asker: Asker): readonly string[] {
  return asker.kind === 'staff' ? asker.roles.filter(isGiven) : [asker.kind];
}

/** `customer`, `anonymous` and `system` are kinds of asker; a row of staff that names one gains nothing. */
function isGiven(role: string): boolean {
  return role !== 'customer' && role !== 'anonymous' && role !== 'system';
}
