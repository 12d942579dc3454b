import type { Claim, KaeruClient } from '../../../../client/index.ts';
import { assetId } from '../../../money/index.ts';
import { address, networkByName, nodeSet, readBalance } from '../../../networks/index.ts';
import { invariant, sleep } from '../../../std/index.ts';
import type { WorldFacts } from '../../start/facts.ts';
import type { Played } from '../mishaps/mishap.ts';
import { customerClient, signApproval, staffClient, staffOf, walletOf } from './people.ts';
import type { Tell } from './tell.ts';

/** How the story ends: nothing of it is taken on trust. */
export interface StoryEnd {
  readonly claim: Claim;
  /** What the quote promised, in base units of what was lost. */
  readonly promisedUnits: bigint;
  /** How much the destination's balance rose, read from the node. */
  readonly roseUnits: bigint;
  readonly booksBalance: boolean;
  readonly auditVerifies: boolean;
}

/** Where the money goes: the customer's own wallet, and what was in it before. */
export interface StoryStart {
  readonly lost: Played;
  readonly balanceBefore: bigint;
  /** What an earlier run saw arrive, to the unit. The wallet may have been used since. Null: not yet. */
  readonly cameHome: bigint | null;
}

const anotherMishap =
  'This deposit came home in an earlier run; what follows is its end, checked again.';
const lookEveryMs = 500;
const storyMsMax = 240_000;

/** The lost deposit that the story is about: 5 WBTC on the wrong network. */
export function lostDeposit(facts: WorldFacts): Played {
  const [lost] = facts.waiting;
  invariant(lost, 'a lost deposit waits in the demo world');
  return lost;
}

/**
 * Plays the story from wherever it stands: each turn looks at the claim and does what its state asks
 * of a person. Whoever was killed in the middle plays it again and comes to the same end.
 */
export async function playStory(
  facts: WorldFacts,
  start: StoryStart,
  tell: Tell,
): Promise<StoryEnd> {
  const { lost } = start;
  const customer = await customerClient(facts, lost.customer, 'ja');
  const filed = await customer.fileClaim({
    body: { said: `届きません。 https://explorer.example/tx/${lost.hash}` },
  });
  if (!filed.ok) throw new Error(filed.problem.title);
  if (start.cameHome !== null) tell('already_home', { hint: anotherMishap });
  tell('filed', { number: filed.value.claim.number, joined: filed.value.joined, said: lost.ja });
  const { number } = filed.value.claim;
  const endsBy = Date.now() + storyMsMax;
  let toldVersion = 0;
  while (Date.now() < endsBy) {
    const read = await customer.readClaim({ number });
    if (!read.ok) {
      if (read.problem.lasts === 'final' && read.status !== 0) throw new Error(read.problem.title);
      await sleep(lookEveryMs);
      continue;
    }
    const claim = read.value;
    if (claim.version !== toldVersion) tell(claim.state, factsOf(claim));
    toldVersion = claim.version;
    const feeIsOpen = claim.fee?.status === 'due';
    if (claim.turn === 'nobody' && !feeIsOpen) return await end(facts, start, claim, tell);
    if (claim.state === 'quoted') await choose(customer, claim, tell);
    else if (claim.state === 'proving') await prove(customer, claim, tell);
    else if (claim.state === 'approving') await approve(facts, claim, tell);
    else if (claim.state === 'refused' || claim.state === 'held') {
      throw new Error(`The case is ${claim.state}: ${claim.sentence}`);
    }
    await sleep(lookEveryMs);
  }
  throw new Error(`The story did not end within ${storyMsMax / 1000} seconds.`);
}

function factsOf(claim: Claim): Record<string, unknown> {
  return {
    sentence: claim.sentence,
    ...(claim.found ? { found: claim.found.amount.text, network: claim.found.network } : {}),
    ...(claim.reason ? { code: claim.reason.code, why: claim.reason.sentence } : {}),
    ...(claim.transactions.length > 0 ? { transactions: claim.transactions } : {}),
  };
}

/** The customer takes the return to the wallet it came from. */
async function choose(customer: KaeruClient, claim: Claim, tell: Tell): Promise<void> {
  const option = claim.quote?.options.find((one) => one.kind === 'return_to_source');
  invariant(option?.permitted, 'the return to the sender is open');
  tell('chooses', {
    option: option.title,
    receives: option.receives?.text ?? null,
    fee: option.fee?.total.text ?? null,
    tax: option.fee?.tax.text ?? null,
    inKind: option.fee?.inKind ?? null,
  });
  await customer.chooseOption({ number: claim.number, body: { option: 'return_to_source' } });
}

/** The customer's wallet signs that it is theirs. */
async function prove(customer: KaeruClient, claim: Claim, tell: Tell): Promise<void> {
  const { number } = claim;
  const wallet = walletOf('aiko');
  const asked = await customer.challengeWallet({ number, body: { address: wallet.address } });
  if (!asked.ok) return;
  const signature = await wallet.signMessage({ message: asked.value.message });
  const proven = await customer.proveWallet({
    number,
    challenge: asked.value.id,
    body: { kind: 'signature', signature },
  });
  if (proven.ok) tell('proves', { wallet: wallet.address });
}

/** Two people read every line of the plan, and sign it with their own devices. */
async function approve(facts: WorldFacts, claim: Claim, tell: Tell): Promise<void> {
  const approvers = staffOf(facts).filter(({ roles }) =>
    roles.some((role) => role === 'treasury' || role === 'risk'),
  );
  for (const member of approvers) {
    const desk = await staffClient(facts, member, 'ja');
    const seen = await desk.readDeskClaim({ number: claim.number });
    if (!seen.ok || !seen.value.plan) return;
    const { digest, lines } = seen.value.plan;
    const approval = signApproval(facts, member, [digest]);
    const approved = await desk.approvePlans({ body: { digests: [digest], approval } });
    if (approved.ok) tell('approves', { who: member.name, digest, lines });
    else if (approved.problem.code !== 'already_decided') tell('refused', { ...approved.problem });
  }
}

async function end(
  facts: WorldFacts,
  start: StoryStart,
  claim: Claim,
  tell: Tell,
): Promise<StoryEnd> {
  const auditor = staffOf(facts).find(({ roles }) => roles.includes('auditor'));
  invariant(auditor, 'the demo has an auditor');
  const desk = await staffClient(facts, auditor, 'en');
  const books = await desk.readTrialBalance();
  const audit = await desk.verifyAudit();
  const measured = (await destinationBalance(facts, claim)) - start.balanceBefore;
  const roseUnits = start.cameHome ?? measured;
  const ended: StoryEnd = {
    claim,
    promisedUnits: BigInt(claim.choice?.units ?? 0),
    roseUnits,
    booksBalance: books.ok && books.value.balances,
    auditVerifies: audit.ok && audit.value.ok,
  };
  tell('ended', {
    state: claim.state,
    promised: ended.promisedUnits.toString(),
    rose: roseUnits.toString(),
    measuredNow: measured.toString(),
    booksBalance: ended.booksBalance,
    auditVerifies: ended.auditVerifies,
    fee: claim.fee,
  });
  return ended;
}

async function destinationBalance(facts: WorldFacts, claim: Claim): Promise<bigint> {
  invariant(claim.found && claim.destination, 'a claim that was returned has a destination');
  const { asset } = claim.found.amount;
  return await balanceAt(facts, claim.network ?? '', asset, claim.destination.address);
}

/** What an address holds of an asset, asked of the world's own node. */
export async function balanceAt(
  facts: WorldFacts,
  networkName: string,
  asset: string,
  at: string,
): Promise<bigint> {
  const network = networkByName(networkName);
  const urls = facts.nodes
    .filter((node) => networkByName(node.network)?.id === network?.id)
    .map((node) => node.url);
  invariant(network, `'${networkName}' is a network`);
  const nodes = nodeSet(network, urls);
  invariant(nodes.ok, `the node of ${networkName} can be asked`);
  const read = await readBalance(nodes.value, {
    asset: assetId(asset),
    address: address(at.toLowerCase()),
  });
  invariant(read.status === 'read', `the node of ${networkName} tells a balance`);
  return read.units;
}
