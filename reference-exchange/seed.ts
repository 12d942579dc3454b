import { keccak_256 } from '@noble/hashes/sha3.js';
import { contractAddress, depositAddress } from './addresses.ts';
import type { Config } from './config.ts';
import type { Store } from './store.ts';

/** Made-up people; their number is also the index of their deposit address. */
const people = [
  ['ex-1000', '田中 愛子', 'aiko', 'ja', 'JP', 'jp', '480000'],
  ['ex-1001', 'Ben Carter', 'ben', 'en', 'GB', 'world', '250000'],
  ['ex-1002', '陈 伟', 'chen', 'zh', 'SG', 'world', '310000'],
  ['ex-1003', '김 다나', 'dana', 'ko', 'KR', 'world', '90000'],
  ['ex-1004', '佐藤 恵美子', 'emiko', 'ja', 'JP', 'jp', '1200000'],
  ['ex-1005', 'Farid Haddad', 'farid', 'en', 'AE', 'world', '60000'],
  ['ex-1006', 'Greta Lindqvist', 'greta', 'en', 'SE', 'eu', '150000'],
  ['ex-1007', '森 大樹', 'hiro', 'ja', 'JP', 'jp', '500'],
] as const;

const openedAt = '2021-04-01T00:00:00.000Z';

/** Fills an empty store: customers, yen, addresses. What is there already stays as it is. */
export function seed(store: Store, config: Config): void {
  store.transaction(() => {
    if (store.one('select 1 from people limit 1')) return;
    people.forEach(([customer, name, mailbox, language, residence, entity, yen], index) => {
      const person = { customer, name, email: `${mailbox}@customers.example`, language };
      const body = { ...person, residence, entity, identityVerified: true };
      store.run('insert into people values (?, ?)', customer, JSON.stringify(body));
      store.putRecord(`customer ${customer}`, { kind: 'customer', customer, language });
      store.setBalance(customer, 'fiat:JPY', BigInt(yen));
      issueAddress(store, config, { customer, index, from: openedAt });
    });
    // Ben had another address once; coins may still come to it.
    const retired = '2023-06-30T15:00:00.000Z';
    issueAddress(store, config, { customer: 'ex-1001', index: 8, from: openedAt, to: retired });
    issueContractAddress(store, config, 'ex-1004');
    config.ownAddresses.forEach((own, index) => {
      const record = { kind: 'own_address', issue: `own-${index}`, network: config.network };
      const valid = { from: openedAt, to: null };
      store.putRecord(`own own-${index}`, { ...record, ...own, valid });
    });
  });
}

/** Issues the address of child 0/`index` to a customer, for the network of the configuration. */
export function issueAddress(
  store: Store,
  config: Config,
  given: { customer: string; index: number; from: string; to?: string },
): string {
  const { address, path } = depositAddress(config.xpub, given.index);
  putAddress(store, {
    issue: `hd-${given.index}`,
    network: config.network,
    address,
    customer: given.customer,
    assets: null,
    control: { kind: 'hd', path },
    valid: { from: given.from, to: given.to ?? null },
  });
  return address;
}

function issueContractAddress(store: Store, config: Config, customer: string): void {
  if (!config.contractDeposits) return;
  const { factory, initCodeHash } = config.contractDeposits;
  const salt = `0x${Buffer.from(keccak_256(Buffer.from(customer))).toString('hex')}`;
  putAddress(store, {
    issue: `contract-${customer}`,
    network: config.network,
    address: contractAddress(factory, salt, initCodeHash),
    customer,
    assets: null,
    control: { kind: 'contract', factory, salt, initCodeHash },
    valid: { from: openedAt, to: null },
  });
}

/** A deposit address as the contract shows it. */
export interface IssuedAddress {
  readonly issue: string;
  readonly network: string;
  readonly address: string;
  readonly customer: string;
  readonly assets: readonly string[] | null;
  readonly control: object;
  readonly valid: { readonly from: string; readonly to: string | null };
}

export function putAddress(store: Store, issued: IssuedAddress): void {
  store.putRecord(`address ${issued.issue}`, { kind: 'address', ...issued });
}
