import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mnemonicToAccount } from 'viem/accounts';
import { type CustomerId, importAccounts } from '../src/accounts/index.ts';
import { contractAddress } from '../src/app/demo/contracts.ts';
import { type DevAccount, devAccountIndex, devMnemonic } from '../src/app/demo/dev-accounts.ts';
import { writeDemoLists } from '../src/app/demo/lists.ts';
import { keyPaths } from '../src/app/start/signer.ts';
import type { Actor } from '../src/audit/index.ts';
import type { Approval, Custody } from '../src/custody/index.ts';
import { type Database, EventBus } from '../src/db/index.ts';
import { type Lists, loadLists } from '../src/lists/index.ts';
import { messagesOf } from '../src/messages/index.ts';
import { assetId } from '../src/money/index.ts';
import {
  type Address,
  type Network,
  networkById,
  networkIdOf,
  nodeSet,
} from '../src/networks/index.ts';
import { advanceJob, advancePayment, type Payment, paymentsActor } from '../src/payments/index.ts';
import type { ProfileName } from '../src/profiles/index.ts';
import {
  approvePlans,
  type ChoosingContext,
  type Claim,
  chargeFee,
  type DecidingContext,
  feeJob,
  fileClaim,
  look,
  lookJob,
  paymentStillOwed,
  planJob,
  preparePlan,
  type RecoveryContext,
  readClaim,
  recoveryActor,
  recoveryHearsPayments,
  standardSchedule,
} from '../src/recovery/index.ts';
import { secondMs } from '../src/std/index.ts';
import { type DeskChain, startDeskChain } from './desk-chain.ts';
import { HandRunJobs } from './hand-run-jobs.ts';
import { testDatabase } from './postgres.ts';
import type { TestExchange } from './reference-exchange.ts';
import {
  type CustomerName,
  enlistAll,
  exchangeIdOf,
  type MovableClock,
  movingClock,
  must,
  openExchange,
  openSigner,
  readPeople,
  rolesOf,
  type StaffName,
  sessionOf,
  signApproval,
  writeTokenList,
} from './whole-desk-parts.ts';

/** How many blocks on top make a transaction final at a test desk. */
export const confirmations = 3;

export interface DeskOptions {
  readonly profile?: ProfileName;
  /** Changes the demo's list of networks: `{ fees: 'legacy' }` for both. */
  readonly network?: Partial<Network>;
  /** For nodes that are to be slow or dear: flags of anvil. */
  readonly flags?: readonly string[];
}

/**
 * A whole desk inside the test: real database, two real nodes (Ethereum, and one network that the
 * exchange does not list), the real signer and the reference exchange as processes of their own. Only
 * the workers are missing: jobs run when the test says so, by a clock that the test moves.
 */
export interface WholeDesk {
  readonly database: Database;
  readonly clock: MovableClock;
  readonly ethereum: DeskChain;
  readonly unlisted: DeskChain;
  readonly exchange: TestExchange;
  readonly custody: Custody;
  readonly jobs: HandRunJobs;
  readonly people: Readonly<Record<CustomerName, CustomerId>>;
  readonly staff: Readonly<Record<StaffName, string>>;
  readonly gasWallet: Address;
  readonly treasury: Address;
  /** The context of Kaeru itself; tests may change parts of it with a spread. */
  readonly payments: RecoveryContext;
  readonly recovery: RecoveryContext;
  /** A customer whom the exchange asked for a factor just now. */
  as(customer: CustomerName): ChoosingContext;
  /** A member of staff in a session whose factor was shown just now. */
  at(staff: StaffName): DecidingContext;
  /** Puts other lists in place; null: none is loaded. */
  useLists(lists: Lists | null): void;
  /** Those that the desk opened with. */
  readonly lists: Lists;
  /** The exchange is told of a new address, or its listing has changed. */
  depositOf(customer: CustomerName): Promise<Address>;
  walletOf(name: DevAccount): ReturnType<typeof mnemonicToAccount>;
  /** A yes to these plans by these people's devices. */
  approvalOf(staff: StaffName, digests: readonly string[]): Approval;
  /** Runs all that is due, and delivers what was told. */
  run(): Promise<void>;
  /** Lets time pass and blocks come, until nothing moves any more. */
  settle(): Promise<void>;
  file(customer: CustomerName, hash: string): Promise<Claim>;
  claim(number: string): Promise<Claim>;
  /** Both approvals of the plans of these claims. */
  approve(...numbers: readonly string[]): Promise<void>;
  /** What the customer was told of the case, oldest first. */
  told(number: string): Promise<string[]>;
  signer: { stop(): Promise<void>; start(): Promise<void> };
  close(): Promise<void>;
}

const coin = 10n ** 18n;
/** More than a payment of three lines takes. */
const settleRounds = 12;

/** Opens a desk; `close` it afterwards. */
export async function wholeDesk(options: DeskOptions = {}): Promise<WholeDesk> {
  const parts = await openParts(options);
  const { database, clock, ethereum, unlisted, custody, staff } = parts;
  const wired = wire(parts, options);
  const { recovery, jobs, bus, contextOf } = wired;
  handleJobs(wired);
  must(await importAccounts(recovery, recovery.exchange));
  const people = await readPeople(database);
  const addressOf = async (path: string) => must(await custody.addressOf(path));
  const gasWallet = await addressOf(keyPaths.gasWallet);
  const treasury = await addressOf(keyPaths.treasury);
  await Promise.all([ethereum, unlisted].map((node) => node.give(gasWallet, 50n * coin)));
  const at = (name: StaffName): DecidingContext => {
    const actor = { kind: 'staff' as const, id: staff[name], roles: rolesOf[name] };
    return Object.assign(contextOf(actor), { session: sessionOf(actor, clock) });
  };
  const approvalOf = (name: StaffName, digests: readonly string[]) =>
    signApproval(join(parts.folder, 'signer'), staff[name], digests);
  const as = (name: CustomerName): ChoosingContext =>
    Object.assign(contextOf({ kind: 'customer', id: people[name] }), {
      session: { freshAt: clock.now() },
    });
  const run = () => jobs.run(() => bus.deliver(database, clock));
  const claim = async (number: string) => {
    const found = await readClaim(database, number);
    if (!found) throw new Error(`there is no claim ${number}`);
    return found;
  };
  return {
    ...{ ...parts, ...wired, people, gasWallet, treasury, as, at, run, claim, approvalOf },
    depositOf: (name) =>
      addressOf(`${keyPaths.deposits}/0/${Object.keys(exchangeIdOf).indexOf(name)}`),
    walletOf: (name) => mnemonicToAccount(devMnemonic, { addressIndex: devAccountIndex(name) }),
    settle: async () => {
      for (let round = 0; round < settleRounds; round += 1) {
        await run();
        const moves = [advanceJob.name, feeJob.name].some((job) => jobs.waiting().includes(job));
        if (!moves) return;
        await Promise.all([ethereum.mine(confirmations), unlisted.mine(confirmations)]);
        clock.advance(5 * secondMs);
      }
    },
    file: async (name, hash) => {
      const filed = await fileClaim(as(name), {
        customer: people[name],
        language: name === 'aiko' ? 'ja' : 'en',
        said: `It has not arrived: ${hash}`,
        wishes: { hurry: 'unsure', sensitiveToFees: false },
      });
      await run();
      return await claim(must(filed).claim.number);
    },
    approve: async (...numbers) => {
      const plans = await Promise.all(numbers.map(claim));
      const digests = plans.map(({ planDigest }) => planDigest ?? '');
      for (const name of ['treasury', 'risk'] as const) {
        must(await approvePlans(at(name), { digests, approval: approvalOf(name, digests) }));
      }
    },
    told: async (number) => (await messagesOf(database, number)).map(({ kind }) => kind),
    close: () => closeParts(parts),
  };
}

type Parts = Awaited<ReturnType<typeof openParts>>;

/** Everything that runs or lies somewhere: database, nodes, signer, exchange, lists. */
async function openParts(options: DeskOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'kaeru-desk-'));
  const clock = movingClock();
  const [{ database }, ethereum, unlisted] = await Promise.all([
    testDatabase(),
    startDeskChain(1, options.flags),
    startDeskChain(61, options.flags),
  ]);
  const staff = await enlistAll(database, clock);
  const signer = await openSigner(join(folder, 'signer'), Object.values(staff));
  const { custody } = signer;
  const exchange = await openExchange(custody);
  writeDemoLists(folder, clock.now());
  writeTokenList(folder, clock.now());
  const lists = loadLists(join(folder, 'lists'), listAges);
  return { folder, clock, database, ethereum, unlisted, staff, signer, custody, exchange, lists };
}

/** The lists of a test are as old as the repository's own data: how old is not asked. */
const listAges = {
  sanctions: null,
  scam: null,
  exchange_wallets: null,
  tokens: null,
  labels: null,
};

async function closeParts(parts: Parts): Promise<void> {
  await parts.signer.stop();
  await Promise.all([parts.ethereum.stop(), parts.unlisted.stop(), parts.exchange.stop()]);
  await parts.database.destroy();
  rmSync(parts.folder, { recursive: true, force: true });
}

type Wired = ReturnType<typeof wire>;

/** Ports meet what fulfils them, as in src/app/desk/open-desk.ts. */
function wire(parts: Parts, options: DeskOptions) {
  const { database, clock, custody, exchange, lists } = parts;
  const jobs = new HandRunJobs(clock);
  const none = loadLists(join(parts.folder, 'no-lists'), listAges);
  let listsNow: Lists = lists;
  const usdt = assetId(`evm:1/token:${contractAddress(1, 'usdt')}`);
  const shared = {
    ...{ database, clock, custody, queue: jobs, exchange: exchange.client() },
    chains: chainsOf(parts, options),
    profile: options.profile ?? ('open' as const),
    schedule: { ...standardSchedule, currency: { ...standardSchedule.currency, id: usdt } },
    house: { gas: { path: keyPaths.gasWallet }, treasury: { path: keyPaths.treasury } },
    stillOwed: (payment: Payment) => paymentStillOwed(recovery, payment),
  };
  const contextWith = (actor: Actor, bus: EventBus): RecoveryContext => ({
    ...{ ...shared, actor, bus },
    get lists() {
      return listsNow;
    },
  });
  const bus = new EventBus([recoveryHearsPayments(contextWith(recoveryActor, new EventBus([])))]);
  const contextOf = (actor: Actor) => contextWith(actor, bus);
  const recovery: RecoveryContext = contextOf(recoveryActor);
  const payments = contextOf(paymentsActor);
  const useLists = (given: Lists | null) => {
    listsNow = given ?? none;
  };
  return { jobs, bus, contextOf, recovery, payments, useLists };
}

function chainsOf({ ethereum, unlisted }: Parts, options: DeskOptions): RecoveryContext['chains'] {
  const quick = { confirmationsMin: confirmations, finality: 'confirmations' as const };
  const all = [ethereum, unlisted].map(({ chainId, url }) => {
    const network = networkById(networkIdOf(chainId));
    return must(nodeSet({ ...network, ...quick, ...options.network }, [url]));
  });
  return { all, of: (id) => all.find((set) => set.network.id === id) ?? null };
}

function handleJobs({ jobs, recovery, payments }: Wired): void {
  jobs.handle(lookJob, ({ claim }) => look(recovery, claim));
  jobs.handle(planJob, ({ claim }) => preparePlan(recovery, claim));
  jobs.handle(feeJob, ({ claim }) => chargeFee(recovery, claim));
  jobs.handle(advanceJob, ({ payment }) => advancePayment(payments, payment));
}
