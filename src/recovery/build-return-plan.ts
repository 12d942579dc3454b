import { ownersOf } from '../accounts/index.ts';
import { type Line, type Plan, planFaults } from '../custody/index.ts';
import type { AssetId } from '../money/index.ts';
import {
  type Address,
  buildTransferCall,
  chainIdOf,
  estimateTransferGas,
  type NodeSet,
  nativeAsset,
  quoteFees,
  simulateTransfer,
} from '../networks/index.ts';
import { done, invariant, newId, type Outcome, refuse } from '../std/index.ts';
import type { Claim, ClaimPlan, PlanSimulation } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type Focus, focusOn } from './focus-on.ts';
import type { PlanObstacle } from './prepare-plan.ts';
import { requesterOf } from './requester-of.ts';

/** Gas prices may rise this many times before a plan has to be approved again. */
const gasPriceHeadroom = 4n;
/** A line may need this much more gas than was estimated, in percent. */
const gasLimitPercent = 130n;
const nativeTransferGas = 21_000n;

/**
 * The plan of a return, every line to the byte: gas for the deposit address up to a cap, the return
 * to the customer's proven destination, and the sweep of a fee that is taken in kind. Simulated
 * before it is shown to anybody: what counts is the change of balances, not what a token answers.
 */
export async function buildReturnPlan(
  context: RecoveryContext,
  claim: Claim,
  expiresAt: string,
): Promise<Outcome<ClaimPlan, PlanObstacle>> {
  const { choice, destination, diagnosis, network } = claim;
  invariant(choice && destination && diagnosis && network, 'a return is planned once it is chosen');
  const focus = focusOn(diagnosis, claim);
  invariant(focus?.network === network, 'a return is on the network where the transfer was found');
  const nodes = context.chains.of(network);
  if (!nodes) return refuse('unread', { network });

  const keys = await keysOf(context, focus);
  if (!keys.ok) return keys;
  const moves = movesOf(focus, claim, keys.value.treasury);
  const tried = await tryMoves(nodes, focus, moves);
  if (!tried.ok) return tried;
  const costs = await costsOf(nodes, focus, moves);
  if (!costs.ok) return costs;

  const plan: Plan = {
    version: 1,
    id: newId(),
    caseNumber: claim.number,
    requester: requesterOf(claim, context.actor.id),
    transferKey: keyOf(focus),
    network: { chainId: chainIdOf(network) },
    lines: linesOf(nodes, focus, keys.value, moves, costs.value),
    expiresAt,
  };
  // A token may claim things of itself that no plan can show, such as 200 decimals.
  const [fault] = planFaults(plan);
  if (fault) return refuse('plan_faulty', { fault: fault.fault });
  const { gas, gasPriceWei, costWei } = costs.value;
  const simulation: PlanSimulation = {
    at: context.clock.now(),
    block: tried.value,
    moves: moves.map((move, index) => ({ ...move, gas: gas[index] ?? 0n })),
    ...{ gasPriceWei, costWei },
  };
  return done({ kind: 'return', plan, simulation });
}

function keyOf(focus: Focus): string {
  invariant(focus.key, 'only what has moved is returned');
  return focus.key;
}

interface Keys {
  readonly depositPath: string;
  readonly gas: { readonly path: string; readonly address: Address };
  readonly treasury: Address;
}

interface Move {
  readonly purpose: 'return' | 'sweep';
  readonly to: Address;
  readonly units: bigint;
}

/** The way down to the key of the deposit address, and the house's own two addresses. */
async function keysOf(
  context: RecoveryContext,
  focus: Focus,
): Promise<Outcome<Keys, PlanObstacle>> {
  const owners = await ownersOf(context.database, focus.transfer.to);
  const control = [...owners.issued, ...owners.own].map((one) => one.control);
  const path = control.find((one) => one.kind === 'hd')?.path;
  if (!path) return refuse('key_unknown', { address: focus.transfer.to });
  const { gas, treasury } = context.house;
  const gasAddress = await context.custody.addressOf(gas.path);
  const treasuryAddress = await context.custody.addressOf(treasury.path);
  const deposit = await context.custody.addressOf(path);
  if (!gasAddress.ok || !treasuryAddress.ok || !deposit.ok)
    return refuse('unread', { at: 'signer' });
  if (deposit.value !== focus.transfer.to) {
    return refuse('key_unknown', { address: focus.transfer.to });
  }
  return done({
    depositPath: path,
    gas: { path: gas.path, address: gasAddress.value },
    treasury: treasuryAddress.value,
  });
}

function movesOf(focus: Focus, claim: Claim, treasury: Address): Move[] {
  const { choice, destination } = claim;
  invariant(choice && destination, 'a return is planned once it is chosen');
  const feeUnits = choice.fee?.inKind ? choice.fee.total.units : 0n;
  invariant(
    choice.units + feeUnits === focus.transfer.amount,
    'a return gives back all but its fee',
  );
  const back: Move = { purpose: 'return', to: destination.address, units: choice.units };
  return feeUnits > 0n ? [back, { purpose: 'sweep', to: treasury, units: feeUnits }] : [back];
}

/**
 * Both moves leave the same address; together they are what lies there. It is tried as a whole first:
 * each alone may pass where the second finds nothing left, once the first is out and can't be undone.
 * Answers with the block at which the last one was tried.
 */
async function tryMoves(
  nodes: NodeSet,
  focus: Focus,
  moves: readonly Move[],
): Promise<Outcome<bigint, PlanObstacle>> {
  const { token, to: from } = focus.transfer;
  const [first] = moves;
  invariant(first, 'a return has a move');
  const whole: Move = { ...first, units: moves.reduce((sum, { units }) => sum + units, 0n) };
  let block = 0n;
  for (const move of moves.length > 1 ? [whole, ...moves] : moves) {
    const tried = await simulateTransfer(nodes, { token, from, to: move.to, amount: move.units });
    if (tried.status === 'unread') return refuse('unread', { network: nodes.network.name });
    if (tried.status !== 'moves') {
      return refuse('simulation_failed', { purpose: move.purpose, result: tried.status });
    }
    block = tried.block;
  }
  return done(block);
}

interface Costs {
  readonly gasLimits: readonly bigint[];
  /** The most that each move, and the gas line itself, may cost in the network's coin. */
  readonly feeMax: readonly bigint[];
  readonly gasLineFeeMax: bigint;
  /** As estimated, and what all of it costs at today's price. */
  readonly gas: readonly bigint[];
  readonly gasPriceWei: bigint;
  readonly costWei: bigint;
}

async function costsOf(
  nodes: NodeSet,
  focus: Focus,
  moves: readonly Move[],
): Promise<Outcome<Costs, PlanObstacle>> {
  const quoted = await quoteFees(nodes);
  if (quoted.status === 'unread') return refuse('unread', { network: nodes.network.name });
  const priceMax = quoted.gasPriceMax * gasPriceHeadroom;
  const { token, to: from } = focus.transfer;
  const estimates: bigint[] = [];
  for (const move of moves) {
    const call = { token, from, to: move.to, amount: move.units };
    const gas = await estimateTransferGas(nodes, call);
    if (gas.status === 'unread') return refuse('unread', { network: nodes.network.name });
    if (gas.status === 'reverts') {
      return refuse('simulation_failed', { purpose: move.purpose, result: 'reverts' });
    }
    estimates.push(gas.gas);
  }
  const gasLimits = estimates.map((gas) => (gas * gasLimitPercent) / 100n);
  const used = estimates.reduce((sum, gas) => sum + gas, 0n);
  const dataFee = quoted.dataFeeMax * gasPriceHeadroom;
  return done({
    gasLimits,
    feeMax: gasLimits.map((gas) => gas * priceMax + dataFee),
    gasLineFeeMax: nativeTransferGas * 2n * priceMax + dataFee,
    gas: estimates,
    gasPriceWei: quoted.gasPriceMax,
    costWei: used * quoted.gasPriceMax + quoted.dataFeeMax,
  });
}

function linesOf(
  nodes: NodeSet,
  focus: Focus,
  keys: Keys,
  moves: readonly Move[],
  costs: Costs,
): Line[] {
  const { transfer } = focus;
  const { network } = nodes;
  const gasUnits = costs.feeMax.reduce((sum, fee) => sum + fee, 0n);
  const gas: Line = {
    purpose: 'gas',
    from: keys.gas.address,
    key: keys.gas.path,
    to: transfer.to,
    valueWei: gasUnits.toString(),
    data: '0x',
    feeWeiMax: costs.gasLineFeeMax.toString(),
    shows: {
      asset: nativeAsset(network.id),
      symbol: network.native.symbol,
      decimals: network.native.decimals,
      amount: gasUnits.toString(),
      recipient: transfer.to,
    },
  };
  const paying = moves.map((move, index): Line => {
    const call = buildTransferCall({ token: transfer.token, to: move.to, amount: move.units });
    return {
      purpose: move.purpose,
      from: transfer.to,
      key: keys.depositPath,
      to: call.to,
      valueWei: call.value.toString(),
      data: call.data,
      feeWeiMax: (costs.feeMax[index] ?? 0n).toString(),
      shows: {
        asset: transfer.asset as AssetId,
        symbol: shownSymbol(transfer.symbol),
        decimals: transfer.decimals ?? 0,
        amount: move.units.toString(),
        recipient: move.to,
      },
    };
  });
  return [gas, ...paying];
}

/** What a contract calls itself is only shown if it can be: 1 to 32 visible characters. */
function shownSymbol(symbol: string | null): string {
  const visible = [...(symbol ?? '').replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '')]
    .slice(0, 32)
    .join('');
  return visible === '' ? '?' : visible;
}
