import { address } from '../../src/networks/index.ts';
import type { DiagnosisCase } from './cases.ts';
import {
  another,
  claimant,
  classic,
  contractAddress,
  entries,
  ethereum,
  found,
  hash,
  his,
  hotWallet,
  listed,
  minedAt,
  oldWbtc,
  onClassic,
  owned,
  place,
  sender,
  stranger,
  strangeToken,
  transfer,
  unread,
  world,
  worldWith,
} from './world.ts';

const dead = address('0x000000000000000000000000000000000000dead');
const nearlyDead = address('0x000000000000000000000000000000000000deae');
const code = (kind: 'contract' | 'delegated' | 'none') => [
  { network: ethereum, address: stranger, code: kind, source: 'node ethereum' },
];
const proof = { address: sender, customer: claimant, source: 'signature' };
const consent = { network: ethereum, hash, path: 'log:0', customer: another, source: 'consent 5' };
const hour = (hours: number) => new Date(minedAt.getTime() + hours * 3_600_000);

/** Cases about where it went, whose that is, and what is wrong with it. */
export const cases: readonly DiagnosisCase[] = [
  {
    code: 'DEAD_OR_ZERO_ADDRESS',
    title: 'sent to an address that is known to have no key',
    facts: worldWith({ to: dead }),
    outcome: 'compensate',
    because: `transfer.to=${dead}`,
    wouldChange: 'programme_covers',
    nearMiss: {
      title: 'sent to an address that only looks like it',
      facts: worldWith({ to: nearlyDead }),
      instead: 'NOT_OURS',
    },
  },
  {
    code: 'FOREIGN_CONTRACT',
    title: "sent to somebody else's contract",
    facts: worldWith({ to: stranger }, { codes: code('contract') }),
    outcome: 'refuse',
    because: 'address.code=contract',
    wouldChange: 'contract_owner_returns',
    nearMiss: {
      title: "sent to a person's address that borrows code",
      facts: worldWith({ to: stranger }, { codes: code('delegated') }),
      instead: 'NOT_OURS',
    },
  },
  {
    code: 'NOT_OURS',
    title: "sent to an address that was never the exchange's",
    facts: worldWith({ to: stranger }, { codes: code('none') }),
    outcome: 'refuse',
    because: 'address.registered=no',
    wouldChange: 'address_registered',
    nearMiss: {
      title: 'the same, but a network that was asked did not answer',
      facts: world({
        networks: [
          place(ethereum, found({ transfers: [transfer({ to: stranger })] })),
          place(classic, unread),
        ],
      }),
      instead: 'UNKNOWN',
    },
  },
  {
    code: 'HOT_WALLET_ADDRESS',
    title: 'sent to a hot wallet; the sending address is shown to be the claimant’s',
    facts: worldWith({ to: hotWallet }, { provenSenders: [proof] }),
    outcome: 'refund',
    because: 'address.purpose=hot',
    wouldChange: 'credit_found',
    nearMiss: {
      title: 'sent to her own deposit address',
      facts: worldWith({}, { provenSenders: [proof] }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'OTHER_USERS_ADDRESS',
    title: 'sent to another customer, who consents; the sending address is the claimant’s',
    facts: worldWith({ to: his }, { provenSenders: [proof], consents: [consent] }),
    outcome: 'refund',
    because: 'address.owner=another_customer',
    wouldChange: 'credit_found',
    nearMiss: {
      title: 'he claims it himself',
      facts: worldWith({ to: his }, { claimant: { customer: another, source: 'claim' } }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'BELOW_MIN',
    title: 'less than the smallest deposit of the day it was mined',
    facts: worldWith({ amount: 9_999n }),
    outcome: 'keep',
    because: 'transfer.amount=9999',
    wouldChange: 'more_of_the_same_asset',
    nearMiss: {
      title: 'the minimum was raised only after it was mined',
      facts: worldWith(
        { amount: 10_000n },
        {
          assets: entries(
            listed({
              minimums: [
                { from: null, units: 10_000n },
                { from: hour(1), units: 20_000n },
              ],
            }),
          ),
        },
      ),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'DEPOSIT_SUSPENDED',
    title: 'deposits of the asset were off when it was mined, and still are',
    facts: world({
      assets: entries(listed({ suspensions: [{ from: hour(-1), to: null }] })),
    }),
    outcome: 'wait',
    because: `asset.suspended=${hour(-1).toISOString()}/open`,
    wouldChange: 'deposits_resume',
    nearMiss: {
      title: 'they went off in the hour after it',
      facts: world({
        assets: entries(listed({ suspensions: [{ from: hour(1), to: null }] })),
      }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'WRONG_NETWORK_CONTRACT_ADDR',
    title: 'our contract address on another network, where it can be made again',
    facts: world({
      networks: onClassic({ to: contractAddress }),
      addresses: entries(contractOwned('yes')),
    }),
    outcome: 'refund',
    because: 'address.issued_for=evm:1',
    wouldChange: 'credit_found',
    nearMiss: {
      title: 'the address is an ordinary key',
      facts: world({ networks: onClassic() }),
      instead: 'WRONG_NETWORK_SAME_KEY',
    },
  },
  {
    code: 'WRONG_NETWORK_SAME_KEY',
    title: 'her address on another network; the signer has derived it again',
    facts: world({ networks: onClassic() }),
    outcome: 'refund',
    because: 'address.control=key:yes',
    wouldChange: 'credit_found',
    nearMiss: {
      title: 'the key was shown to make another address',
      facts: world({
        networks: onClassic(),
        addresses: entries(owned({ control: { kind: 'key', rederived: 'no', source: 'signer' } })),
      }),
      instead: 'UNLISTED_NETWORK',
    },
  },
  {
    code: 'UNLISTED_NETWORK',
    title: 'the address was handed out for a network that is no longer listed',
    facts: world({
      networks: onClassic(),
      addresses: entries(owned({ issued: [{ network: classic, from: null, to: null }] })),
    }),
    outcome: 'refund',
    because: 'network.listed=no',
    wouldChange: 'network_listed',
    nearMiss: {
      title: 'the network is listed, the address was only not handed out for it',
      facts: world({
        networks: onClassic({ symbol: 'WBTC' }, { listed: true }),
        assets: entries(listed({ network: classic, asset: listed().asset })),
      }),
      instead: 'WRONG_NETWORK_SAME_KEY',
    },
  },
  {
    code: 'CONTRACT_MIGRATED',
    title: 'a token of the contract that the asset has left',
    facts: worldWith({ token: oldWbtc }),
    outcome: 'refund',
    because: `asset.former_contract=${oldWbtc}`,
    wouldChange: 'issuer_swaps',
    nearMiss: {
      title: 'a token of no contract that the asset ever had',
      facts: worldWith({ token: strangeToken }),
      instead: 'FAKE_TOKEN',
    },
  },
  {
    code: 'UNLISTED_TOKEN',
    title: 'a token that the exchange does not take, on a network it does',
    facts: worldWith({ token: strangeToken, symbol: 'PEPE' }),
    outcome: 'refund',
    because: 'asset.listed=no',
    wouldChange: 'asset_listed',
    nearMiss: {
      title: 'the same on a network that is not listed',
      facts: world({ networks: onClassic({ token: strangeToken, symbol: 'PEPE' }) }),
      instead: 'WRONG_NETWORK_SAME_KEY',
    },
  },
  {
    code: 'RETIRED_ADDRESS',
    title: 'her address had been withdrawn an hour before it was mined',
    facts: world({
      addresses: entries(owned({ issued: [{ network: ethereum, from: null, to: hour(-1) }] })),
    }),
    outcome: 'credit',
    because: `address.valid_until=${hour(-1).toISOString()}`,
    wouldChange: 'credit_found',
    nearMiss: {
      title: 'it was withdrawn an hour after',
      facts: world({
        addresses: entries(owned({ issued: [{ network: ethereum, from: null, to: hour(1) }] })),
      }),
      instead: 'CREDIT_MISSED',
    },
  },
];

function contractOwned(answer: 'yes' | 'no' | 'unknown') {
  return owned({
    address: contractAddress,
    control: {
      kind: 'contract',
      factory: stranger,
      salt: '0x01',
      deployable: [{ network: classic, answer }],
      source: 'simulation',
    },
  });
}
