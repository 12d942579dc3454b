import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PasskeyContext, Session } from '../../access/index.ts';
import type { Actor, HeadSigner } from '../../audit/index.ts';
import { signerCustody } from '../../custody/index.ts';
import { type Database, EventBus, openDatabase } from '../../db/index.ts';
import { exchangeClient } from '../../exchange/index.ts';
import type { Desk } from '../../http/index.ts';
import { type Job, Queue } from '../../jobs/index.ts';
import { ageDaysMaxDefault } from '../../lists/index.ts';
import { assetId } from '../../money/index.ts';
import { type NodeSet, networkByName, nodeSet } from '../../networks/index.ts';
import { advanceJob, type Chains, type Payment } from '../../payments/index.ts';
import { isProfileName } from '../../profiles/index.ts';
import {
  type FeeSchedule,
  feeJob,
  lookJob,
  paymentStillOwed,
  planJob,
  type RecoveryContext,
  recoveryActor,
  recoveryHearsPayments,
  standardSchedule,
} from '../../recovery/index.ts';
import { invariant, systemClock } from '../../std/index.ts';
import { contractAddress } from '../demo/contracts.ts';
import type { AppFacts } from '../start/facts.ts';
import { accessKeyOf } from './access-key.ts';
import { openDemoDesk } from './demo-desk.ts';
import { RefreshedIssuer } from './handover-issuer.ts';
import { outsideHeads } from './outside-heads.ts';
import { passkeySite } from './passkey-site.ts';
import { readinessOf } from './readiness.ts';
import { reloadingLists } from './reloading-lists.ts';

/** Everything that acts in a desk, wired: the one place where ports meet what fulfils them. */
export interface OpenedDesk {
  readonly database: Database;
  readonly queue: Queue;
  /** A context in which this actor acts. */
  actingAs(actor: Actor): RecoveryContext & PasskeyContext;
  /** What the HTTP server is given. */
  readonly http: Desk;
  readonly headSigner: HeadSigner;
  /** Reads the public keys of the exchange's log-in again. Throws when it does not answer. */
  refreshIssuer(): Promise<void>;
  close(): Promise<void>;
}

/** The kinds of job that a desk has. */
const jobs: readonly Job<object>[] = [advanceJob, lookJob, planJob, feeJob];

/** In the demo three blocks are enough: nobody waits a quarter of an hour to see how it ends. */
const demoConfirmations = 3;

/** The standard prices, in the demo's own dollar token. */
function demoSchedule(): FeeSchedule {
  const id = assetId(`evm:1/token:${contractAddress(1, 'usdt')}`);
  return { ...standardSchedule, currency: { ...standardSchedule.currency, id } };
}

/** Opens database, queue, nodes, signer and exchange as the facts of a world say. */
export function openDesk(facts: AppFacts, onError: (error: Error) => void): OpenedDesk {
  const database = openDatabase(facts.databaseUrl);
  const queue = new Queue(facts.databaseUrl, jobs, onError);
  const clock = systemClock;
  const custody = signerCustody(facts.signer.socket);
  invariant(isProfileName(facts.profile), `'${facts.profile}' is a profile`);
  const shared = {
    database,
    queue,
    clock,
    custody,
    exchange: exchangeClient({ url: facts.exchange.url, key: exchangeKey(facts), clock }),
    chains: chainsOf(facts),
    lists: reloadingLists(facts.listsFolder, facts.demo ? demoAges : ageDaysMaxDefault, clock),
    profile: facts.profile,
    schedule: facts.demo ? demoSchedule() : standardSchedule,
    house: { gas: { path: facts.keys.gas }, treasury: { path: facts.keys.treasury } },
    accessKey: accessKeyOf(facts.folder),
    site: passkeySite(facts),
    stillOwed: (payment: Payment) => paymentStillOwed(actingAs(recoveryActor), payment),
  };
  const actingAs = (actor: Actor): RecoveryContext & PasskeyContext => ({ ...shared, bus, actor });
  const bus: EventBus = new EventBus([
    recoveryHearsPayments({
      ...shared,
      actor: recoveryActor,
      get bus() {
        return bus;
      },
    }),
  ]);
  const issuer = new RefreshedIssuer(facts.exchange);
  const session = {
    handoverIssuer: issuer,
    outsideHeads: () => outsideHeads(custody),
    demoDesk: facts.demo ? openDemoDesk(facts.folder, database, clock) : null,
  };
  return {
    database,
    queue,
    actingAs,
    http: {
      demo: facts.demo,
      database,
      clock,
      bus,
      accessKey: shared.accessKey,
      site: shared.site,
      readiness: readinessOf({ database, custody, exchangeUrl: facts.exchange.url }),
      signedIn: (signedInAs, language) => ({
        ...actingAs(actorOf(signedInAs)),
        ...session,
        language,
        // Only routes for everybody are reached without a session, and none of them reads it.
        session: signedInAs as Session,
      }),
    },
    refreshIssuer: () => issuer.refresh(),
    headSigner: { sign: (head) => custody.signAuditHead(head) },
    close: () => database.destroy(),
  };
}

const demoAges = {
  ...ageDaysMaxDefault,
  sanctions: null,
  scam: null,
  exchange_wallets: null,
  tokens: null,
};

/** Nobody is nobody: an actor without a role, who may do nothing that is guarded. */
function actorOf(session: Session | null): Actor {
  return session?.actor ?? { kind: 'staff', id: 'anonymous', roles: [] };
}

function chainsOf(facts: AppFacts): Chains {
  const all: NodeSet[] = [];
  for (const name of new Set(facts.nodes.map((node) => node.network))) {
    const network = networkByName(name);
    invariant(network, `'${name}' is a network`);
    const urls = facts.nodes.filter((node) => node.network === name).map((node) => node.url);
    const quick = { confirmationsMin: demoConfirmations, finality: 'confirmations' as const };
    const set = nodeSet(facts.demo ? { ...network, ...quick } : network, urls);
    invariant(set.ok, `the nodes of ${name} can be asked`);
    all.push(set.value);
  }
  return { all, of: (id) => all.find((set) => set.network.id === id) ?? null };
}

function exchangeKey(facts: AppFacts) {
  const privateKey = createPrivateKey(readFileSync(facts.exchange.keyFile, 'utf8'));
  return { id: facts.exchange.keyId, privateKey };
}
