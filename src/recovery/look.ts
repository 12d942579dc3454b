import type { Actor } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { type Again, alone, runStep, takeTurn } from '../jobs/index.ts';
import { later, secondMs, toStoredJson } from '../std/index.ts';
import { answerInWords } from './answer-in-words.ts';
import { bookFound } from './book-found.ts';
import { type ClaimChange, changeClaim } from './change-claim.ts';
import { type Claim, claimOf, type Hold, readClaim } from './claim.ts';
import { type Conclusion, conclude, nextLookMs, topReason } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import { type Diagnosis, diagnose, type Facts } from './diagnosis/index.ts';
import { fileSiblings } from './file-siblings.ts';
import { type Focus, focusOn } from './focus-on.ts';
import { gatherFacts } from './gather-facts.ts';
import { lookJob, recoverySteps } from './jobs.ts';
import { makeQuote } from './make-quote.ts';
import { rememberSightings } from './sightings.ts';
import { type ClaimStep, nextState } from './states.ts';

/** Kaeru itself, as the audit record names it in recovery. */
export const recoveryActor: Actor = { kind: 'system', id: 'recovery' };

/** Soon enough for nobody to notice, when somebody else was at the claim. */
const tryAgainMs = secondMs;

/**
 * One look at a claim that Kaeru looks into, or that waits: reads the networks, diagnoses, and takes
 * the claim to where the answer leads. May run twice, or die anywhere: the answer is written only if
 * the claim is as it was read, and else it is looked at again.
 */
export async function look(context: RecoveryContext, number: string): Promise<Again> {
  const written = await alone(context.database, `claim ${number}`, async () => {
    const claim = await readClaim(context.database, number);
    const isOurTurn = claim?.state === 'looking' || claim?.state === 'waiting';
    return isOurTurn ? await lookAt(context, claim) : true;
  });
  return written ? undefined : { againAfterMs: tryAgainMs };
}

async function lookAt(context: RecoveryContext, claim: Claim): Promise<boolean> {
  const { facts, diagnosis } = await runStep(recoverySteps['recovery/read'], async () => {
    const gathered = await gatherFacts(context, claim);
    return { facts: gathered, diagnosis: diagnose(gathered) };
  });
  const focus = focusOn(diagnosis, claim);
  const quote = focus ? await makeQuote(context, claim, facts, diagnosis, focus) : null;
  const conclusion = conclude(claim, diagnosis, focus, quote);
  return await runStep(recoverySteps['recovery/answer'], () =>
    context.database
      .transaction()
      .execute((tx) => writeAnswer(tx, context, claim, { facts, diagnosis, focus, conclusion })),
  );
}

interface Looked {
  readonly facts: Facts;
  readonly diagnosis: Diagnosis;
  readonly focus: Focus | null;
  readonly conclusion: Conclusion;
}

async function writeAnswer(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  looked: Looked,
): Promise<boolean> {
  const { facts, diagnosis, focus, conclusion } = looked;
  // Two customers' claims of one transfer are answered one after the other, so that each sees the other.
  if (focus?.key) await takeTurn(tx, `transfer ${focus.key}`);
  const rivals = focus?.ours && focus.key ? await rivalsOf(tx, claim, focus.key) : [];
  const step = rivals.length > 0 ? 'hold' : conclusion.step;
  const changed = isOldNews(claim, step, conclusion)
    ? await keepWaiting(tx, context, claim, looked)
    : await changeClaim(tx, context, claim, step, changeOf(context, claim, looked, rivals), {
        action: 'recovery.answer',
        details: { ...conclusion.reason, transfer: focus?.key ?? null },
      });
  if (!changed) return false;
  await rememberSightings(tx, facts);
  for (const rival of rivals) await holdRival(tx, context, rival);
  const isFree = rivals.length === 0;
  if (isFree && focus && conclusion.isHeldByUs) await bookFound(tx, context, changed, focus);
  await fileSiblings(tx, context, changed, diagnosis, focus);
  if (step === 'conclude_nothing') {
    const afterMs = nextLookMs(conclusion.reason.code, changed.updatedAt, context.clock.now());
    await context.queue.enqueue(tx, lookJob, { claim: claim.number }, { afterMs });
  }
  return true;
}

function changeOf(
  context: RecoveryContext,
  claim: Claim,
  { facts, diagnosis, focus, conclusion }: Looked,
  rivals: readonly Claim[],
): ClaimChange {
  const at = context.clock.now();
  return {
    diagnosis,
    answer: answerInWords(facts, diagnosis, focus),
    network: focus?.network ?? claim.network,
    transferKey: focus?.key ?? claim.transferKey,
    cluster: conclusion.cluster,
    quote: conclusion.quote,
    hold: rivals.length > 0 ? claimedTwice(at) : conclusion.hold(recoveryActor.id, at),
    closure: conclusion.closure(recoveryActor.id, at),
    promisedAt: later(at, conclusion.nextWordMs),
  };
}

/** A claim that waits, and goes on waiting for the same reason. */
function isOldNews(claim: Claim, step: ClaimStep, { reason }: Conclusion): boolean {
  if (claim.state !== 'waiting' || step !== 'conclude_nothing' || !claim.diagnosis) return false;
  return topReason(claim.diagnosis, focusOn(claim.diagnosis, claim)).code === reason.code;
}

/**
 * Nothing has happened, so nothing is told, recorded or counted as a change: claims wait for months and
 * are looked at often. Only what was seen last is kept, and shown where somebody is watching.
 */
async function keepWaiting(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  looked: Looked,
): Promise<Claim | null> {
  const { diagnosis, answer } = changeOf(context, claim, looked, []);
  const written = await tx
    .updateTable('claims')
    .set({ diagnosis: toStoredJson(diagnosis), answer: toStoredJson(answer) })
    .where('number', '=', claim.number)
    .where('version', '=', claim.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) return null;
  if (toStoredJson(claim.diagnosis) !== toStoredJson(diagnosis)) {
    await context.bus.publish(tx, context.clock, {
      kind: 'claim.changed',
      subject: claim.number,
      body: { state: claim.state, version: claim.version, customer: claim.customer },
    });
  }
  return claim;
}

/** Claims of other customers for the very same transfer that are still open. */
async function rivalsOf(tx: Tx, claim: Claim, transferKey: string): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('claims')
    .selectAll()
    .where('transfer_key', '=', transferKey)
    .where('customer_id', '<>', claim.customer)
    .where('state', 'not in', ['withdrawn', 'refused'])
    .forUpdate()
    .execute();
  return rows.map(claimOf);
}

function claimedTwice(at: Date): Hold {
  return {
    by: recoveryActor.id,
    at,
    code: 'claimed_twice',
    reason: 'Two customers claim this transfer; neither goes on before a person has looked.',
  };
}

/** What can still be stopped is stopped; what is already paid stands, and the newcomer waits alone. */
async function holdRival(tx: Tx, context: RecoveryContext, rival: Claim): Promise<void> {
  if (rival.state === 'held' || nextState(rival.state, 'hold') === null) return;
  const hold = claimedTwice(context.clock.now());
  const audit = { action: 'recovery.hold', details: { code: hold.code } };
  await changeClaim(tx, context, rival, 'hold', { hold }, audit);
}
