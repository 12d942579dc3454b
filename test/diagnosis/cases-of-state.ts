import type { DiagnosisCase } from './cases.ts';
import {
  blockHash,
  claimant,
  classic,
  entries,
  ethereum,
  found,
  hash,
  hers,
  his,
  hotWallet,
  notFound,
  onEthereum,
  otherHash,
  place,
  strangeToken,
  transfer,
  unread,
  wbtc,
  world,
  worldWith,
} from './world.ts';

const hold = {
  reference: 'hold-77',
  network: null,
  hash: null,
  path: null,
  address: hers,
  source: 'risk',
};

const credit = {
  network: ethereum,
  hash,
  path: 'log:0',
  units: 500_000_000n,
  customer: claimant,
  reference: 'credit-12',
  source: 'exchange',
};

const sighting = {
  network: ethereum,
  hash,
  blockHash,
  blockNumber: 100n,
  seenAt: new Date('2026-11-20T00:01:00Z'),
  source: 'watcher',
};

const attempted = [{ ...transfer(), path: 'call' as const }];

/** Cases about what stops an answer, whether the transaction stands, and whether it may be paid. */
export const cases: readonly DiagnosisCase[] = [
  {
    code: 'RISK_HOLD',
    title: 'somebody with the right to do so holds all that touches her address',
    facts: world({ holds: entries(hold) }),
    outcome: 'hold',
    because: 'hold.placed=hold-77',
    wouldChange: 'hold_lifted',
    nearMiss: {
      title: "the hold is on another customer's address",
      facts: world({ holds: entries({ ...hold, address: his }) }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'REORGED',
    title: 'its block is no longer part of the chain',
    facts: world({
      networks: onEthereum({ state: 'reorged', transfers: [], attempted, final: false }),
      sightings: [sighting],
    }),
    outcome: 'wait',
    because: 'transaction.state=reorged',
    wouldChange: 'mined_again',
    nearMiss: {
      title: 'it was mined again in another block',
      facts: world({ networks: onEthereum({ reorgedFrom: otherHash }), sightings: [sighting] }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'REPLACED',
    title: 'the sender gave its nonce to another transaction',
    facts: world({
      networks: onEthereum({ state: 'replaced', replacedBy: otherHash, transfers: [], attempted }),
    }),
    outcome: 'wait',
    because: 'transaction.state=replaced',
    wouldChange: 'replacement_pays_us',
    nearMiss: {
      title: 'it still waits for a block',
      facts: world({ networks: onEthereum({ state: 'pending', transfers: [], attempted }) }),
      instead: 'UNCONFIRMED',
    },
  },
  {
    code: 'FAILED_REVERTED',
    title: 'the network undid it',
    facts: world({ networks: onEthereum({ state: 'reverted', transfers: [], attempted }) }),
    outcome: 'refuse',
    because: 'transaction.state=reverted',
    wouldChange: 'sent_again',
    nearMiss: {
      title: 'the same transfer succeeded',
      facts: world(),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'ALREADY_CREDITED',
    title: 'the books hold a credit for this very transfer',
    facts: world({ credits: entries(credit) }),
    outcome: 'refuse',
    because: 'credit.made=credit-12',
    wouldChange: 'credit_reversed',
    nearMiss: {
      title: 'the credit is for another transaction',
      facts: world({ credits: entries({ ...credit, hash: otherHash }) }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'SENT_BY_US',
    title: 'the house itself sent it, as gas or from its hot wallet',
    facts: worldWith({ from: hotWallet }),
    outcome: 'hold',
    because: 'sender.ours=hot',
    wouldChange: 'person_looks',
    nearMiss: {
      title: 'the house sent the gas of the transaction, and somebody else the asset',
      facts: world({ networks: onEthereum({ from: hotWallet }) }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'FAKE_TOKEN',
    title: 'a token on a listed network calls itself like a listed asset there',
    facts: worldWith({ token: strangeToken, symbol: 'ＷВТС' }),
    outcome: 'refuse',
    because: `transfer.token=${strangeToken}`,
    wouldChange: 'token_listed_as_genuine',
    nearMiss: {
      title: 'a list knows the contract as genuine, which the exchange does not take',
      facts: worldWith(
        { token: strangeToken },
        {
          tokenLabels: [
            { network: ethereum, token: strangeToken, label: 'genuine', source: 'list 4' },
          ],
        },
      ),
      instead: 'UNLISTED_TOKEN',
    },
  },
  {
    code: 'UNCONFIRMED',
    title: 'it is eleven blocks deep where twelve are needed',
    facts: world({ networks: onEthereum({ confirmations: 11 }) }),
    outcome: 'wait',
    because: 'transaction.confirmations=11',
    wouldChange: 'more_confirmations',
    nearMiss: {
      title: 'it is twelve blocks deep and final',
      facts: world({ networks: onEthereum({ confirmations: 12 }) }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'NOT_FOUND',
    title: 'every network has answered and none knows it',
    facts: world({ networks: [place(ethereum, notFound), place(classic, notFound)] }),
    outcome: 'wait',
    because: 'network.reading=not_found',
    wouldChange: 'transaction_appears',
    nearMiss: {
      title: 'one network did not answer',
      facts: world({ networks: [place(ethereum, notFound), place(classic, unread)] }),
      instead: 'UNKNOWN',
    },
  },
  {
    code: 'UNKNOWN',
    title: 'found nowhere, and one network did not answer',
    facts: world({ networks: [place(ethereum, unread), place(classic, notFound)] }),
    outcome: 'wait',
    because: 'network.reading=timed_out',
    wouldChange: 'node_answers',
    nearMiss: {
      title: 'the network that did not answer is not the one that knows it',
      facts: world({ networks: [place(ethereum, found()), place(classic, unread)] }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'CREDIT_MISSED',
    title: 'right in every way, and yet not in the books',
    facts: world(),
    outcome: 'credit',
    because: 'credit.made=no',
    wouldChange: 'credit_found',
    nearMiss: {
      title: 'the books could not be read',
      facts: world({ credits: { read: false, source: 'exchange', why: 'timed out' } }),
      instead: 'UNKNOWN',
    },
  },
  {
    code: 'INTERNAL_CONTRACT_TRANSFER',
    title: "a contract's inner call paid the listed coin to her address",
    facts: worldWith({ token: null, kind: 'inner', path: 'inner:0.1' }),
    outcome: 'credit',
    because: 'transfer.kind=inner at inner:0.1',
    wouldChange: 'credit_found',
    nearMiss: {
      title: 'the same coin was sent directly',
      facts: worldWith({ token: null }),
      instead: 'CREDIT_MISSED',
    },
  },
  {
    code: 'TO_TOKEN_CONTRACT',
    title: "sent to the token's own contract",
    facts: worldWith({ to: wbtc }),
    outcome: 'refuse',
    because: `transfer.to=${wbtc}`,
    wouldChange: 'issuer_reissues',
    nearMiss: {
      title: "sent to another contract, which is nobody's of ours",
      facts: worldWith(
        { to: strangeToken },
        {
          codes: [
            { network: ethereum, address: strangeToken, code: 'contract', source: 'node ethereum' },
          ],
        },
      ),
      instead: 'FOREIGN_CONTRACT',
    },
  },
];
