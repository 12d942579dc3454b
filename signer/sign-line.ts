import { checkPolicy, limitsOf } from './check-policy.ts';
import { type Approver, countApprovals } from './count-approvals.ts';
import {
  type Answer,
  approvalDigest,
  type Fees,
  type Line,
  type Movement,
  no,
  type Plan,
  parsePlan,
  planDigest,
  readLine,
  signatureRequest,
  yes,
} from './intent/index.ts';
import type { Keys } from './keys.ts';
import type { Policy } from './policy.ts';
import { feeWeiOf, type Signed, signTransaction } from './sign-transaction.ts';
import type { SignatureEntry, SignatureStore } from './signature-store.ts';

export interface SigningParts {
  readonly keys: Keys;
  readonly policy: Policy;
  readonly store: SignatureStore;
  readonly now: () => Date;
}

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * The signer's one act: a plan, its approvals and one of its lines in; signed bytes out. It runs
 * from the first check to the stored signature without giving way, so no two requests cross.
 *
 * Expiry and the day's limit bound a line's first signature. Later ones, at the same nonce and
 * within the same cap, only speed up what is already out.
 */
export function signLine(parts: SigningParts, input: unknown): Answer<SignatureReply> {
  const asked = readRequest(input);
  if (!asked.ok) return asked;
  const { plan, digest, line, movement, index, nonce, fees } = asked.value;
  const { policy, store, keys } = parts;

  const approvers = countApprovals(policy, plan, asked.value.approved, asked.value.approvals);
  if (!approvers.ok) return approvers;
  const permitted = checkPolicy(policy, plan, line, movement);
  if (!permitted.ok) return permitted;
  if (keys.addressOf(line.key) !== line.from) return no('sender_not_of_key', { key: line.key });
  const capped = checkFeeCap(line, fees);
  if (!capped.ok) return capped;

  const ruling = store.rule({ plan, digest, line: index, nonce, fees }, policy.releases);
  if (!ruling.ok) return ruling;
  if (ruling.value.as === 'again') return yes(replyOf(ruling.value.given));
  const now = laterOf(parts.now(), store.lastAt);
  if (ruling.value.as === 'first') {
    const timely = checkTime(policy, plan, now);
    if (!timely.ok) return timely;
    const inLimit = store.checkDay(movement, limitsOf(policy, movement.asset), parts.now());
    if (!inLimit.ok) return inLimit;
  }
  const signed = keys.withKey(line.key, (key) => signTransaction(plan, line, nonce, fees, key));
  const entry = entryOf(asked.value, approvers.value, policy.version, now, signed);
  store.add(entry);
  return yes(replyOf(entry));
}

/** `fees` are those in the bytes: higher than what was asked when that had been signed already. */
export type SignatureReply = Pick<SignatureEntry, 'rawTransaction' | 'hash' | 'fees'>;

function replyOf({ rawTransaction, hash, fees }: SignatureEntry): SignatureReply {
  return { rawTransaction, hash, fees };
}

interface Asked {
  readonly plan: Plan;
  readonly digest: string;
  /** What the approvers signed: the plan's digest, or that of the cluster it is in. */
  readonly approved: string;
  readonly approvals: Parameters<typeof countApprovals>[3];
  readonly line: Line;
  readonly movement: Movement;
  readonly index: number;
  readonly nonce: number;
  readonly fees: Fees;
}

function readRequest(input: unknown): Answer<Asked> {
  const request = signatureRequest.safeParse(input);
  if (!request.success) {
    return no('request_malformed', { field: request.error.issues[0]?.path.join('.') ?? '' });
  }
  const { approvals, cluster, line: index, nonce, fees } = request.data;
  const parsed = parsePlan(request.data.plan);
  if (!parsed.ok) return parsed;
  const plan = parsed.value;
  const line = plan.lines[index];
  const movement = line && readLine(plan.network, line);
  if (!line || !movement) return no('line_unknown', { line: String(index) });
  const digest = planDigest(plan);
  const together = cluster ?? [digest];
  if (!together.includes(digest) || new Set(together).size !== together.length) {
    return no('cluster_without_plan', { plan: plan.id });
  }
  const approved = approvalDigest(together);
  return yes({ plan, digest, approved, approvals, line, movement, index, nonce, fees });
}

function checkFeeCap(line: Line, fees: Fees): Answer<null> {
  const fee = feeWeiOf(fees);
  if (!fee.ok) return fee;
  const cap = BigInt(line.feeWeiMax);
  return fee.value > cap
    ? no('fee_above_cap', { fee: String(fee.value), cap: String(cap) })
    : yes(null);
}

function checkTime(policy: Policy, plan: Plan, now: Date): Answer<null> {
  const aheadMs = Date.parse(plan.expiresAt) - now.getTime();
  if (aheadMs <= 0) return no('plan_expired', { expiresAt: plan.expiresAt });
  return aheadMs > policy.planDaysMax * dayMs
    ? no('plan_too_far_ahead', { days: String(policy.planDaysMax) })
    : yes(null);
}

function entryOf(
  { plan, digest, line, movement, index, nonce, fees }: Asked,
  approvers: readonly Approver[],
  policyVersion: number,
  now: Date,
  { hash, rawTransaction }: Signed,
): SignatureEntry {
  return {
    kind: 'signature',
    at: now.toISOString(),
    plan: plan.id,
    digest,
    caseNumber: plan.caseNumber,
    transferKey: plan.transferKey,
    requester: plan.requester,
    approvers,
    policyVersion,
    line: index,
    purpose: line.purpose,
    chainId: plan.network.chainId,
    from: line.from,
    nonce,
    asset: movement.asset,
    amount: movement.amount.toString(),
    recipient: movement.recipient,
    fees,
    hash,
    rawTransaction,
  };
}

function laterOf(left: Date, right: Date): Date {
  return left > right ? left : right;
}
