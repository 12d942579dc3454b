import { privateKeyToAccount } from 'viem/accounts';
import type { CustomerId } from '../../../accounts/index.ts';
import {
  appeal,
  type Claim,
  type ClaimNumber,
  type ClaimState,
  challengeWallet,
  choose,
  fileClaim,
  holdClaim,
  look,
  offerCompensation,
  preparePlan,
  proveWallet,
  readClaim,
  recoveryActor,
  withdrawClaim,
} from '../../../recovery/index.ts';
import { invariant, type Outcome, randomHex } from '../../../std/index.ts';
import type { Claimant, Crew } from './crew.ts';
import type { Loss } from './deposits.ts';
import type { Share } from './shares.ts';

/** What has to be lost for a case to come to this state. */
export const lossFor: Readonly<Record<ClaimState, Loss>> = {
  looking: 'wrong_network',
  waiting: 'suspended',
  held: 'wrong_network',
  reviewing: 'burnt',
  quoted: 'wrong_network',
  proving: 'wrong_network',
  planning: 'not_credited',
  approving: 'not_credited',
  paying: 'not_credited',
  stopped: 'not_credited',
  kept: 'collectible',
  refused: 'fake',
  appealed: 'fake',
  returned: 'wrong_network',
  credited: 'not_credited',
  compensated: 'burnt',
  withdrawn: 'wrong_network',
};

/** States that lie behind two approvals: they are given to many plans together. */
export const behindApproval: readonly ClaimState[] = [
  'paying',
  'stopped',
  'returned',
  'credited',
  'compensated',
];

/** One case to make, with the deposit that was lost for it. */
export interface CaseToMake extends Share {
  readonly claimant: Claimant;
  readonly hash: string;
}

const words = {
  ja: {
    said: '送金しましたが、残高に入っていません。',
    hold: '送金元について、お客さまに確認しています。',
    appeal: '取引所の案内どおりに送りました。もう一度確認してください。',
    compensate: '入力欄の不具合によるものと確認しました。',
  },
  en: {
    said: 'I sent this, and it is not in my balance.',
    hold: 'The customer is being asked where it came from.',
    appeal: 'I followed your instructions. Please look at it again.',
    compensate: 'A fault of our form was shown to be the cause.',
  },
} as const;

/**
 * Takes one case by the commands of recovery to its state, or to `approving` where two approvals lie
 * before it. Returns its number.
 */
export async function reach(crew: Crew, one: CaseToMake): Promise<ClaimNumber> {
  const hands = handsOf(crew, one);
  const number = await hands.file();
  if (one.state === 'looking') return number;
  await look(crew.resting(recoveryActor), number);
  const { customer } = hands;
  switch (one.state) {
    case 'held':
      await hands.asStaff(number, 'recovery', (context, input) =>
        holdClaim(context, { ...input, reason: words[one.language].hold }),
      );
      break;
    case 'withdrawn':
      must(await withdrawClaim(customer, number));
      break;
    case 'appealed':
      must(await appeal(customer, { number, said: words[one.language].appeal }));
      break;
    case 'proving':
      must(await choose(customer, { number, option: 'return_to_source' }));
      break;
    case 'returned':
      await hands.toNewWallet(number);
      break;
    case 'planning':
    case 'approving':
    case 'paying':
    case 'stopped':
    case 'credited':
      must(await choose(customer, { number, option: 'credit' }));
      break;
    case 'compensated':
      await hands.compensate(number);
      break;
    default:
      break;
  }
  const isPlanned = one.state === 'approving' || behindApproval.includes(one.state);
  if (isPlanned) await preparePlan(crew.resting(recoveryActor), number);
  await isAt(crew, number, isPlanned ? 'approving' : one.state);
  return number;
}

function handsOf(crew: Crew, { claimant, language, hash }: CaseToMake) {
  const customer = Object.assign(crew.resting({ kind: 'customer', id: claimant.id }), {
    session: { freshAt: crew.desk.actingAs(recoveryActor).clock.now() },
  });
  const asStaff = async <T>(
    number: ClaimNumber,
    role: string,
    act: (context: ReturnType<Crew['resting']>, input: { number: string; version: number }) => T,
  ) => {
    const { version } = await claimOf(crew, number);
    return must(
      (await act(crew.resting(crew.member(role)), { number, version })) as Outcome<Claim>,
    );
  };
  return {
    customer,
    asStaff,
    file: async () => {
      const filed = await fileClaim(customer, {
        customer: claimant.id as CustomerId,
        language,
        said: `${words[language].said} ${hash}`,
        wishes: { hurry: 'unsure', sensitiveToFees: false },
      });
      return must(filed).claim.number;
    },
    /** Returned to a wallet of their own, whose key is made for this and forgotten. */
    toNewWallet: async (number: ClaimNumber) => {
      const wallet = privateKeyToAccount(`0x${randomHex(32)}`);
      const destination = wallet.address;
      must(await choose(customer, { number, option: 'return_to_proven', destination }));
      const asked = must(await challengeWallet(customer, { number, address: destination }));
      const signature = await wallet.signMessage({ message: asked.message });
      const proof = { kind: 'signature' as const, signature };
      must(await proveWallet(customer, { number, challenge: asked.id, proof }));
    },
    compensate: async (number: ClaimNumber) => {
      const reason = words[language].compensate;
      await asStaff(number, 'compensation', (context, input) =>
        offerCompensation(context, { ...input, reason, units: 1_000_000n }),
      );
    },
  };
}

/** The claim, which is there. */
export async function claimOf(crew: Crew, number: ClaimNumber): Promise<Claim> {
  const claim = await readClaim(crew.desk.database, number);
  invariant(claim, `${number} is there`);
  return claim;
}

async function isAt(crew: Crew, number: ClaimNumber, state: ClaimState): Promise<void> {
  const claim = await claimOf(crew, number);
  if (claim.state === state) return;
  throw new Error(`${number} was to be ${state}, and is ${claim.state}: ${claim.answer?.why.en}`);
}

/** What was done; a refusal is a defect here, and its code is in the error. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Refused: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
}
