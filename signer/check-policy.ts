import { type Answer, type Line, type Movement, no, type Plan, yes } from './intent/index.ts';
import type { Policy } from './policy.ts';

/** Whether the policy lets this line of this plan be signed at all, whatever the hour. */
export function checkPolicy(
  policy: Policy,
  plan: Plan,
  line: Line,
  movement: Movement,
): Answer<null> {
  const { purpose, key } = line;
  const allowed = policy.purposes[purpose];
  if (!allowed) return no('purpose_refused', { purpose });
  if (!allowed.keys.some((pattern) => pathMatches(pattern, key))) {
    return no('purpose_refused', { purpose, key });
  }
  if (purpose === 'sweep' && !policy.purposes.sweep?.to.includes(movement.recipient)) {
    return no('destination_refused', { recipient: movement.recipient });
  }
  const amountMax = BigInt(limitsOf(policy, movement.asset).perTransactionUnits);
  if (movement.amount > amountMax) {
    return no('amount_above_limit', { asset: movement.asset, limit: String(amountMax) });
  }
  return checkFees(policy, plan, line);
}

function checkFees(policy: Policy, plan: Plan, line: Line): Answer<null> {
  const chain = String(plan.network.chainId);
  const gasMax = BigInt(weiOf(policy.gasLineWeiMax, chain));
  if (line.purpose === 'gas' && BigInt(line.valueWei) > gasMax) {
    return no('gas_above_limit', { limit: String(gasMax) });
  }
  const feeMax = BigInt(weiOf(policy.feeWeiMaxPerPlan, chain));
  const fee = plan.lines.reduce((sum, one) => sum + BigInt(one.feeWeiMax), 0n);
  return fee > feeMax ? no('plan_fee_above_limit', { limit: String(feeMax) }) : yes(null);
}

export interface AssetLimits {
  readonly perTransactionUnits: string;
  readonly perDayUnits: string;
  /** Null for an asset that the policy names. */
  readonly linesPerDay: number | null;
}

/** The limits of an asset, or those of every asset that the policy does not name. */
export function limitsOf(policy: Policy, asset: string): AssetLimits {
  const { assets, otherAssets } = policy.limits;
  const named = Object.hasOwn(assets, asset) ? assets[asset] : undefined;
  return named ? { ...named, linesPerDay: null } : otherAssets;
}

function weiOf(byChain: Policy['gasLineWeiMax'], chain: string): string {
  const named = Object.hasOwn(byChain.chains, chain) ? byChain.chains[chain] : undefined;
  return named ?? byChain.default;
}

/** `m/44'/60'/0'/0/*` matches every index of that chain; any other pattern only itself. */
function pathMatches(pattern: string, path: string): boolean {
  if (!pattern.endsWith('/*')) return pattern === path;
  return pattern.slice(0, -1) === path.slice(0, path.lastIndexOf('/') + 1);
}
