import { declareSteps, defineJob } from '../jobs/index.ts';

/** Reads the networks for one claim and works out what comes next. */
export const lookJob = defineJob<{ claim: string }>('recovery.look');

/** Builds the plan of one claim's payment. */
export const planJob = defineJob<{ claim: string }>('recovery.plan');

/** Takes the fee of a settled payment that is not taken in kind. */
export const feeJob = defineJob<{ claim: string }>('recovery.fee');

/** The steps of recovery, each with the reason why doing it twice does no harm. */
export const recoverySteps = declareSteps({
  'recovery/file': 'Stores the claim; the same claim twice joins the first.',
  'recovery/read': 'Reads networks and exchange; reading changes nothing.',
  'recovery/answer': 'Stores diagnosis, quote and next state if the claim is as it was read.',
  'recovery/choose': 'Stores the choice if the quote still stands.',
  'recovery/plan':
    'Reads once more whether it is owed, builds and simulates the plan; nothing is signed.',
  'recovery/store-plan': 'Stores the plan if the claim is as it was read.',
  'recovery/approve':
    'Stores an approval; the last one starts the payment in the same transaction.',
  'recovery/close': 'Closes the claim when its payment has settled, in the event’s transaction.',
  'recovery/charge': 'Asks the exchange for the fee under a key that never expires.',
  'recovery/book-fee': 'Books the charged fee; the entry has a key.',
});
