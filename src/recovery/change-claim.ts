import { record } from '../audit/index.ts';
import { closeCase, note, passTurn, type TimelineKind } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { tell } from '../messages/index.ts';
import { dayMs, invariant, type Json, later, toStoredJson } from '../std/index.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { lookJob, planJob } from './jobs.ts';
import { keptWordMs } from './keep-word.ts';
import { messageOfState } from './messages.ts';
import { type ClaimState, type ClaimStep, claimStates, nextState } from './states.ts';
import { summaryOf } from './summary-of.ts';

/** The parts of a claim that a step may set. What is left out stays as it is. */
export type ClaimChange = Partial<
  Pick<
    Claim,
    | 'network'
    | 'transferKey'
    | 'transactionHash'
    | 'diagnosis'
    | 'answer'
    | 'evidence'
    | 'correction'
    | 'consent'
    | 'cluster'
    | 'quote'
    | 'choice'
    | 'destination'
    | 'plan'
    | 'planDigest'
    | 'payment'
    | 'hold'
    | 'closure'
    | 'appeal'
    | 'fee'
    | 'promisedAt'
  >
>;

/**
 * Takes a claim one step further, if it is still as it was read: writes the new state, tells the
 * customer, leaves a line in the timeline, publishes the event, records who did it, and queues
 * Kaeru's next look where it is Kaeru's turn. False when somebody else was faster.
 *
 * The step must be in the table of states: whether it may be taken is asked before, with
 * `nextState`.
 */
export async function changeClaim(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  step: ClaimStep,
  change: ClaimChange,
  audit: { readonly action: string; readonly details?: { readonly [key: string]: Json } },
): Promise<Claim | null> {
  const state = nextState(claim.state, step);
  invariant(state !== null, `a claim that is ${claim.state} can take the step ${step}`);
  const at = context.clock.now();
  const promisedAt = promiseOf(claim, change, state, at);
  const version = claim.version + 1;
  const changed: Claim = { ...claim, ...change, promisedAt, state, version, updatedAt: at };
  const written = await tx
    .updateTable('claims')
    .set({
      ...columnsOf({ ...change, promisedAt }),
      ...summaryOf(changed),
      ...{ state, version, updated_at: at },
    })
    .where('number', '=', claim.number)
    .where('version', '=', claim.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) return null;
  await record(tx, context, {
    action: audit.action,
    subject: claim.number,
    details: { ...audit.details, step, from: claim.state, to: state },
  });
  await note(tx, context, claim.number, {
    kind: `claim.${step}` as TimelineKind,
    visible: 'customer',
    facts: { state },
  });
  await context.bus.publish(tx, context.clock, {
    kind: 'claim.changed',
    subject: claim.number,
    body: { state, version, customer: claim.customer },
  });
  await moveCase(tx, context, changed);
  if (isTold(claim, changed)) await tell(tx, context, messageOfState(changed));
  await queueNextLook(tx, context, changed);
  return changed;
}

/** Nobody waits without an hour: a promise that has passed is renewed, for within a day. */
function promiseOf(claim: Claim, change: ClaimChange, state: ClaimState, at: Date): Date | null {
  if (claimStates[state].turn === 'nobody') return null;
  const promised = change.promisedAt ?? claim.promisedAt;
  // Nobody is to expect word tomorrow of what may take years.
  if (state === 'kept') return later(at, keptWordMs);
  return promised !== null && promised > at ? promised : later(at, dayMs);
}

async function moveCase(tx: Tx, context: RecoveryContext, claim: Claim): Promise<void> {
  const { turn } = claimStates[claim.state];
  if (turn === 'nobody') {
    await closeCase(tx, context, claim.number, `claim.${claim.state}`);
    return;
  }
  invariant(claim.promisedAt, 'an open claim has an hour by which its customer hears again');
  await passTurn(tx, claim.number, { who: turn, until: claim.promisedAt });
}

/** That Kaeru looks, or plans, is told once, by `file-claim.ts`: what is told is what comes of it. */
function isTold(before: Claim, after: Claim): boolean {
  return after.state !== before.state && after.state !== 'looking' && after.state !== 'planning';
}

async function queueNextLook(tx: Tx, context: RecoveryContext, claim: Claim): Promise<void> {
  if (claimStates[claim.state].turn !== 'kaeru') return;
  if (claim.state === 'looking') await context.queue.enqueue(tx, lookJob, { claim: claim.number });
  if (claim.state === 'planning') await context.queue.enqueue(tx, planJob, { claim: claim.number });
}

/** Bigint and Date survive in the JSON columns; `null` empties one. */
function columnsOf(change: ClaimChange): Record<string, unknown> {
  const plain = {
    network: change.network,
    transfer_key: change.transferKey,
    transaction_hash: change.transactionHash,
    cluster: change.cluster,
    plan_digest: change.planDigest,
    payment_id: change.payment,
    promised_at: change.promisedAt,
  };
  const json = {
    diagnosis: change.diagnosis,
    answer: change.answer,
    evidence: change.evidence,
    correction: change.correction,
    consent: change.consent,
    quote: change.quote,
    choice: change.choice,
    destination: change.destination,
    plan: change.plan,
    hold: change.hold,
    closure: change.closure,
    appeal: change.appeal,
    fee: change.fee,
  };
  const columns: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) columns[name] = value;
  for (const [name, value] of Object.entries(json)) {
    if (value !== undefined) columns[name] = value === null ? null : toStoredJson(value);
  }
  return columns;
}
