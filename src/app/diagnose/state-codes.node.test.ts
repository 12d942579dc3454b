import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rich } from '../../../test/anvil.ts';
import {
  ask,
  check,
  closeNodes,
  hers,
  his,
  key,
  knowledge,
  nodes,
  onEthereum,
  openNodes,
  type Shown,
  stranger,
} from '../../../test/diagnosis/on-nodes.ts';
import {
  byContract,
  coin,
  credited,
  failedTransfer,
  houseOwns,
  mineAgain,
  nobody,
  onListed,
  reorgedTransfer,
  replacedTransfer,
  right,
  suspended,
  token,
  waitingTransfer,
} from '../../../test/diagnosis/sends.ts';
import { recordedBlock, startReplayServer } from '../../../test/replay-server.ts';
import { withoutData } from '../../../test/shared-data.ts';

beforeAll(openNodes);
afterAll(closeNodes);

/** Codes about the transaction itself, and about what the books and the desk say of it. */
const stateCodes: readonly Shown[] = [
  {
    code: 'CREDIT_MISSED',
    outcome: 'credit',
    because: 'credit.made=no',
    wouldChange: 'credit_found',
    does: right,
    nearMiss: 'it stands in the books',
    instead: 'ALREADY_CREDITED',
    nearly: token(onListed, 'wbtc', hers, () => credited('log:0')),
  },
  {
    code: 'ALREADY_CREDITED',
    outcome: 'refuse',
    because: 'credit.made=c-1',
    wouldChange: 'credit_reversed',
    does: token(onListed, 'wbtc', hers, () => credited('log:0')),
    nearMiss: 'another transaction stands in the books',
    instead: 'CREDIT_MISSED',
    nearly: token(onListed, 'wbtc', hers, () => credited('log:0', nobody)),
  },
  {
    code: 'SENT_BY_US',
    outcome: 'hold',
    because: 'sender.ours=hot',
    wouldChange: 'person_looks',
    does: token(onListed, 'wbtc', hers, () => houseOwns(rich)),
    nearMiss: 'the house owns another wallet',
    instead: 'CREDIT_MISSED',
    nearly: token(onListed, 'wbtc', hers, () => houseOwns(stranger)),
  },
  {
    code: 'RISK_HOLD',
    outcome: 'hold',
    because: 'hold.placed=h-1',
    wouldChange: 'hold_lifted',
    does: token(onListed, 'wbtc', hers, () =>
      knowledge({ holds: [{ reference: 'h-1', address: rich }] }),
    ),
    nearMiss: 'the hold is on somebody else',
    instead: 'CREDIT_MISSED',
    nearly: token(onListed, 'wbtc', hers, () =>
      knowledge({ holds: [{ reference: 'h-1', address: his }] }),
    ),
  },
  {
    code: 'UNCONFIRMED',
    outcome: 'wait',
    because: 'transaction.confirmations=1',
    wouldChange: 'more_confirmations',
    does: async () => ({ hash: await nodes.listed.node.send({ to: hers, value: 7n }) }),
    nearMiss: 'it is 65 blocks deep',
    instead: 'CREDIT_MISSED',
    nearly: coin(hers),
  },
  {
    code: 'FAILED_REVERTED',
    outcome: 'refuse',
    because: 'transaction.state=reverted',
    wouldChange: 'sent_again',
    does: failedTransfer,
    nearMiss: 'the sender had enough',
    instead: 'CREDIT_MISSED',
    nearly: right,
  },
  {
    code: 'NOT_FOUND',
    outcome: 'wait',
    because: 'network.reading=not_found',
    wouldChange: 'transaction_appears',
    does: async () => ({ hash: nobody }),
    nearMiss: 'one of the nodes is on another chain',
    instead: 'UNKNOWN',
    nearly: async () => ({
      hash: nobody,
      rpc: [`ethereum=${nodes.listed.node.url}`, `evm:61=${nodes.listed.node.url}`],
    }),
  },
  {
    code: 'UNKNOWN',
    outcome: 'wait',
    because: 'network.reading=unreachable',
    wouldChange: 'node_answers',
    does: async () => ({
      hash: nobody,
      rpc: [`ethereum=${nodes.listed.node.url}`, 'evm:61=http://127.0.0.1:9'],
    }),
    nearMiss: 'both nodes answer',
    instead: 'NOT_FOUND',
    nearly: async () => ({ hash: nobody }),
  },
  {
    code: 'INTERNAL_CONTRACT_TRANSFER',
    outcome: 'credit',
    because: 'transfer.kind=inner at inner:0',
    wouldChange: 'credit_found',
    does: byContract(hers),
    nearMiss: 'sent directly',
    instead: 'CREDIT_MISSED',
    nearly: coin(hers),
  },
  {
    code: 'DEPOSIT_SUSPENDED',
    outcome: 'wait',
    because: 'asset.suspended=2020',
    wouldChange: 'deposits_resume',
    does: token(onListed, 'wbtc', hers, () => suspended('2020-01-01T00:00:00Z')),
    nearMiss: 'deposits are off only later',
    instead: 'CREDIT_MISSED',
    nearly: token(onListed, 'wbtc', hers, () => suspended('2999-01-01T00:00:00Z')),
  },
  {
    code: 'REORGED',
    outcome: 'wait',
    because: 'transaction.',
    wouldChange: 'mined_again',
    does: reorgedTransfer,
    nearMiss: 'never seen',
    instead: 'NOT_FOUND',
    nearly: async () => ({ hash: nobody }),
  },
  {
    code: 'REPLACED',
    outcome: 'wait',
    because: 'transaction.state=replaced',
    wouldChange: 'replacement_pays_us',
    does: replacedTransfer,
    nearMiss: 'nothing replaced it yet',
    instead: 'UNCONFIRMED',
    nearly: waitingTransfer,
  },
];

describe('on real nodes, by the command', () => {
  test.each(stateCodes.map((one) => [one.code, one] as const))('%s', async (_, one) => {
    await check(one);
    await mineAgain();
  });
});

const recorded = recordedBlock();

describe.skipIf(recorded === null)(
  `on a recorded block of the mainnet (or: ${withoutData})`,
  () => {
    test('finds whose each token transfer is, and calls no stranger ours', async () => {
      if (!recorded) return;
      const server = await startReplayServer(recorded);
      const [first] = recorded.transfers;
      if (!first) throw new Error('the block has transfers');
      const asked = {
        hash: first.transaction_hash,
        rpc: [`ethereum=${server.url}`],
        facts: {
          claimant: 'aoi',
          addresses: [
            { address: first.to_address, customer: 'aoi', issued: onEthereum, control: key },
          ],
        },
      };
      const { answer, json } = await ask(asked);
      expect(answer).toMatchObject({ code: 'UNLISTED_TOKEN', outcome: 'refund' });
      const transfers = (json.found[0] as { transfers: { ours: boolean; to: string }[] }).transfers;
      for (const one of transfers) {
        expect(one.ours).toBe(one.to.toLowerCase() === first.to_address);
      }
      await server.stop();
    });
  },
);
