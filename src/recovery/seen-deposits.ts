import { addressesOf, type CustomerId, findCustomer, listedAssets } from '../accounts/index.ts';
import type { Database } from '../db/index.ts';
import { tokenLabelsOf } from '../lists/index.ts';
import {
  type Address,
  type ChainTransfer,
  findArrivals,
  type NetworkId,
  type NodeSet,
  readTransaction,
  type TransferKey,
  type TxHash,
  transferKey,
  transferKeyParts,
} from '../networks/index.ts';
import type { RecoveryContext } from './context.ts';

/** Something that lies at an address of the customer's, neither credited nor reported. */
export interface SeenDeposit {
  readonly key: TransferKey;
  readonly hash: TxHash;
  readonly network: NetworkId;
  readonly transfer: ChainTransfer;
  readonly at: Date | null;
  readonly confirmations: number;
  readonly confirmationsMin: number;
  readonly final: boolean;
}

/** What was seen, the newest first, and the networks on which nothing can be said. */
export interface SeenDeposits {
  readonly deposits: readonly SeenDeposit[];
  readonly unread: readonly NetworkId[];
}

/** About a week of Ethereum, a day of the quickest networks. */
const blocksLately = 50_000n;
/** About two months of Ethereum. */
export const blocksLongAgo = 400_000n;
const addressesMax = 20;
const arrivalsMax = 20;

/**
 * Transfers to the customer's own addresses on every configured network that were neither credited nor
 * reported: what they may be looking for. Of tokens only those that the exchange lists or a list calls
 * genuine: anybody can send a token whose name is an advertisement. Where it can't be read whether it
 * was credited, nothing is said of it. Writes nothing.
 */
export async function listSeenDeposits(
  context: RecoveryContext,
  customer: CustomerId,
  blocks: bigint = blocksLately,
): Promise<SeenDeposits> {
  const issued = await addressesOf(context.database, customer);
  const addresses = [...new Set(issued.map(({ address }) => address))].slice(0, addressesMax);
  const known = await knownTokens(context);
  const onEach = await Promise.all(
    context.chains.all.map(async (nodes) => {
      const found = await seenOn(context, nodes, { addresses, customer, known, blocks });
      return { network: nodes.network.id, found };
    }),
  );
  return {
    deposits: onEach
      .flatMap(({ found }) => found ?? [])
      .sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0)),
    unread: onEach.flatMap(({ network, found }) => (found === null ? [network] : [])),
  };
}

interface Asked {
  readonly addresses: readonly Address[];
  readonly customer: CustomerId;
  readonly known: (network: NetworkId, token: Address) => boolean;
  readonly blocks: bigint;
}

async function seenOn(
  context: RecoveryContext,
  nodes: NodeSet,
  asked: Asked,
): Promise<SeenDeposit[] | null> {
  const { addresses, blocks, customer } = asked;
  const arrivals = await findArrivals(nodes, addresses, { blocks, arrivalsMax });
  if (arrivals.status !== 'read') return null;
  const reported = await reportedBy(context.database, customer);
  const hashes = arrivals.arrivals.map(({ hash }) => hash).filter((hash) => !reported.has(hash));
  const seen = await Promise.all(hashes.map((hash) => seenIn(context, nodes, hash, asked)));
  // One that can't be read leaves the others as they are: this list is an offer, not an answer.
  return seen.flatMap((one) => one ?? []).filter(({ key }) => !reported.has(key));
}

async function seenIn(
  context: RecoveryContext,
  nodes: NodeSet,
  hash: TxHash,
  { addresses, customer, known }: Asked,
): Promise<SeenDeposit[] | null> {
  const reading = await readTransaction(nodes, hash);
  if (reading.status !== 'found') return null;
  const { transaction } = reading;
  const network = nodes.network.id;
  const mine = transaction.transfers.filter(
    ({ to, amount, token }) =>
      addresses.includes(to) && amount > 0n && (token === null || known(network, token)),
  );
  if (mine.length === 0) return [];
  const credited = await creditedOf(context, customer, network, hash);
  if (credited === null || credited === 'all') return [];
  return mine
    .map((transfer) => ({
      key: transferKey(network, hash, transfer.path),
      ...{ hash, network, transfer, at: transaction.blockTime },
      confirmations: transaction.confirmations,
      confirmationsMin: nodes.network.confirmationsMin,
      final: transaction.final,
    }))
    .filter(({ key }) => !credited.has(key));
}

/** The transfers that were credited; `all` where the books don't say which; null: not answered. */
async function creditedOf(
  context: RecoveryContext,
  customer: CustomerId,
  network: NetworkId,
  hash: TxHash,
): Promise<ReadonlySet<string> | 'all' | null> {
  const credits = await context.exchange.creditsOf({ network, hash });
  if (!credits.ok) return null;
  const found = await findCustomer(context.database, customer);
  const unnamed = credits.value.some(
    (credit) => credit.transferKey === null && credit.customer === found?.exchangeId,
  );
  if (unnamed) return 'all';
  return new Set(credits.value.flatMap((credit) => credit.transferKey ?? []));
}

/** The transactions and transfers that this customer has reported, but for those they took back. */
async function reportedBy(database: Database, customer: CustomerId): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('claims')
    .select(['transaction_hash', 'transfer_key'])
    .where('customer_id', '=', customer)
    .where('state', '<>', 'withdrawn')
    .execute();
  return new Set(
    rows.flatMap((row) => {
      if (row.transfer_key === null) return row.transaction_hash ?? [];
      return [row.transfer_key, transferKeyParts(row.transfer_key).hash];
    }),
  );
}

async function knownTokens({ database, clock, lists }: RecoveryContext): Promise<Asked['known']> {
  const listed = await listedAssets(database, clock.now());
  const names = new Set<string>([
    ...listed.map(({ asset }) => asset),
    ...tokenLabelsOf(lists)
      .filter(({ label }) => label === 'genuine')
      .map(({ network, token }) => `${network}/token:${token}`),
  ]);
  return (network, token) => names.has(`${network}/token:${token}`);
}
