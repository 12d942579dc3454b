import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Claim, KaeruClient } from '../../client/index.ts';
import type { DevAccount } from '../../src/app/demo/dev-accounts.ts';
import type { Played } from '../../src/app/demo/mishaps/index.ts';
import { customerClient, walletOf } from '../../src/app/demo/story/people.ts';
import { balanceAt } from '../../src/app/demo/story/play-story.ts';
import type { WorldFacts } from '../../src/app/start/facts.ts';
import type { Database } from '../../src/db/index.ts';
import { sleep } from '../../src/std/index.ts';
import { type DeskPeople, persist } from './desk-people.ts';

const lookEveryMs = 250;

/** A lost deposit, and how its owner wants it back. */
export interface CaseToPlay {
  readonly lost: Played;
  readonly wallet: DevAccount;
  readonly option: 'return_to_source' | 'credit';
}

/** What became of a case, as the node, the database and the signer's own store tell it. */
export interface CaseEnd {
  readonly number: string;
  readonly state: string;
  readonly statesSeen: readonly string[];
  readonly promisedUnits: string;
  /** How much the destination's balance on the node rose; null for a credit. */
  readonly roseUnits: string | null;
  readonly payments: readonly string[];
  /** Nonces at which a return was signed: one, however often it was replaced. */
  readonly returnNonces: number;
  /** Signatures of the return in the signer's own store, less its replacements. */
  readonly signerFirsts: number;
  readonly fee: string | null;
}

/** Somebody who comes over from the exchange, also when the program is dead for a moment. */
export async function signInCustomer(facts: WorldFacts, customer: string): Promise<KaeruClient> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await customerClient(facts, customer, 'en');
    } catch (error) {
      if (attempt > 200) throw error;
      await sleep(lookEveryMs);
    }
  }
}

/**
 * Plays one case to its end, whatever dies meanwhile. `onState` hears each state that is seen, before
 * anything is done about it. Throws when the case does not end within `withinMs`.
 */
export async function playCase(
  facts: WorldFacts,
  database: Database,
  people: DeskPeople,
  { lost, wallet, option }: CaseToPlay,
  onState: (claim: Claim) => Promise<void> = async () => {},
  withinMs = 180_000,
): Promise<CaseEnd> {
  const customer = await signInCustomer(facts, lost.customer);
  const filed = await persist(() => customer.fileClaim({ body: { said: `Lost: ${lost.hash}` } }));
  if (!filed.ok) throw new Error(`${filed.problem.code}: ${filed.problem.title}`);
  const { number } = filed.value.claim;
  const statesSeen: string[] = [];
  let before: bigint | null = null;
  const endsBy = performance.now() + withinMs;
  for (let claim = filed.value.claim; performance.now() < endsBy; ) {
    if (statesSeen.at(-1) !== claim.state) {
      statesSeen.push(claim.state);
      await onState(claim);
    }
    if (claim.state === 'quoted' && option === 'return_to_source') {
      before ??= await walletBalance(facts, claim, wallet);
    }
    if (claim.turn === 'nobody' && claim.fee?.status !== 'due') {
      const rose = before === null ? null : (await walletBalance(facts, claim, wallet)) - before;
      return { statesSeen, ...(await endOf(facts, database, claim, rose)) };
    }
    if (['held', 'refused', 'kept', 'reviewing'].includes(claim.state)) {
      throw new Error(`${number} is ${claim.state}: ${claim.reason?.code} ${claim.sentence}`);
    }
    await act(customer, people, claim, { wallet, option });
    await sleep(lookEveryMs);
    const read = await persist(() => customer.readClaim({ number }));
    if (read.ok) claim = read.value;
  }
  throw new Error(`${number} did not end; it was ${statesSeen.join(', ')}.`);
}

async function act(
  customer: KaeruClient,
  people: DeskPeople,
  { state, number }: Claim,
  { wallet, option }: Pick<CaseToPlay, 'wallet' | 'option'>,
): Promise<void> {
  if (state === 'quoted') {
    await persist(() => customer.chooseOption({ number, body: { option } }));
  } else if (state === 'proving') {
    const own = walletOf(wallet);
    const asked = await persist(() =>
      customer.challengeWallet({ number, body: { address: own.address } }),
    );
    if (!asked.ok) return;
    const { id: challenge, message } = asked.value;
    const signature = await own.signMessage({ message });
    const body = { kind: 'signature' as const, signature };
    await persist(() => customer.proveWallet({ number, challenge, body }));
  } else if (state === 'approving') {
    await people.approve({ number });
  }
}

/** Asked until the node answers: it may be down just now. */
async function walletBalance(facts: WorldFacts, claim: Claim, wallet: DevAccount): Promise<bigint> {
  if (!claim.found) throw new Error('nothing was found');
  const { asset } = claim.found.amount;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await balanceAt(facts, networkNameOf(asset), asset, walletOf(wallet).address);
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(lookEveryMs);
    }
  }
}

const networkNameOf = (asset: string) => (asset.startsWith('evm:61/') ? 'evm:61' : 'ethereum');

async function endOf(
  facts: WorldFacts,
  database: Database,
  claim: Claim,
  rose: bigint | null,
): Promise<Omit<CaseEnd, 'statesSeen'>> {
  const payments = await database
    .selectFrom('payments')
    .select(['id', 'state', 'plan'])
    .where('case_number', '=', claim.number)
    .execute();
  const { rows } = await sql<{ nonce: bigint; attempt: number }>`
    select s.nonce, s.attempt from signed_transactions s
    join payment_lines l on l.payment_id = s.payment_id and l.line = s.line
    join payments p on p.id = s.payment_id
    where p.case_number = ${claim.number} and l.purpose = 'return'`.execute(database);
  const replaced = rows.filter(({ attempt }) => attempt > 1).length;
  const plans = payments.map(({ plan }) => plan as { id: string; lines?: { purpose: string }[] });
  return {
    number: claim.number,
    state: claim.state,
    promisedUnits: claim.choice?.units ?? '0',
    roseUnits: rose === null ? null : rose.toString(),
    payments: payments.map(({ state }) => state),
    returnNonces: new Set(rows.map(({ nonce }) => nonce)).size,
    signerFirsts: signaturesOfReturn(facts, plans) - replaced,
    fee: claim.fee?.status ?? null,
  };
}

/** How often the signer has ever signed the return of these plans, by its own file. */
function signaturesOfReturn(
  facts: WorldFacts,
  plans: readonly { id: string; lines?: { purpose: string }[] }[],
): number {
  const file = readFileSync(join(facts.signer.folder, 'signatures.jsonl'), 'utf8');
  const returns = new Map(
    plans.map(({ id, lines }) => [id, lines?.findIndex(({ purpose }) => purpose === 'return')]),
  );
  return file
    .split('\n')
    .filter((line) => line.includes('"signature"'))
    .map((line) => (JSON.parse(line) as { entry: { plan: string; line: number } }).entry)
    .filter(({ plan, line }) => returns.get(plan) === line).length;
}
