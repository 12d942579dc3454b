import type { Actor } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { type Again, alone, runStep, takeTurn } from '../jobs/index.ts';
import { later, secondMs, toStoredJson } from '../std/index.ts';
import { answerInWords } from './answer-in-words.ts';
import { bookFound, takeBackFound } from './book-found.ts';
import { type ClaimChange, changeClaim } from './change-claim.ts';
import { type Claim, readClaim } from './claim.ts';
import { type Conclusion, conclude, nextLookMs, topReason } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import { type Diagnosis, diagnose, type Facts } from './diagnosis/index.ts';
import { claimedTwice, type Dispute, disputeOf, holdRival, undisputed } from './dispute.ts';
import { evidenceOf } from './evidence.ts';
import { fileSiblings } from './file-siblings.ts';
import { findByHints, waitForHints } from './find-by-hints.ts';
import { type Focus, focusOn } from './focus-on.ts';
import { gatherFacts } from './gather-facts.ts';
import { lookJob, recoverySteps } from './jobs.ts';
import { keepFacts } from './keep-facts.ts';
import { makeQuote } from './make-quote.ts';
import { rememberSightings } from './sightings.ts';
import type { ClaimStep } from './states.ts';
import { summaryOf } from './summary-of.ts';

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

/** Without a transaction id it is looked for first by what the customer remembers. */
async function lookAt(context: RecoveryContext, claim: Claim): Promise<boolean> {
  if (claim.transactionHash !== null) return await lookInto(context, claim);
  const { found, seen } = await findByHints(context, claim);
  if (found) return await lookInto(context, found);
  return await context.database
    .transaction()
    .execute((tx) => waitForHints(tx, context, claim, seen));
}

async function lookInto(context: RecoveryContext, claim: Claim): Promise<boolean> {
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
  const dispute = await disputeOf(tx, claim, facts, focus, conclusion);
  const step = dispute.holdsClaim ? 'hold' : conclusion.step;
  const changed = isOldNews(claim, step, conclusion)
    ? await keepWaiting(tx, context, claim, looked)
    : await changeClaim(tx, context, claim, step, changeOf(context, claim, looked, dispute), {
        action: 'recovery.answer',
        details: { ...conclusion.reason, transfer: focus?.key ?? null },
      });
  if (!changed) return false;
  await rememberSightings(tx, facts);
  await keepFacts(tx, claim.number, facts);
  for (const rival of dispute.rivals) await holdRival(tx, context, rival);
  await keepBooks(tx, context, { before: claim, after: changed }, looked, dispute);
  await fileSiblings(tx, context, changed, diagnosis, focus);
  if (step === 'conclude_nothing') {
    const afterMs = nextLookMs(conclusion.reason.code, changed.updatedAt, context.clock.now());
    await context.queue.enqueue(tx, lookJob, { claim: claim.number }, { afterMs });
  }
  return true;
}

/** What lies at our address is owed to the claim; what the chain has taken back is owed to nobody. */
async function keepBooks(
  tx: Tx,
  context: RecoveryContext,
  { before, after }: { readonly before: Claim; readonly after: Claim },
  { focus, conclusion }: Looked,
  dispute: Dispute,
): Promise<void> {
  if (!dispute.holdsClaim && focus && conclusion.isHeldByUs) {
    await bookFound(tx, context, after, focus);
  }
  const earlier = before.diagnosis && focusOn(before.diagnosis, before);
  if (conclusion.reason.code === 'REORGED' && earlier) {
    await takeBackFound(tx, context, after, earlier);
  }
}

function changeOf(
  context: RecoveryContext,
  claim: Claim,
  { facts, diagnosis, focus, conclusion }: Looked,
  dispute: Dispute,
): ClaimChange {
  const at = context.clock.now();
  // While it can't be read whose the addresses are, any transfer of it may be the one that is meant.
  const isKnown = focus?.ours === true || conclusion.step !== 'conclude_nothing';
  return {
    diagnosis,
    answer: answerInWords(facts, diagnosis, focus),
    evidence: evidenceOf(context.chains, facts, diagnosis, focus),
    transactionHash: claim.transactionHash,
    network: focus?.network ?? claim.network,
    transferKey: (isKnown ? focus?.key : null) ?? claim.transferKey,
    cluster: conclusion.cluster,
    quote: conclusion.quote,
    hold: dispute.holdsClaim
      ? claimedTwice(recoveryActor.id, at)
      : conclusion.hold(recoveryActor.id, at),
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
  const { diagnosis } = looked;
  const { answer, evidence } = changeOf(context, claim, looked, undisputed);
  const written = await tx
    .updateTable('claims')
    .set({
      diagnosis: toStoredJson(diagnosis),
      answer: toStoredJson(answer),
      evidence: evidence ? toStoredJson(evidence) : null,
      ...summaryOf({ ...claim, diagnosis: diagnosis ?? null }),
    })
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
