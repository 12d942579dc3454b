import { type AssetId, assetId } from '../money/index.ts';
import { type Branded, invariant } from '../std/index.ts';
import { type Address, type TxHash, txHash } from './address.ts';
import { isNetworkId, type NetworkId, networkId } from './network.ts';

/**
 * Where in its transaction a transfer is: `native`, `log:<ordinal among the transaction's own
 * logs>[/<item of a batch>]`, or `inner:<call path>` (`inner:0.2`). A block-wide log index is not
 * used, for it changes when a reorganisation mines the transaction at another place.
 */
export type TransferPath = 'native' | `log:${string}` | `inner:${string}`;

/** `<network>/<transaction hash>/<path>`: a transfer's one name for ever. It pays at most once. */
export type TransferKey = Branded<string, 'TransferKey'>;

/** One move of value inside a transaction that succeeded. */
export interface ChainTransfer {
  readonly path: TransferPath;
  /** `inner`: native coins moved by a contract's call. `nft`: ERC-721 and ERC-1155. */
  readonly kind: 'native' | 'token' | 'nft' | 'inner';
  readonly token: Address | null;
  readonly tokenId: bigint | null;
  /** What the contract says of itself, cleaned; a claim, not a proof. Null when it says nothing. */
  readonly symbol: string | null;
  readonly decimals: number | null;
  readonly from: Address;
  readonly to: Address;
  /** Base units; the number of copies for an nft. */
  readonly amount: bigint;
  readonly asset: AssetId;
}

/**
 * What a transaction that did not succeed, or not yet, would have moved: its own value (`native`)
 * and the transfer that its call data asks for (`call`). It moved nothing and has no transfer key.
 */
export type AttemptedTransfer = Omit<ChainTransfer, 'path'> & { readonly path: 'native' | 'call' };

const pathShape = /^(native|log:\d{1,6}(\/\d{1,5})?|inner:\d{1,6}(\.\d{1,6}){0,1100})$/;

/** Whether a text is a transfer's path. */
export function isTransferPath(text: string): text is TransferPath {
  return pathShape.test(text);
}

/**
 * @example
 * transferKey(networkId('evm:61'), hash, 'log:0') // 'evm:61/0x…/log:0'
 */
export function transferKey(network: NetworkId, hash: TxHash, path: TransferPath): TransferKey {
  invariant(isTransferPath(path), `'${path.slice(0, 40)}' is a transfer's path`);
  return `${network}/${hash}/${path}` as TransferKey;
}

/** What a transfer key is made of. */
export interface TransferKeyParts {
  readonly network: NetworkId;
  readonly hash: TxHash;
  readonly path: TransferPath;
}

/** Takes a key apart; throws on a text that is not one. */
export function transferKeyParts(key: string): TransferKeyParts {
  const [network = '', hash = '', ...rest] = key.split('/');
  const path = rest.join('/');
  invariant(isTransferPath(path), `'${key.slice(0, 120)}' is a transfer key`);
  return { network: networkId(network), hash: txHash(hash), path };
}

/** The same for a text of somebody else's: null where it is no transfer key. */
export function readTransferKey(text: string): TransferKeyParts | null {
  const [network = '', hash = '', ...rest] = text.split('/');
  const path = rest.join('/');
  const isKey = isNetworkId(network) && /^0x[0-9a-f]{64}$/.test(hash) && isTransferPath(path);
  return isKey ? { network, hash: txHash(hash), path } : null;
}

/** The id of the network's own coin. */
export function nativeAsset(network: NetworkId): AssetId {
  return assetId(`${network}/native`);
}

/** The id of a token. */
export function tokenAsset(network: NetworkId, token: Address): AssetId {
  return assetId(`${network}/token:${token}`);
}

/** The id of one thing of a collection, or of one kind of an ERC-1155 contract. */
export function nftAsset(network: NetworkId, token: Address, tokenId: bigint): AssetId {
  return assetId(`${network}/nft:${token}/${tokenId}`);
}

/** What the id of an asset on a network is made of; both null for the network's own coin. */
export interface AssetParts {
  readonly network: NetworkId;
  readonly token: Address | null;
  readonly tokenId: bigint | null;
}

/** Takes the id of an asset on a network apart. Null for a national currency. */
export function assetParts(asset: AssetId): AssetParts | null {
  const match = /^(evm:\d+)\/(?:native|token:(0x\w+)|nft:(0x\w+)\/(\d+))$/.exec(asset);
  if (!match) return null;
  return {
    network: networkId(match[1] ?? ''),
    token: (match[2] ?? match[3] ?? null) as Address | null,
    tokenId: match[4] === undefined ? null : BigInt(match[4]),
  };
}
