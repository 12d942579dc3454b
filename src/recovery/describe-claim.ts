import { approvalsOf } from '../access/index.ts';
import { timeline } from '../cases/index.ts';
import { readLines, readPayment, sentTimes } from '../payments/index.ts';
import { type Calendar, profiles } from '../profiles/index.ts';
import type { Claim } from './claim.ts';
import { topReason } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import type { ReasonCode, ReasonOutcome } from './diagnosis/index.ts';
import { type Focus, focusOn } from './focus-on.ts';
import { provenAmong } from './keep-proof.ts';

/** A claim with what belongs to it, read together: what pages and the API are made from. */
export interface DescribedClaim {
  readonly claim: Claim;
  readonly focus: Focus | null;
  /** What decided: the person's correction, else the machine's first reason; null before any answer. */
  readonly reason: { readonly code: ReasonCode; readonly outcome: ReasonOutcome } | null;
  /** The transactions of the payment, once there are any. */
  readonly lines: readonly DescribedLine[];
  readonly stopped: {
    readonly code: string;
    readonly facts: Readonly<Record<string, string>>;
  } | null;
  /** When it was read, and over which calendar its days are counted. */
  readonly now: Date;
  readonly calendar: Calendar;
  /** When the last answer was written, and when the second yes was given. */
  readonly happened: { readonly answered: Date | null; readonly approved: Date | null };
  /** When it was closed; null while it is open. */
  readonly endedAt: Date | null;
  /** How many people have approved the plan that waits. */
  readonly approvals: number;
  /** Whether the customer has shown that the sending wallet is theirs. */
  readonly sourceIsOwn: boolean;
}

/** A transaction of the payment, as far as it has come. */
export interface DescribedLine {
  readonly purpose: string;
  readonly state: string;
  readonly hash: string | null;
  /** When it was first given to the network. */
  readonly sentAt: Date | null;
}

/** Reads what belongs to a claim beside its own row. */
export async function describeClaim(
  context: Pick<RecoveryContext, 'database' | 'clock' | 'profile'>,
  claim: Claim,
): Promise<DescribedClaim> {
  const { database } = context;
  const focus = claim.diagnosis ? focusOn(claim.diagnosis, claim) : null;
  const machine = claim.diagnosis ? topReason(claim.diagnosis, focus) : null;
  const payment = claim.payment ? await readPayment(database, claim.payment) : null;
  const story = await timeline(database, claim.number, 'customer');
  const lastOf = (...kinds: readonly string[]) =>
    story.findLast(({ kind }) => kinds.includes(kind))?.at ?? null;
  return {
    claim,
    focus,
    reason: claim.correction ?? machine,
    lines: payment ? await describeLines(context, payment.id) : [],
    stopped: payment?.stopped ?? null,
    now: context.clock.now(),
    calendar: profiles[context.profile].calendar,
    happened: { answered: lastOf(...answers), approved: lastOf('claim.approve') },
    endedAt: lastOf(...ends),
    approvals: await approvalsSoFar(context, claim),
    sourceIsOwn: focus !== null && (await isOwn(context, claim, focus)),
  };
}

const answers = ['answer', 'keep', 'refuse', 'review', 'hold'].map((step) => `claim.${step}`);
const ends = ['settle_return', 'settle_credit', 'settle_compensation', 'withdraw'].map(
  (step) => `claim.${step}`,
);

async function describeLines(
  { database }: Pick<RecoveryContext, 'database'>,
  payment: string,
): Promise<DescribedLine[]> {
  const [lines, sent] = await Promise.all([
    readLines(database, payment),
    sentTimes(database, payment),
  ]);
  return lines.map(({ index, purpose, state, finalHash }) => {
    const first = sent.find((one) => one.line === index);
    return {
      purpose,
      state,
      hash: finalHash ?? first?.hash ?? null,
      sentAt: first?.at ?? null,
    };
  });
}

async function approvalsSoFar(
  { database }: Pick<RecoveryContext, 'database'>,
  { state, planDigest }: Claim,
): Promise<number> {
  if (state !== 'approving' || planDigest === null) return 0;
  return (await approvalsOf(database, planDigest)).approvals.length;
}

async function isOwn(
  { database }: Pick<RecoveryContext, 'database'>,
  claim: Claim,
  { transfer, network }: Focus,
): Promise<boolean> {
  const proven = await provenAmong(database, [transfer.from], [network]);
  return proven.some(({ customer }) => customer === claim.customer);
}
