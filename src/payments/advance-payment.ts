import { type Again, alone } from '../jobs/index.ts';
import { invariant, minuteMs, secondMs, unreachable } from '../std/index.ts';
import { bookLine } from './book-line.ts';
import { expirePayment, stopPayment } from './change-payment.ts';
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
 * What a step came to: it went on, so look again now; the world needs time, so look again later; or the
 * payment has come to rest, and whoever sets it going again asks for the next look.
 */
export type LineStep = 'went_on' | 'wait' | 'stopped';

/** A payment for one look, with the line that is next. */
export interface LineAtWork {
  readonly payment: Extract<Payment, { kind: 'return' }>;
  readonly line: PaymentLine;
}

/** A payment is looked at often while things happen, and seldom when nothing has for long. */
const lookAgainMsMin = 2 * secondMs;
const lookAgainMsMax = minuteMs;
const lookAgainShare = 20;
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
  if (result === 'stopped') return undefined;
  return { againAfterMs: result === null ? lookAgainMsMin : await pauseOf(context, id) };
}

/** Also what a test takes a payment on by, step for step. */
export async function advanceOnce(context: PaymentContext, id: string): Promise<LineStep> {
  const payment = await readPayment(context.database, id);
  invariant(payment, 'a job of a payment names a payment');
  if (payment.state !== 'sending') return 'stopped';
  if (payment.kind !== 'return') return await creditPayment(context, payment);
  const lines = await readLines(context.database, id);
  invariant(lines.length === payment.plan.lines.length, 'a payment has the lines of its plan');
  const line = lines.find((one) => one.state !== 'final' && !isSweepGivenUp(one));
  if (!line) return await settlePayment(context, payment);
  if (hasRunOut(context, payment, lines)) return await expirePayment(context, payment);
  return await advanceLine(context, { payment, line });
}

/** The customer has what was promised; what could not be swept is ours and stays where it is. */
function isSweepGivenUp({ purpose, state }: PaymentLine): boolean {
  return purpose === 'sweep' && state === 'failed';
}

/** A reserved line is not asked about: the signer may have signed it and the answer been lost. */
function hasRunOut(
  { clock }: PaymentContext,
  { plan }: LineAtWork['payment'],
  lines: readonly PaymentLine[],
): boolean {
  const isUntouched = lines.every(({ state }) => state === 'waiting');
  return isUntouched && new Date(plan.expiresAt) <= clock.now();
}

async function pauseOf(context: PaymentContext, id: string): Promise<number> {
  const payment = await readPayment(context.database, id);
  invariant(payment, 'a job of a payment names a payment');
  const restedMs = context.clock.now().getTime() - payment.movedAt.getTime();
  return Math.min(Math.max(restedMs / lookAgainShare, lookAgainMsMin), lookAgainMsMax);
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
      return stopPayment(context, work.payment, 'transaction_failed', {
        line: String(work.line.index),
        hash: work.line.finalHash ?? '',
      });
    case 'final':
      throw new Error('a final line is not advanced');
    default:
      return unreachable(work.line.state);
  }
}
