import { type Again, alone } from '../jobs/index.ts';
import { invariant, secondMs, unreachable } from '../std/index.ts';
import { bookLine } from './book-line.ts';
import { creditPayment } from './credit-payment.ts';
import { followLine } from './follow-line.ts';
import {
  type Payment,
  type PaymentContext,
  type PaymentLine,
  readLines,
  readPayment,
} from './payment.ts';
import { reserveLine } from './reserve-line.ts';
import { sendLine } from './send-line.ts';
import { settlePayment } from './settle-payment.ts';
import { signLine } from './sign-line.ts';

/**
 * What a step of a line came to: it went on to the next state, the world needs time, or the payment
 * has been stopped for a person.
 */
export type LineStep = 'went_on' | 'wait' | 'stopped';

/** A payment for one look, with the line that is next. */
export interface LineAtWork {
  readonly payment: Extract<Payment, { kind: 'return' }>;
  readonly line: PaymentLine;
}

const lookAgainMs = 2 * secondMs;
/** One look does at most this many steps: a plan has eight lines of five steps. */
const stepsMax = 48;

/**
 * Takes a payment as far as it will go now. One worker at a time holds it; whatever it does, it could
 * have died just before or after, and the next look goes on from what the database says.
 */
export async function advancePayment(context: PaymentContext, id: string): Promise<Again> {
  const result = await alone(context.database, `payment ${id}`, async () => {
    for (let step = 0; step < stepsMax; step += 1) {
      const done = await advanceOnce(context, id);
      if (done !== 'went_on') return done;
    }
    return 'wait';
  });
  return result === 'stopped' ? undefined : { againAfterMs: lookAgainMs };
}

async function advanceOnce(context: PaymentContext, id: string): Promise<LineStep> {
  const payment = await readPayment(context.database, id);
  invariant(payment, 'a job of a payment names a payment');
  if (payment.state !== 'sending') return 'stopped';
  if (payment.kind !== 'return') return await creditPayment(context, payment);
  const lines = await readLines(context.database, id);
  invariant(lines.length === payment.plan.lines.length, 'a payment has the lines of its plan');
  const line = lines.find((one) => one.state !== 'final');
  if (!line) return await settlePayment(context, payment);
  return await advanceLine(context, { payment, line });
}

function advanceLine(context: PaymentContext, work: LineAtWork): Promise<LineStep> {
  switch (work.line.state) {
    case 'waiting':
      return reserveLine(context, work);
    case 'reserved':
      return signLine(context, work);
    case 'signed':
      return sendLine(context, work);
    case 'sent':
      return followLine(context, work, bookLine);
    case 'failed':
      return Promise.resolve('stopped');
    case 'final':
      throw new Error('a final line is not advanced');
    default:
      return unreachable(work.line.state);
  }
}
