import type { Database, EventBus } from '../db/index.ts';
import type { Clock } from '../std/index.ts';

/** Who acts. A staff member's roles travel with them; what a role may do is told in `access`. */
export type Actor =
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string; readonly roles: readonly string[] }
  | { readonly kind: 'system'; readonly id: string };

/** What every command is handed. Folders that reach outside add their ports to it. */
export interface Context {
  readonly database: Database;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly actor: Actor;
}
