import { readFileSync } from 'node:fs';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { HDKey } from '@scure/bip32';
import { getCreate2Address, keccak256, stringToBytes } from 'viem';
import { publicKeyToAddress } from 'viem/accounts';
import { type Address, address } from '../../networks/index.ts';
import { invariant } from '../../std/index.ts';
import { forwarderInitCodeHash } from '../start/exchange.ts';
import type { WorldFacts } from '../start/facts.ts';
import { type DemoChain, demoChain } from './chain.ts';
import { contractAddress } from './contracts.ts';
import { devAccounts } from './dev-accounts.ts';

/** A customer of the demo exchange, as the exchange and the networks know them. */
export interface Player {
  /** The exchange's number of the customer. */
  readonly customer: string;
  readonly ja: string;
  readonly en: string;
  readonly deposit: Address;
  /** The customer's own wallet: a development account. */
  readonly wallet: Address;
}

/** Where mishaps are played: the networks, the people, and the exchange's side. */
export interface Stage {
  readonly ethereum: DemoChain;
  readonly unlisted: DemoChain;
  readonly aiko: Player;
  readonly ben: Player;
  readonly chen: Player;
  readonly hotWallet: Address;
  /** An address that Ben had once. */
  readonly retiredOfBen: Address;
  /** A deposit address that is a contract, on the listed network only. */
  readonly contractOfEmiko: Address;
  /** The exchange's deposit service credits a transfer, as it does when nothing goes wrong. */
  credit(deposit: {
    readonly player: Player;
    readonly asset: string;
    readonly units: bigint;
    readonly transferKey: string;
  }): Promise<void>;
}

/** The stage of a demo world that runs. Refuses any other world. */
export function stageOf(facts: WorldFacts): Stage {
  const { adminTokenFile, url } = facts.exchange;
  if (!facts.demo || !adminTokenFile) throw new Error('Mishaps are played in the demo world only.');
  const chainOf = (network: string) => {
    const node = facts.nodes.find((one) => one.network === network);
    invariant(node, `the demo world has a node of ${network}`);
    return demoChain(node);
  };
  const depositAt = (index: number) => depositAddress(facts.signer.xpub, index);
  const player = (index: number, ja: string, en: string, wallet: Address): Player => ({
    customer: `ex-${1000 + index}`,
    ja,
    en,
    deposit: depositAt(index),
    wallet,
  });
  return {
    ethereum: chainOf('ethereum'),
    unlisted: chainOf('evm:61'),
    aiko: player(0, '愛子さん', 'Aiko', devAccounts.aiko),
    ben: player(1, 'ベンさん', 'Ben', devAccounts.ben),
    chen: player(2, '陳さん', 'Chen', devAccounts.chen),
    hotWallet: facts.signer.hotWallet,
    retiredOfBen: depositAt(8),
    contractOfEmiko: contractDeposit(facts.signer.treasury, 'ex-1004'),
    credit: async ({ player: { customer }, asset, units, transferKey }) => {
      const response = await fetch(`${url}/admin/deposits`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'admin-token': readFileSync(adminTokenFile, 'utf8').trim(),
        },
        body: JSON.stringify({ customer, asset, units: String(units), transferKey }),
      });
      if (!response.ok) throw new Error(`The exchange did not credit it: ${await response.text()}`);
    },
  };
}

/** The deposit address of child 0/`index` below the account's public key (BIP-32). */
export function depositAddress(xpub: string, index: number): Address {
  const { publicKey } = HDKey.fromExtendedKey(xpub).deriveChild(0).deriveChild(index);
  invariant(publicKey, 'a child of a public key has a public key');
  // HDKey keeps points compressed; an address is the hash of both coordinates.
  const point = secp256k1.Point.fromBytes(publicKey).toHex(false);
  return address(publicKeyToAddress(`0x${point}`).toLowerCase());
}

function contractDeposit(parent: Address, customer: string): Address {
  const from = contractAddress(1, 'forwarderFactory');
  const salt = keccak256(stringToBytes(customer));
  const bytecodeHash = forwarderInitCodeHash(parent);
  return address(getCreate2Address({ from, salt, bytecodeHash }).toLowerCase());
}
