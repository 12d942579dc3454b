import type { Actor } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { type Again, alone, runStep } from '../jobs/index.ts';
import { foundOnChain, post } from '../ledger/index.ts';
import { amount } from '../money/index.ts';
import { invariant, later } from '../std/index.ts';
import { answerInWords } from './answer-in-words.ts';
import { type ClaimChange, changeClaim } from './change-claim.ts';
import { type Claim, claimOf, type Hold, readClaim } from './claim.ts';
import { type Conclusion, conclude } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import { type Diagnosis, diagnose, type Facts } from './diagnosis/index.ts';
import { type Focus, focusOn } from './focus-on.ts';
import { gatherFacts } from './gather-facts.ts';
import { lookJob, recoverySteps } from './jobs.ts';
import { makeQuote } from './make-quote.ts';
import { rememberSightings } from './sightings.ts';
import { nextState } from './states.ts';

/** Kaeru itself, as the audit record names it in recovery. */
export const recoveryActor: Actor = { kind: 'system', id: 'recovery' };

/**
 * One look at a claim: reads the networks, diagnoses, and takes the claim to where the answer leads.
 * May run twice, or die anywhere: the answer is written only if the claim is as it was read.
 */
export async function look(context: RecoveryContext, number: string): Promise<Again> {
  await alone(context.database, `claim ${number}`, async () => {
    const claim = await readClaim(context.database, number);
    if (claim?.state === 'waiting') await startAgain(context, claim);
    if (claim?.state === 'looking') await lookAt(context, claim);
  });
  return undefined;
}

/** The step to `looking` queues the look itself. */
async function startAgain(context: RecoveryContext, claim: Claim): Promise<void> {
  const audit = { action: 'recovery.look_again' };
  await context.database
    .transaction()
    .execute((tx) => changeClaim(tx, context, claim, 'look_again', {}, audit));
}

async function lookAt(context: RecoveryContext, claim: Claim): Promise<void> {
  const { facts, diagnosis } = await runStep(recoverySteps['recovery/read'], async () => {
    const gathered = await gatherFacts(context, claim);
    return { facts: gathered, diagnosis: diagnose(gathered) };
  });
  const focus = focusOn(diagnosis, claim);
  const quote = focus ? await makeQuote(context, claim, facts, diagnosis, focus) : null;
  const conclusion = conclude(claim, diagnosis, focus, quote);
  await runStep(recoverySteps['recovery/answer'], () =>
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
  { facts, diagnosis, focus, conclusion }: Looked,
): Promise<void> {
  const at = context.clock.now();
  const rivals = focus?.ours && focus.key ? await rivalsOf(tx, claim, focus.key) : [];
  const step = rivals.length > 0 ? 'hold' : conclusion.step;
  const hold = rivals.length > 0 ? claimedTwice(at) : conclusion.hold(recoveryActor.id, at);
  const change: ClaimChange = {
    diagnosis,
    answer: answerInWords(facts, diagnosis, focus),
    network: focus?.network ?? claim.network,
    transferKey: focus?.key ?? claim.transferKey,
    cluster: conclusion.cluster,
    quote: conclusion.quote,
    hold,
    closure: conclusion.closure(recoveryActor.id, at),
    promisedAt: later(at, conclusion.nextWordMs),
  };
  const { code, outcome } = conclusion.reason;
  const changed = await changeClaim(tx, context, claim, step, change, {
    action: 'recovery.answer',
    details: { code, outcome, transfer: focus?.key ?? null },
  });
  if (!changed) return;
  await rememberSightings(tx, facts);
  for (const rival of rivals) await holdRival(tx, context, rival);
  if (focus && conclusion.isHeldByUs) await bookFound(tx, context, changed, focus);
  if (step === 'conclude_nothing') {
    const afterMs = conclusion.lookAgainMs;
    await context.queue.enqueue(tx, lookJob, { claim: claim.number }, { afterMs });
  }
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

/** What lies final at an address of ours is owed to the claim from now on. */
async function bookFound(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  focus: Focus,
): Promise<void> {
  const { transfer, network, key } = focus;
  invariant(key, 'what was found has moved, so it has a key');
  const entry = foundOnChain({
    caseNumber: claim.number,
    transfer: key,
    network,
    address: transfer.to,
    amount: amount(transfer.asset, transfer.amount),
  });
  const booked = await post(tx, context, entry);
  invariant(booked.ok, `${claim.number}: what was found is booked as owed`);
}
