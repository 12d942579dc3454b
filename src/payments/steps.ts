import { declareSteps, defineJob } from '../jobs/index.ts';

/** One look at a payment: does the next thing that can be done. */
export const advanceJob = defineJob<{ payment: string }>('payments.advance');

export const paymentSteps = declareSteps({
  'payments/start': 'Stores payment and lines in one transaction; the transfer key is unique.',
  'payments/reserve': 'Reserves a nonce in one conditional write; a reserved line is left alone.',
  'payments/sign': 'Asks the signer, which gives the same bytes for the same line and nonce again.',
  'payments/store': 'Stores signed bytes under their hash; storing them again changes nothing.',
  'payments/send': 'Sends stored bytes; a node that has them says so.',
  'payments/replace':
    'Signs the same line at the same nonce for more gas; one of the two is mined.',
  'payments/book': 'Books the line and marks it final in one transaction; the entry has a key.',
  'payments/credit': 'Asks the exchange under a key that never expires; it credits once.',
  'payments/settle': 'Marks the payment settled and tells it, in one conditional write.',
});
