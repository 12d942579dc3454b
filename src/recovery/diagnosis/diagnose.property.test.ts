import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  another,
  claimant,
  classic,
  contractAddress,
  entries,
  ethereum,
  found,
  hash,
  hers,
  his,
  hotWallet,
  listed,
  listedEther,
  minedAt,
  notFound,
  notRead,
  oldWbtc,
  owned,
  place,
  sender,
  stranger,
  strangeToken,
  transfer,
  unread,
  wbtc,
  world,
} from '../../../test/diagnosis/world.ts';
import { diagnose, type Facts, type Known, type OwnedAddress, type Reason } from './index.ts';
import { subjectOf } from './subject.ts';

/** Facts of every kind, mixed without sense: the answer must be safe whatever comes. */

/** What leads to a payment is drawn often enough to be seen. */
const answer = fc.constantFrom('yes', 'yes', 'no', 'unknown' as const);

const control: fc.Arbitrary<OwnedAddress['control']> = fc.oneof(
  answer.map((rederived) => ({ kind: 'key' as const, rederived, source: 'signer' })),
  answer.map((held) => ({ kind: 'shared' as const, held, source: 'exchange' })),
  fc.subarray([ethereum, classic]).map((confirmedOn) => ({
    kind: 'custodian' as const,
    confirmedOn,
    source: 'custodian',
  })),
  answer.map((one) => ({
    kind: 'contract' as const,
    factory: stranger,
    salt: '0x01',
    deployable: [{ network: classic, answer: one }],
    source: 'simulation',
  })),
);

const moment = fc.constantFrom(
  null,
  new Date(minedAt.getTime() - 1),
  new Date(minedAt.getTime() + 1),
);

const ownedAddress = fc
  .record({
    address: fc.constantFrom(hers, hers, his, hotWallet, contractAddress),
    purpose: fc.constantFrom('deposit', 'deposit', 'deposit', 'hot' as const),
    customer: fc.constantFrom(claimant, claimant, claimant, another, null),
    issued: fc.array(
      fc.record({ network: fc.constantFrom(ethereum, classic), from: moment, to: moment }),
      { maxLength: 2 },
    ),
    control,
  })
  .map((change) => owned(change));

const oneTransfer = fc
  .record({
    to: fc.constantFrom(hers, hers, hers, his, hotWallet, contractAddress, stranger, wbtc),
    token: fc.constantFrom(wbtc, oldWbtc, strangeToken, null),
    symbol: fc.constantFrom('WBTC', 'PEPE', 'wBТС', null),
    from: fc.constantFrom(sender, sender, sender, hotWallet, hers),
    amount: fc.constantFrom(0n, 1n, 10_000n, 500_000_000n),
    kind: fc.constantFrom('native', 'token', 'nft', 'inner' as const),
  })
  .map((change) => transfer(change));

const reading = (network: typeof ethereum) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(notFound) },
    { weight: 1, arbitrary: fc.constant(unread) },
    {
      weight: 5,
      arbitrary: fc
        .record({
          state: fc.oneof(
            { weight: 8, arbitrary: fc.constant('succeeded' as const) },
            fc.constantFrom('pending', 'reverted', 'replaced', 'reorged' as const),
          ),
          confirmations: fc.constantFrom(0, 11, 12, 40),
          final: fc.constantFrom(true, true, true, false),
          traced: fc.boolean(),
          moved: fc.array(oneTransfer, { maxLength: 3 }),
        })
        .map(({ state, moved, ...rest }) =>
          found({
            ...rest,
            network,
            state,
            transfers:
              state === 'succeeded' ? moved.map((one, at) => ({ ...one, path: `log:${at}` })) : [],
            attempted:
              state === 'succeeded' ? [] : moved.map((one) => ({ ...one, path: 'call' as const })),
          }),
        ),
    },
  );

const known = <T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<Known<T>> =>
  fc.oneof(
    { weight: 12, arbitrary: list.map((all) => entries(...all)) },
    { weight: 1, arbitrary: fc.constant(notRead) },
  );

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    first: reading(ethereum),
    second: reading(classic),
    secondListed: fc.boolean(),
    claimant: fc.constantFrom(null, { customer: claimant, source: 'claim' }),
    addresses: known(fc.array(ownedAddress, { minLength: 1, maxLength: 4 })),
    assets: known(fc.subarray([listed(), listedEther])),
    credits: known(
      fc.subarray(
        [0, 0, 9].map((at, index) => ({
          network: ethereum,
          hash,
          path: `log:${at}`,
          units: 1n,
          customer: index === 0 ? claimant : another,
          reference: `credit-${index}`,
          source: 'exchange',
        })),
        { maxLength: 1 },
      ),
    ),
    holds: known(
      fc.constantFrom(
        [],
        [],
        [],
        [{ reference: 'hold-1', network: null, hash, path: null, address: null, source: 'risk' }],
      ),
    ),
    provenSenders: fc.subarray([{ address: sender, customer: claimant, source: 'signature' }]),
    codes: fc.subarray([
      { network: classic, address: contractAddress, code: 'contract' as const, source: 'node' },
      { network: ethereum, address: stranger, code: 'contract' as const, source: 'node' },
      { network: ethereum, address: sender, code: 'none' as const, source: 'node' },
      { network: classic, address: sender, code: 'none' as const, source: 'node' },
    ]),
  })
  .map(({ first, second, secondListed, ...rest }) =>
    world({
      networks: [place(ethereum, first), place(classic, second, { listed: secondListed })],
      ...rest,
    }),
  );

const pays = (reason: Reason) => reason.outcome === 'credit' || reason.outcome === 'refund';

function everyReason(facts: Facts): readonly Reason[] {
  const { found: places, reasons } = diagnose(facts);
  return [
    ...reasons,
    ...places.flatMap((one) => [
      ...one.reasons,
      ...one.transfers.flatMap((moved) => moved.reasons),
    ]),
  ];
}

/** Runs over many mixed facts; `seen` makes sure that the interesting kind is among them. */
function forAnyFacts(check: (facts: Facts) => boolean): void {
  let seen = 0;
  fc.assert(
    fc.property(anyFacts, (facts) => {
      if (check(facts)) seen += 1;
    }),
    { numRuns: 2_000 },
  );
  expect(seen).toBeGreaterThan(10);
}

/** Every transfer with the facts about it, as the rules see them. */
function transfersWithSubjects(facts: Facts) {
  return diagnose(facts).found.flatMap((one) =>
    one.transfers.map((moved) => {
      const where = facts.networks.find((entry) => entry.network === one.network);
      if (where?.reading.status !== 'found') throw new Error('a place that was found was read');
      const { transaction } = where.reading;
      return { moved, subject: subjectOf(facts, where, transaction, moved.transfer) };
    }),
  );
}

describe('whatever the facts', () => {
  test('nothing is refunded unless control of the address is shown', () => {
    forAnyFacts((facts) =>
      transfersWithSubjects(facts).some(({ moved, subject }) => {
        const refunds = moved.reasons.some((reason) => reason.outcome === 'refund');
        if (refunds) expect(subject.control).toBe('yes');
        return refunds;
      }),
    );
  });

  test('what could not be read never becomes a yes', () => {
    forAnyFacts((facts) => {
      const { addresses, assets, credits, holds } = facts;
      const all = [addresses, assets, credits, holds].every((group) => group.read);
      if (all) return false;
      expect(everyReason(facts).filter(pays)).toEqual([]);
      return true;
    });
  });

  test('a network that was not read never becomes NOT_FOUND, NOT_OURS or FOREIGN_CONTRACT', () => {
    forAnyFacts((facts) => {
      if (facts.networks.every((where) => where.reading.status !== 'unread')) return false;
      const noes = ['NOT_FOUND', 'NOT_OURS', 'FOREIGN_CONTRACT'];
      expect(everyReason(facts).filter(({ code }) => noes.includes(code))).toEqual([]);
      return true;
    });
  });

  test('addresses that could not be asked about never become NOT_OURS', () => {
    forAnyFacts((facts) => {
      if (facts.addresses.read) return false;
      expect(everyReason(facts).map(({ code }) => code)).not.toContain('NOT_OURS');
      return true;
    });
  });

  test('nothing pays that is held, credited, unconfirmed, undone, fake, or another one’s', () => {
    forAnyFacts((facts) =>
      transfersWithSubjects(facts).some(({ moved, subject }) => {
        if (!moved.reasons.some(pays)) return false;
        expect(subject.hold).toBeNull();
        expect(subject.credit).toBeNull();
        expect(subject.unclearCredit).toBeNull();
        expect(subject.sentByUs).toBeNull();
        expect(subject.transaction).toMatchObject({ state: 'succeeded', final: true });
        expect(subject.transaction.confirmations).toBeGreaterThanOrEqual(12);
        expect(moved.reasons.map(({ code }) => code)).not.toContain('FAKE_TOKEN');
        expect(moved.transfer.amount > 0n).toBe(true);
        expect(moved.key).not.toBeNull();
        const { recipient } = subject;
        const own = facts.claimant === null || recipient?.customer === facts.claimant.customer;
        const proven = facts.provenSenders.length > 0 && recipient?.customer === null;
        expect(
          own || proven || recipient?.purpose === 'hot' || recipient?.control.kind === 'shared',
        ).toBe(true);
        return true;
      }),
    );
  });

  test('a reason that forbids stands before those that allow, and none allows beside it', () => {
    forAnyFacts((facts) =>
      transfersWithSubjects(facts).some(({ moved }) => {
        expect(moved.reasons.length).toBeGreaterThan(0);
        expect(moved.reasons.every(pays) || !moved.reasons.some(pays)).toBe(true);
        expect(moved.reasons.every(({ because }) => because.length > 0)).toBe(true);
        return moved.reasons.length > 1;
      }),
    );
  });

  test('the same facts give the same answer', () => {
    forAnyFacts((facts) => {
      expect(diagnose(facts)).toEqual(diagnose(structuredClone(facts)));
      return true;
    });
  });
});
