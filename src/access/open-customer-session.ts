import { type Context, record } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { type OpenedSession, openSession } from './open-session.ts';

/** Older than any factor. */
const never = new Date(0);

/**
 * Lets a customer in whom the exchange has just handed over (`exchange` checks the hand-over: its
 * signature, age, and that it was not used before). Customers have no password here: `authenticatedAt`
 * is when the exchange last asked for a factor, as it says; null: not known, and so never fresh.
 */
export async function openCustomerSession(
  tx: Tx,
  context: Pick<Context, 'clock'>,
  customerId: string,
  authenticatedAt: Date | null,
): Promise<OpenedSession> {
  const actor = { kind: 'customer', id: customerId } as const;
  const opened = await openSession(tx, context.clock, {
    ...{ actor, factor: 'hand_over' },
    freshAt: authenticatedAt ?? never,
  });
  await record(
    tx,
    { actor, clock: context.clock },
    { action: 'session.start', subject: opened.session.id, details: { factor: 'hand_over' } },
  );
  return opened;
}
