import { findExchangeCustomer, listedAssets } from '../accounts/index.ts';
import type { ExchangeCredit } from '../exchange/index.ts';
import { screen, tokenLabelsOf } from '../lists/index.ts';
import {
  type Address,
  type ChainReading,
  type NodeSet,
  readAddressFacts,
  readTransaction,
  type TxHash,
  transferKeyParts,
} from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import type {
  CodeFact,
  Consent,
  Credit,
  Facts,
  Known,
  ListedAsset,
  NetworkFacts,
  RiskHold,
} from './diagnosis/index.ts';
import { provenAmong } from './keep-proof.ts';
import { readAddresses } from './read-addresses.ts';
import { sightingOf, sightingsOf } from './sightings.ts';

/** A transaction touches at most this many addresses of a kind that are looked up. */
const addressesMax = 500;

/**
 * Gathers everything that a diagnosis of the claim stands on: reads its transaction on every
 * configured network at once, then asks who the addresses belong to, whether their key is ours
 * (derived again by the signer), what was credited, and whether anything stops it. What could not be
 * read is told as such. Writes nothing.
 */
export async function gatherFacts(context: RecoveryContext, claim: Claim): Promise<Facts> {
  invariant(claim.transactionHash !== null, 'a claim is looked into by its transaction');
  const hash = claim.transactionHash as TxHash;
  const seen = await sightingsOf(context.database, hash);
  const assets = await readAssets(context);
  const readings = await Promise.all(
    context.chains.all.map(async (nodes) => {
      const reading = await readTransaction(nodes, hash, { seen: sightingOf(seen, nodes) });
      return { nodes, reading };
    }),
  );
  const touched = touchedAddresses(readings.map((one) => one.reading));
  const receivers = [...touched.receivers].slice(0, addressesMax);
  const senders = [...touched.senders].slice(0, addressesMax);
  return {
    hash,
    asOf: context.clock.now(),
    claimant: { customer: claim.customer, source: 'claim' },
    networks: readings.map(({ nodes, reading }) => networkFacts(nodes, reading, assets)),
    addresses: await readAddresses(context, [...new Set([...receivers, ...senders])]),
    assets,
    credits: await readCredits(context, readings, hash),
    holds: readHolds(context, [...touched.parties, ...touched.senders, ...receivers]),
    sightings: seen,
    codes: (await Promise.all(readings.map(readCodes))).flat(),
    tokenLabels: tokenLabelsOf(context.lists),
    provenSenders: await readProvenSenders(context, senders, readings),
    sharedWallets: readSharedWallets(context, senders),
    consents: consentsOf(claim),
  };
}

function consentsOf({ consent }: Claim): Consent[] {
  if (!consent) return [];
  const { network, hash, path } = transferKeyParts(consent.transferKey);
  return [{ network, hash, path, customer: consent.customer, source: `recorded by ${consent.by}` }];
}

/** `parties`: who sent the transactions, and what they called. */
function touchedAddresses(readings: readonly ChainReading[]) {
  const receivers = new Set<Address>();
  const senders = new Set<Address>();
  const parties = new Set<Address>();
  for (const reading of readings) {
    if (reading.status !== 'found') continue;
    const { transaction } = reading;
    parties.add(transaction.from);
    if (transaction.to !== null) parties.add(transaction.to);
    for (const transfer of [...transaction.transfers, ...transaction.attempted]) {
      receivers.add(transfer.to);
      senders.add(transfer.from);
    }
  }
  return { receivers, senders, parties };
}

function networkFacts(
  nodes: NodeSet,
  reading: ChainReading,
  assets: Known<ListedAsset>,
): NetworkFacts {
  const { network } = nodes;
  const listed = assets.read && assets.entries.some((asset) => asset.network === network.id);
  return {
    network: network.id,
    name: network.name,
    label: network.label,
    native: network.native,
    listed,
    listedSource: assets.source,
    confirmationsMin: network.confirmationsMin,
    reading,
    source: `node ${network.name}`,
  };
}

async function readAssets(context: RecoveryContext): Promise<Known<ListedAsset>> {
  const listed = await listedAssets(context.database, context.clock.now());
  if (listed.length === 0) {
    return { read: false, source: 'exchange', why: 'no listed asset has been imported' };
  }
  const entries = listed.map((asset) => ({
    asset: asset.asset,
    network: asset.network,
    token: tokenOf(asset.asset),
    symbol: asset.symbol,
    decimals: asset.decimals,
    minimums: asset.minimums,
    suspensions: asset.suspended,
    formerTokens: asset.formerContracts,
    source: 'exchange',
  }));
  return { read: true, source: 'exchange', entries };
}

function tokenOf(asset: string): Address | null {
  const token = /\/token:(0x[0-9a-f]{40})$/.exec(asset)?.[1];
  return token ? (token as Address) : null;
}

async function readCredits(
  context: RecoveryContext,
  readings: readonly { nodes: NodeSet; reading: ChainReading }[],
  hash: TxHash,
): Promise<Known<Credit>> {
  const entries: Credit[] = [];
  for (const { nodes, reading } of readings) {
    if (reading.status !== 'found') continue;
    const network = nodes.network.id;
    const credits = await context.exchange.creditsOf({ network, hash });
    if (!credits.ok) return { read: false, source: 'exchange', why: credits.code };
    for (const credit of credits.value) {
      entries.push(await creditFact(context, credit, network, hash));
    }
  }
  return { read: true, source: 'exchange', entries };
}

/** The exchange names its customers by its own ids; a diagnosis compares ours. */
async function creditFact(
  context: RecoveryContext,
  credit: ExchangeCredit,
  network: Credit['network'],
  hash: TxHash,
): Promise<Credit> {
  const customer = await findExchangeCustomer(context.database, credit.customer);
  const path = credit.transferKey?.split('/').slice(2).join('/') ?? null;
  return {
    network,
    hash,
    path,
    units: credit.units,
    customer: customer?.id ?? credit.customer,
    reference: credit.id,
    source: 'exchange',
  };
}

/** Everybody who touched the money is looked up in the lists; with no list loaded nothing is clear. */
function readHolds(context: RecoveryContext, addresses: readonly Address[]): Known<RiskHold> {
  const entries: RiskHold[] = [];
  for (const address of new Set(addresses)) {
    const screened = screen(context.lists, address, context.clock.now());
    if (screened.status === 'no_list') {
      return { read: false, source: 'lists', why: 'no current list is loaded' };
    }
    if (screened.status === 'clear') continue;
    const reference = `${screened.list} ${screened.version}`;
    entries.push({ reference, network: null, hash: null, path: null, address, source: 'lists' });
  }
  return { read: true, source: 'lists', entries };
}

/** A wallet that an exchange shares among its customers says nothing of who sent something from it. */
function readSharedWallets(
  context: RecoveryContext,
  senders: readonly Address[],
): Facts['sharedWallets'] {
  const entries: { address: Address; source: string }[] = [];
  for (const address of senders) {
    const screened = screen(context.lists, address, context.clock.now(), ['exchange_wallets']);
    if (screened.status === 'no_list') {
      return { read: false, source: 'lists', why: 'no current list of exchange wallets is loaded' };
    }
    if (screened.status === 'clear') continue;
    entries.push({ address, source: `${screened.list} ${screened.version}` });
  }
  return { read: true, source: 'lists', entries };
}

async function readCodes(one: { nodes: NodeSet; reading: ChainReading }): Promise<CodeFact[]> {
  const { receivers, senders, parties } = touchedAddresses([one.reading]);
  const all = new Set([...parties, ...receivers, ...senders]);
  const addresses = [...all].slice(0, 2 * addressesMax);
  if (addresses.length === 0) return [];
  const { network } = one.nodes;
  const facts = await readAddressFacts(one.nodes, addresses);
  const source = `node ${network.name}`;
  if (facts.status === 'unread') {
    return addresses.map((address) => ({ network: network.id, address, code: 'unknown', source }));
  }
  return facts.addresses.map(({ address, code }) => ({
    network: network.id,
    address,
    code,
    source,
  }));
}

/**
 * Only a signature by the key of the wallet itself shows a sender. A set amount may have been sent by
 * whoever pays out of the wallet at its customer's word, and a contract may say yes to many.
 */
async function readProvenSenders(
  context: RecoveryContext,
  senders: readonly Address[],
  readings: readonly { nodes: NodeSet; reading: ChainReading }[],
) {
  const foundOn = readings
    .filter(({ reading }) => reading.status === 'found')
    .map(({ nodes }) => nodes.network.id);
  const proven = await provenAmong(context.database, senders, foundOn);
  return proven.flatMap(({ address, customer, kind }) =>
    kind === 'signature' ? [{ address, customer, source: `proof by ${kind}` }] : [],
  );
}
