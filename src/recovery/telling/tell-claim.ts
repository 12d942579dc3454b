import { hourMs } from '../../std/index.ts';
import type { DescribedClaim } from '../describe-claim.ts';
import { nextState } from '../states.ts';
import { type Family, familyOf } from './families.ts';
import { type Headline, headlineOf } from './headline.ts';
import { journeyOf, type Place } from './journey.ts';
import { lessonOf } from './lesson.ts';
import { type Arrival, arrivalOf, type Step, stepsOf } from './progress.ts';
import type { Told } from './values.ts';

/** A claim as its customer is told of it, in one language. */
export interface ToldClaim extends Headline {
  readonly family: Family;
  /** Whose turn it is, in a few words. */
  readonly familyLabel: string;
  readonly journey: readonly Place[];
  readonly steps: readonly Step[];
  readonly arrivesBy: Arrival | null;
  /** When the customer hears again at the latest; null where it is their turn, or all is over. */
  readonly nextWordAt: Date | null;
  /** That hour has passed without word. */
  readonly late: boolean;
  readonly quoteExpired: boolean;
  readonly canWithdraw: boolean;
  readonly canAppeal: boolean;
  /** Kaeru can be asked to look at it again, and to make a new offer. */
  readonly canTakeUp: boolean;
  readonly lesson: readonly string[];
  readonly letterAvailable: boolean;
  readonly receiptAvailable: boolean;
}

/** Where a look at their own word helps them; elsewhere it would only undo what is on its way. */
const takenUpByCustomer: readonly string[] = ['quoted', 'proving', 'kept', 'waiting'];

/** How long a promise may be past before the page says that we are late. */
const graceMs = hourMs / 4;

/** Everything that a page says of a claim beside its values. Pure: the same claim, the same words. */
export function tellClaim(described: DescribedClaim, language: Told): ToldClaim {
  const { claim, now } = described;
  const { family, label } = familyOf(claim.state, language);
  const due = claim.promisedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const expired = claim.quote !== null && claim.quote.expiresAt <= now;
  return {
    ...headlineOf(described, language),
    family,
    familyLabel: label,
    journey: journeyOf(described, language),
    steps: stepsOf(described, language),
    arrivesBy: arrivalOf(described, language),
    nextWordAt: family === 'you' || family === 'stop' ? null : claim.promisedAt,
    late: family !== 'you' && family !== 'stop' && due + graceMs < now.getTime(),
    quoteExpired: (claim.state === 'quoted' || claim.state === 'proving') && expired,
    canWithdraw: nextState(claim.state, 'withdraw') !== null,
    canAppeal: nextState(claim.state, 'appeal') !== null,
    canTakeUp: takenUpByCustomer.includes(claim.state),
    lesson: lessonOf(described, language),
    letterAvailable: hasLetter(described),
    receiptAvailable: hasReceipt(described),
  };
}

/** A letter for whoever the address belongs to: the money is at an address that is not ours. */
export function hasLetter({ focus, claim }: DescribedClaim): boolean {
  return claim.evidence !== null && focus?.key != null && focus.ours === false;
}

/** A receipt is written once something was paid out. */
export function hasReceipt({ claim }: DescribedClaim): boolean {
  return ['returned', 'credited', 'compensated'].includes(claim.state);
}
