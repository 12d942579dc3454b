import { advancePayment, paymentsActor } from '../../../payments/index.ts';
import { approvePlans, type ClaimNumber, type ClaimState } from '../../../recovery/index.ts';
import { invariant, sleep } from '../../../std/index.ts';
import { devAccounts } from '../dev-accounts.ts';
import { stageOf } from '../stage.ts';
import { signApproval } from '../story/people.ts';
import type { Crew } from './crew.ts';
import { type CaseToMake, claimOf, must } from './reach.ts';

/** A case whose plan waits for two approvals, and where it is to end. */
export interface Planned {
  readonly number: ClaimNumber;
  readonly one: CaseToMake;
}

const plansTogether = 100;
const endsWithinMs = 180_000;

/**
 * Has plans approved, many together, by both approvers' own devices, and takes each payment to where
 * its case is to end. What stays `paying` rests in the queue; returns are left to the application.
 */
export async function approveAll(crew: Crew, planned: readonly Planned[]): Promise<void> {
  if (planned.length === 0) return;
  const approvers = await crew.approvers();
  const isReturn = ({ one }: Planned) => one.state === 'returned';
  for (const [group, rests] of [
    [planned.filter(isReturn), false],
    [planned.filter((one) => !isReturn(one)), true],
  ] as const) {
    for (let from = 0; from < group.length; from += plansTogether) {
      const together = group.slice(from, from + plansTogether);
      const claims = await Promise.all(together.map(({ number }) => claimOf(crew, number)));
      const digests = claims.map(({ planDigest }) => planDigest ?? '').toSorted();
      for (const { member, session } of approvers) {
        const acting = rests ? crew.resting(session.actor) : crew.desk.actingAs(session.actor);
        const approval = signApproval(crew.facts, member, digests);
        must(await approvePlans({ ...acting, session }, { digests, approval }));
      }
    }
  }
}

/** Pays a credit here and now; the exchange is asked once, whoever else is at it. */
export async function payNow(crew: Crew, { number, one }: Planned): Promise<void> {
  if (one.state === 'paying' || one.state === 'returned') return;
  const claim = await claimOf(crew, number);
  invariant(claim.payment, `${number} has a payment`);
  if (one.state === 'stopped') await creditBehindItsBack(crew, { number, one });
  await advancePayment(crew.resting(paymentsActor), claim.payment);
}

/** The exchange's own staff credit the transfer: Kaeru's credit is refused then, and a person must look. */
async function creditBehindItsBack(crew: Crew, { number, one }: Planned): Promise<void> {
  const { plan } = await claimOf(crew, number);
  invariant(plan && plan.kind !== 'return', `${number} is to be credited`);
  const { asset, units, transferKey } = plan.plan;
  const { exchangeId: customer, deposit } = one.claimant;
  const player = { customer, ja: '', en: '', deposit, wallet: devAccounts.bank };
  await stageOf(crew.facts).credit({ player, asset, units: BigInt(units), transferKey });
}

/** Waits until the application has heard of every payment and closed its case. */
export async function untilEnded(crew: Crew, planned: readonly Planned[]): Promise<void> {
  const endsBy = performance.now() + endsWithinMs;
  let open: readonly Planned[] = planned;
  while (open.length > 0) {
    const states = new Map<ClaimNumber, ClaimState>();
    for (const { number } of open) states.set(number, (await claimOf(crew, number)).state);
    open = open.filter(({ number, one }) => states.get(number) !== one.state);
    if (open.length > 0 && performance.now() > endsBy) {
      const left = open.map(({ number, one }) => `${number} ${states.get(number)}≠${one.state}`);
      throw new Error(`These did not end in time: ${left.slice(0, 20).join(', ')}.`);
    }
    if (open.length > 0) await sleep(500);
  }
}
