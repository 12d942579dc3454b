import { assetId } from '../../src/money/index.ts';
import {
  type Address,
  address,
  type ChainReading,
  type ChainTransaction,
  type ChainTransfer,
  networkById,
  networkId,
  txHash,
} from '../../src/networks/index.ts';
import type {
  Facts,
  ListedAsset,
  NetworkFacts,
  OwnedAddress,
} from '../../src/recovery/diagnosis/index.ts';

/** Facts for tests: a small exchange that lists Ethereum, and one customer's deposit on it. */

export const ethereum = networkId('evm:1');
export const classic = networkId('evm:61');
export const hash = txHash(`0x${'3f'.repeat(32)}`);
export const otherHash = txHash(`0x${'7a'.repeat(32)}`);
export const blockHash = txHash(`0x${'b1'.repeat(32)}`);

const twenty = (pair: string): Address => address(`0x${pair.repeat(20)}`);
export const hers = twenty('a1');
export const his = twenty('a2');
export const hotWallet = twenty('a3');
export const contractAddress = twenty('a4');
export const stranger = twenty('c1');
export const sender = twenty('5e');
export const wbtc = twenty('bb');
export const oldWbtc = twenty('b0');
export const strangeToken = twenty('d4');

export const minedAt = new Date('2026-11-20T00:00:00Z');
export const asOf = new Date('2026-11-22T00:00:00Z');
export const claimant = 'customer-aoi';
export const another = 'customer-ren';

export function transfer(change: Partial<ChainTransfer> = {}): ChainTransfer {
  const token = change.token === undefined ? wbtc : change.token;
  return {
    path: token === null ? 'native' : 'log:0',
    kind: token === null ? 'native' : 'token',
    token,
    tokenId: null,
    symbol: token === null ? 'ETH' : 'WBTC',
    decimals: token === null ? 18 : 8,
    from: sender,
    to: hers,
    amount: 500_000_000n,
    asset: assetId(token === null ? 'evm:1/native' : `evm:1/token:${token}`),
    ...change,
  };
}

export function transaction(change: Partial<ChainTransaction> = {}): ChainTransaction {
  return {
    network: ethereum,
    hash,
    from: sender,
    to: wbtc,
    nonce: 7,
    state: 'succeeded',
    blockNumber: 100n,
    blockHash,
    blockTime: minedAt,
    confirmations: 40,
    final: true,
    traced: true,
    transfers: [transfer()],
    attempted: [],
    fee: null,
    ...change,
  };
}

export const notFound: ChainReading = { status: 'not_found' };
export const unread: ChainReading = { status: 'unread', why: 'timed_out', detail: 'no answer' };

export function found(change: Partial<ChainTransaction> = {}): ChainReading {
  return { status: 'found', transaction: transaction(change) };
}

export function place(
  network: typeof ethereum,
  reading: ChainReading,
  change: Partial<NetworkFacts> = {},
): NetworkFacts {
  const known = networkById(network);
  return {
    network,
    name: known.name,
    label: known.label,
    native: known.native,
    listed: network === ethereum,
    listedSource: 'exchange',
    confirmationsMin: 12,
    reading,
    source: `node ${known.name}`,
    ...change,
  };
}

export function owned(change: Partial<OwnedAddress> = {}): OwnedAddress {
  return {
    address: hers,
    purpose: 'deposit',
    customer: claimant,
    issued: [{ network: ethereum, from: new Date('2024-01-01T00:00:00Z'), to: null }],
    control: { kind: 'key', rederived: 'yes', source: 'signer' },
    source: 'exchange',
    ...change,
  };
}

export function listed(change: Partial<ListedAsset> = {}): ListedAsset {
  return {
    asset: assetId(`evm:1/token:${wbtc}`),
    network: ethereum,
    token: wbtc,
    symbol: 'WBTC',
    decimals: 8,
    minimums: [{ from: null, units: 10_000n }],
    suspensions: [],
    formerTokens: [oldWbtc],
    source: 'exchange',
    ...change,
  };
}

export const listedEther = listed({
  asset: assetId('evm:1/native'),
  token: null,
  symbol: 'ETH',
  decimals: 18,
  minimums: [],
  formerTokens: [],
});

/** On its own: a WBTC deposit on Ethereum, right in every way, that nobody credited. */
export function world(change: Partial<Facts> = {}): Facts {
  const known = <T>(...entries: T[]) => ({ read: true as const, source: 'exchange', entries });
  return {
    hash,
    asOf,
    claimant: { customer: claimant, source: 'claim' },
    networks: [place(ethereum, found()), place(classic, notFound)],
    addresses: known(
      owned(),
      owned({ address: his, customer: another }),
      owned({ address: hotWallet, purpose: 'hot', customer: null }),
      owned({
        address: contractAddress,
        control: {
          kind: 'contract',
          factory: twenty('fa'),
          salt: '0x01',
          deployable: [],
          source: 'exchange',
        },
      }),
    ),
    assets: known(listed(), listedEther),
    credits: known(),
    holds: known(),
    sightings: [],
    codes: [{ network: ethereum, address: sender, code: 'none', source: 'node ethereum' }],
    tokenLabels: [],
    provenSenders: [],
    sharedWallets: known(),
    consents: [],
    ...change,
  };
}

/** The same deposit, but with another transfer in the transaction. */
export function worldWith(one: Partial<ChainTransfer>, change: Partial<Facts> = {}): Facts {
  return world({ networks: onEthereum({ transfers: [transfer(one)] }), ...change });
}

export function onEthereum(change: Partial<ChainTransaction>): NetworkFacts[] {
  return [place(ethereum, found(change)), place(classic, notFound)];
}

/** The transfer arrived on the network that the exchange does not list. */
export function onClassic(
  one: Partial<ChainTransfer> = {},
  change: Partial<NetworkFacts> = {},
): NetworkFacts[] {
  const token = one.token === undefined ? wbtc : one.token;
  const asset = assetId(token === null ? 'evm:61/native' : `evm:61/token:${token}`);
  const reading = found({ network: classic, transfers: [transfer({ asset, ...one })] });
  return [place(ethereum, notFound), place(classic, reading, change)];
}

export function entries<T>(...all: T[]) {
  return { read: true as const, source: 'exchange', entries: all };
}

export const notRead = { read: false as const, source: 'exchange', why: 'timed out' };
