import { type Branded, invariant } from '../std/index.ts';

/** `evm:<chainId>`, the chain id in decimal without leading zeros: `evm:1`, `evm:61`. */
export type NetworkId = Branded<string, 'NetworkId'>;

/** What the desk must know of a network to read it and to pay on it. All of it is data. */
export interface Network {
  readonly id: NetworkId;
  readonly chainId: number;
  /** The registry's name (`ethereum`), or the id (`evm:61`) of a network without an entry. */
  readonly name: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly native: { readonly symbol: string; readonly decimals: number };
  /** Blocks, the transaction's own included, before a deposit counts as confirmed. */
  readonly confirmationsMin: number;
  /** `finalized`: the node's own finalized block decides; `confirmations`: their number does. */
  readonly finality: 'confirmations' | 'finalized';
  /** How fees are bid. A chain whose blocks carry no base fee is treated as legacy in any case. */
  readonly fees: 'eip1559' | 'legacy';
  /** `op-stack`: a fee for the data posted to the layer below comes on top of gas. */
  readonly layer2: 'op-stack' | null;
  /** A contract whose Transfer logs only echo moves of the native coin: they are not counted. */
  readonly nativeEcho: string | null;
  /** Whether the registry has an entry for it. What an exchange lists is the exchange's to say. */
  readonly listed: boolean;
  readonly testnet: boolean;
}

const shape = /^evm:[1-9]\d{0,15}$/;

/** The id of the EVM network with this chain id. */
export function networkIdOf(chainId: number): NetworkId {
  invariant(Number.isSafeInteger(chainId) && chainId > 0, 'a chain id is a positive integer');
  return `evm:${chainId}` as NetworkId;
}

/** Checks and brands the text of a network id; throws on any other text. */
export function networkId(text: string): NetworkId {
  invariant(isNetworkId(text), `'${text.slice(0, 40)}' is a network id`);
  return text;
}

/** Whether a text is the id of a network, in its one spelling. */
export function isNetworkId(text: string): text is NetworkId {
  return shape.test(text) && Number.isSafeInteger(Number(text.slice(4)));
}

/** The chain id in a network's id. */
export function chainIdOf(id: NetworkId): number {
  return Number(id.slice(4));
}
