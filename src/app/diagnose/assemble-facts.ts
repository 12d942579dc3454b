import { assetId } from '../../money/index.ts';
import {
  type Address,
  type NetworkId,
  type NetworkReading,
  nativeAsset,
  networkByName,
  parseAddress,
  type Sighting,
  type TxHash,
  tokenAsset,
} from '../../networks/index.ts';
import type {
  CodeFact,
  Control,
  Facts,
  Known,
  ListedAsset,
  NetworkFacts,
  OwnedAddress,
} from '../../recovery/diagnosis/index.ts';
import { invariant } from '../../std/index.ts';
import type { FactsFile } from './facts-file.ts';

/** What the command was given, taken apart and checked. */
export interface Given {
  readonly hash: TxHash;
  readonly ours: readonly Address[];
  readonly file: FactsFile;
  /** The name that each network was given by. */
  readonly names: ReadonlyMap<NetworkId, string>;
  readonly now: Date;
}

const commandLine = 'command line';
const fromFile = 'facts file';

/** Who claims, when nobody else is named: the owner of the addresses given as ours. */
export const claimantDefault = 'claimant';

/**
 * Puts together what a diagnosis stands on. Without a facts file: a network given by its registry name
 * is one that the exchange takes deposits by, with its own coin as the only asset; `evm:<id>` is not.
 * An address given as ours has a key that is held, belongs to the claimant, and was handed out for
 * every listed network.
 */
export function assembleFacts(
  given: Given,
  readings: readonly NetworkReading[],
  codes: readonly CodeFact[],
): Facts {
  const { file, hash } = given;
  const networks = readings.map((one) => networkFacts(given, one));
  const claimant = file.claimant ?? claimantDefault;
  return {
    hash,
    asOf: file.asOf ? new Date(file.asOf) : given.now,
    claimant: { customer: claimant, source: file.claimant ? fromFile : commandLine },
    networks,
    addresses: addressesOf(given, networks, claimant),
    assets: known(file, 'assets', assetsOf(file, networks)),
    credits: known(
      file,
      'credits',
      file.credits.map((credit) => ({
        ...credit,
        network: networkOf(credit.network),
        hash: (credit.hash ?? hash).toLowerCase(),
        units: BigInt(credit.units),
        source: fromFile,
      })),
    ),
    holds: known(
      file,
      'holds',
      file.holds.map((hold) => ({
        ...hold,
        network: hold.network === null ? null : networkOf(hold.network),
        hash: hold.hash?.toLowerCase() ?? null,
        address: hold.address === null ? null : addressOf(hold.address),
        source: fromFile,
      })),
    ),
    sightings: file.sightings.map((seen) => ({
      network: networkOf(seen.network),
      hash: (seen.hash ?? hash).toLowerCase(),
      blockHash: seen.blockHash?.toLowerCase() ?? null,
      blockNumber: seen.blockNumber === null ? null : BigInt(seen.blockNumber),
      seenAt: new Date(seen.seenAt),
      source: fromFile,
    })),
    codes,
    tokenLabels: file.tokenLabels.map((label) => ({
      ...label,
      network: networkOf(label.network),
      token: addressOf(label.token),
    })),
    provenSenders: file.provenSenders.map((proof) => ({
      ...proof,
      address: addressOf(proof.address),
      source: fromFile,
    })),
    sharedWallets: {
      read: true,
      source: fromFile,
      entries: file.sharedWallets.map((text) => ({ address: addressOf(text), source: fromFile })),
    },
    consents: file.consents.map((consent) => ({
      ...consent,
      network: networkOf(consent.network),
      hash: (consent.hash ?? hash).toLowerCase(),
      source: fromFile,
    })),
  };
}

/** What the reader of a network needs of an earlier sighting, to tell what became of it. */
export function sightingOn({ file, hash }: Given, network: NetworkId): Sighting | null {
  const seen = file.sightings.find(
    (one) => networkOf(one.network) === network && (one.hash ?? hash).toLowerCase() === hash,
  );
  if (!seen) return null;
  return {
    blockHash: seen.blockHash?.toLowerCase() ?? null,
    blockNumber: seen.blockNumber === null ? null : BigInt(seen.blockNumber),
    ...(seen.from === undefined ? {} : { from: addressOf(seen.from) }),
    ...(seen.nonce === undefined ? {} : { nonce: seen.nonce }),
  };
}

function networkFacts(given: Given, { network, reading }: NetworkReading): NetworkFacts {
  const name = given.names.get(network.id) ?? network.name;
  const said = Object.entries(given.file.networks).find(
    ([key]) => networkByName(key)?.id === network.id,
  )?.[1];
  return {
    network: network.id,
    name,
    label: network.label,
    native: network.native,
    listed: said?.listed ?? !name.startsWith('evm:'),
    listedSource: said?.listed === undefined ? 'name of the network' : fromFile,
    confirmationsMin: said?.confirmationsMin ?? network.confirmationsMin,
    reading,
    source: `node ${name}`,
  };
}

/** With no address named at all it is not known what is ours, which is not the same as 'none'. */
function addressesOf(
  given: Given,
  networks: readonly NetworkFacts[],
  claimant: string,
): Known<OwnedAddress> {
  const { file, ours } = given;
  if (file.unread.includes('addresses')) return unread();
  const inFile = file.addresses.map(
    (one): OwnedAddress => ({
      ...one,
      address: addressOf(one.address),
      issued: one.issued.map((issue) => ({
        network: networkOf(issue.network),
        from: issue.from === null ? null : new Date(issue.from),
        to: issue.to === null ? null : new Date(issue.to),
      })),
      control: controlOf(one.control),
      source: fromFile,
    }),
  );
  if (inFile.length === 0 && ours.length === 0) {
    return { read: false, source: commandLine, why: 'no --ours and no addresses in --facts' };
  }
  const listed = networks.filter((place) => place.listed);
  const issued = listed.map(({ network }) => ({ network, from: null, to: null }));
  const named = ours
    .filter((address) => inFile.every((one) => one.address !== address))
    .map(
      (address): OwnedAddress => ({
        address,
        purpose: 'deposit',
        customer: claimant,
        issued,
        control: { kind: 'key', rederived: 'yes', source: commandLine },
        source: commandLine,
      }),
    );
  return { read: true, source: commandLine, entries: [...inFile, ...named] };
}

function controlOf(control: FactsFile['addresses'][number]['control']): Control {
  switch (control.kind) {
    case 'key':
    case 'shared':
      return { ...control, source: fromFile };
    case 'custodian':
      return {
        kind: 'custodian',
        confirmedOn: control.confirmedOn.map(networkOf),
        source: fromFile,
      };
    case 'contract':
      return {
        kind: 'contract',
        factory: control.factory === null ? null : addressOf(control.factory),
        salt: control.salt,
        deployable: control.deployable.map(({ network, answer }) => ({
          network: networkOf(network),
          answer,
        })),
        source: fromFile,
      };
  }
}

function assetsOf(file: FactsFile, networks: readonly NetworkFacts[]): ListedAsset[] {
  if (!file.assets) {
    return networks
      .filter((place) => place.listed)
      .map(({ network, native }) => ({
        asset: nativeAsset(network),
        network,
        token: null,
        ...native,
        minimums: [],
        suspensions: [],
        formerTokens: [],
        source: 'coin of a listed network',
      }));
  }
  return file.assets.map((asset) => {
    const network = networkOf(asset.network);
    const token = asset.token === null ? null : addressOf(asset.token);
    return {
      ...asset,
      asset: assetId(token === null ? nativeAsset(network) : tokenAsset(network, token)),
      network,
      token,
      minimums: asset.minimums.map(({ from, units }) => ({
        from: from === null ? null : new Date(from),
        units: BigInt(units),
      })),
      suspensions: asset.suspensions.map(({ from, to }) => ({
        from: new Date(from),
        to: to === null ? null : new Date(to),
      })),
      formerTokens: asset.formerTokens.map(addressOf),
      source: fromFile,
    };
  });
}

function known<T>(
  file: FactsFile,
  group: FactsFile['unread'][number],
  entries: readonly T[],
): Known<T> {
  return file.unread.includes(group)
    ? unread()
    : { read: true, source: entries.length > 0 ? fromFile : commandLine, entries };
}

function unread() {
  return { read: false as const, source: fromFile, why: 'said to be unread' };
}

/** The file was checked when it was read: what is left to go wrong here is a defect. */
function networkOf(text: string): NetworkId {
  const network = networkByName(text);
  invariant(network, 'the networks of a facts file were checked');
  return network.id;
}

function addressOf(text: string): Address {
  const read = parseAddress(text);
  invariant(read.ok, 'the addresses of a facts file were checked');
  return read.value;
}
