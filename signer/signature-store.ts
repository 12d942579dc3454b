import { ChainedFile, type Head } from './chained-file.ts';
import type { Approver } from './count-approvals.ts';
import { crashPoint } from './crash-point.ts';
import {
  type Address,
  type Answer,
  canonicalJson,
  type Fees,
  no,
  type Plan,
  type Purpose,
  yes,
} from './intent/index.ts';
import type { Policy } from './policy.ts';
import type { Signed } from './sign-transaction.ts';

/** One signature that was given. */
export type SignatureEntry = {
  readonly kind: 'signature';
  readonly at: string;
  readonly plan: string;
  readonly digest: string;
  readonly caseNumber: string;
  readonly transferKey: string;
  readonly requester: string;
  readonly approvers: readonly Approver[];
  readonly policyVersion: number;
  readonly line: number;
  readonly purpose: Purpose;
  readonly chainId: number;
  readonly from: Address;
  readonly nonce: number;
  readonly asset: string;
  readonly amount: string;
  readonly recipient: Address;
  readonly fees: Fees;
  readonly hash: Signed['hash'];
  readonly rawTransaction: Signed['rawTransaction'];
};

/** A policy that the signer started under. */
type PolicyEntry = {
  readonly kind: 'policy';
  readonly at: string;
  readonly version: number;
  readonly hash: string;
};

/** What is about to be signed. */
export interface Attempt {
  readonly plan: Plan;
  readonly digest: string;
  readonly line: number;
  readonly nonce: number;
  readonly fees: Fees;
}

/** `again`: the bytes that were given before, to be given once more. The others are to be signed. */
export type Ruling =
  | { readonly as: 'first' }
  | { readonly as: 'raised' }
  | { readonly as: 'again'; readonly given: SignatureEntry };

/** A line whose fee was raised this often has another trouble than its fee. */
const attemptsMax = 30;
const dayMs = 24 * 60 * 60 * 1_000;

/**
 * What this signer has ever signed. It alone decides whether something is signed twice, and holds
 * whatever the application's database has forgotten.
 */
export class SignatureStore {
  readonly #file: ChainedFile<SignatureEntry | PolicyEntry>;
  readonly #planDigests = new Map<string, string>();
  /** Transfer key to the plans that paid it: one, or more where the earlier ones were released. */
  readonly #payers = new Map<string, Set<string>>();
  readonly #attempts = new Map<string, SignatureEntry[]>();
  readonly #nonces = new Map<string, Set<number>>();
  readonly #firsts: SignatureEntry[] = [];
  #policy: PolicyEntry | null = null;

  constructor(path: string) {
    this.#file = new ChainedFile(path);
    for (const entry of this.#file.entries) this.#take(entry);
  }

  get head(): Head {
    return this.#file.head;
  }

  get cutBytes(): number {
    return this.#file.cutBytes;
  }

  /** Time of the newest entry; the signer's clock is not believed when it is before that. */
  get lastAt(): Date {
    return new Date(this.#file.entries.at(-1)?.at ?? 0);
  }

  /** Notes the policy started under. Throws on an older one, and on two of one version. */
  startUnder(policy: PolicyEntry): void {
    const known = this.#policy;
    if (known && policy.version < known.version) {
      throw new Error(
        `the policy file is version ${policy.version}, but version ${known.version} was in force ` +
          'before. Put the newest one back.',
      );
    }
    if (known?.version === policy.version) {
      if (known.hash === policy.hash) return;
      throw new Error(
        `there are two policies of version ${policy.version}. Sign the new one higher.`,
      );
    }
    this.#append(policy);
  }

  /** Whether an attempt may be signed, as far as what was signed before is concerned. */
  rule(attempt: Attempt, releases: Policy['releases']): Answer<Ruling> {
    const { plan, digest, line } = attempt;
    const known = this.#planDigests.get(plan.id);
    if (known !== undefined && known !== digest) return no('plan_changed', { plan: plan.id });
    const earlier = this.#attempts.get(lineKey(plan.id, line)) ?? [];
    const given = givenBefore(earlier, attempt);
    if (given) return yes({ as: 'again', given });
    if (releases.some((one) => one.plan === plan.id)) return no('plan_released', { plan: plan.id });
    return earlier.length > 0 ? ruleRaise(earlier, attempt) : this.#ruleFirst(attempt, releases);
  }

  /** Refuses when the day's limit for the asset would be passed. Counts first signatures only. */
  checkDay(
    movement: { readonly asset: string; readonly amount: bigint },
    limits: { readonly perDayUnits: string; readonly linesPerDay: number | null },
    now: Date,
  ): Answer<null> {
    const since = now.getTime() - dayMs;
    let units = movement.amount;
    let lines = 1;
    for (let index = this.#firsts.length - 1; index >= 0; index -= 1) {
      const entry = this.#firsts[index] as SignatureEntry;
      if (Date.parse(entry.at) <= since) break;
      if (entry.asset !== movement.asset) continue;
      units += BigInt(entry.amount);
      lines += 1;
    }
    const over = units > BigInt(limits.perDayUnits) || lines > (limits.linesPerDay ?? lines);
    return over
      ? no('day_limit_reached', { asset: movement.asset, limit: limits.perDayUnits })
      : yes(null);
  }

  /** Stores a signature. Only after it returns may the bytes leave the process. */
  add(entry: SignatureEntry): void {
    crashPoint('signer/store:before');
    this.#append(entry);
    crashPoint('signer/store:after');
  }

  close(): void {
    this.#file.close();
  }

  #ruleFirst({ plan, line, nonce }: Attempt, releases: Policy['releases']): Answer<Ruling> {
    const { purpose, from } = plan.lines[line] ?? {};
    if (purpose !== 'gas') {
      const payers = [...(this.#payers.get(plan.transferKey) ?? [])];
      const payer = payers.find(
        (one) => one !== plan.id && !releases.some((release) => release.plan === one),
      );
      if (payer) return no('transfer_already_paid', { plan: payer });
    }
    const returns = plan.lines.findIndex((one) => one.purpose === 'return');
    if (purpose === 'sweep' && returns >= 0 && !this.#attempts.has(lineKey(plan.id, returns))) {
      return no('line_too_early', { line: String(line), after: String(returns) });
    }
    const taken = this.#nonces.get(`${plan.network.chainId} ${from}`);
    if (taken?.has(nonce)) {
      return no('nonce_taken', { nonce: String(nonce), highest: String(Math.max(...taken)) });
    }
    return yes({ as: 'first' });
  }

  #append(entry: SignatureEntry | PolicyEntry): void {
    this.#file.append(entry);
    this.#take(entry);
  }

  #take(entry: SignatureEntry | PolicyEntry): void {
    if (entry.kind === 'policy') {
      this.#policy = entry;
      return;
    }
    this.#planDigests.set(entry.plan, entry.digest);
    if (entry.purpose !== 'gas') grow(this.#payers, entry.transferKey).add(entry.plan);
    const key = lineKey(entry.plan, entry.line);
    const attempts = this.#attempts.get(key) ?? [];
    if (attempts.length === 0) this.#firsts.push(entry);
    this.#attempts.set(key, [...attempts, entry]);
    grow(this.#nonces, `${entry.chainId} ${entry.from}`).add(entry.nonce);
  }
}

/**
 * What answers a request without signing: the very same one, or the newest when less is offered than
 * has been signed for already. So whoever lost an answer gets it, whatever gas costs by then.
 */
function givenBefore(earlier: readonly SignatureEntry[], attempt: Attempt): SignatureEntry | null {
  const atNonce = earlier.filter((one) => one.nonce === attempt.nonce);
  const newest = atNonce.at(-1);
  if (!newest) return null;
  const same = atNonce.find((one) => sameFees(one.fees, attempt.fees));
  return same ?? (isRaised(newest.fees, attempt.fees) ? null : newest);
}

/** The same line once more, for a higher price: at the same nonce only, and not without end. */
function ruleRaise(earlier: readonly SignatureEntry[], attempt: Attempt): Answer<Ruling> {
  const last = earlier.at(-1) as SignatureEntry;
  if (last.nonce !== attempt.nonce) {
    return no('line_already_signed', { nonce: String(last.nonce), hash: last.hash });
  }
  return earlier.length < attemptsMax
    ? yes({ as: 'raised' })
    : no('attempts_exhausted', { limit: String(attemptsMax) });
}

/** Raised: a higher price, and no lower a tip. A change of kind is no raise. */
function isRaised(from: Fees, to: Fees): boolean {
  if (from.type === 'legacy') {
    return to.type === 'legacy' && BigInt(to.gasPriceWei) > BigInt(from.gasPriceWei);
  }
  return (
    to.type === 'eip1559' &&
    BigInt(to.maxFeePerGasWei) > BigInt(from.maxFeePerGasWei) &&
    BigInt(to.maxPriorityFeePerGasWei) >= BigInt(from.maxPriorityFeePerGasWei)
  );
}

function sameFees(left: Fees, right: Fees): boolean {
  return canonicalJson(left) === canonicalJson(right);
}

function lineKey(plan: string, line: number): string {
  return `${plan} ${line}`;
}

function grow<Value>(sets: Map<string, Set<Value>>, key: string): Set<Value> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}
