import type { Selectable } from 'kysely';
import { type CustomerId, type ExchangeCustomerId, findCustomer } from '../accounts/index.ts';
import { type Context, record } from '../audit/index.ts';
import { inTransaction, type Schema, type Tx } from '../db/index.ts';
import type { ActionFailure, Exchange, Receipt } from '../exchange/index.ts';
import {
  fromStoredJson,
  hourMs,
  invariant,
  later,
  minuteMs,
  type Outcome,
  secondMs,
  unreachable,
} from '../std/index.ts';
import type { Facts, NoTurn, Turn } from './message.ts';
import type { Wordings } from './wordings.ts';
import { type MessageStyle, messageLanguage, writeMessage } from './write-message.ts';

/** What sending needs beside the context. */
export interface Delivery {
  readonly exchange: Pick<Exchange, 'notify'>;
  readonly wordings: Wordings;
  readonly style: MessageStyle;
}

const messagesPerRound = 100;
/** How long until the next attempt, by how many there were. Also how long one sender holds a row. */
const waitsMs = [30 * secondMs, minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs, 6 * hourMs];
/** After about a week of silence a person must look. */
const attemptsMax = 32;

/** What a round did. */
export interface Delivered {
  readonly sent: number;
  readonly postponed: number;
  readonly failed: number;
}

/**
 * Sends what is due, through the exchange. Many processes may call it at once. Each message carries
 * its own id as idempotency key and, from its first attempt on, its final words: however often it is
 * tried, and whatever crashes between, the customer reads it once.
 */
export async function deliverDue(context: Context, delivery: Delivery): Promise<Delivered> {
  const counts = { sent: 0, postponed: 0, failed: 0 };
  for (let round = 0; round < messagesPerRound; round += 1) {
    const taken = await takeDue(context, delivery);
    if (!taken) break;
    const end =
      'defect' in taken ? ({ postponed: taken.defect } as const) : await send(delivery, taken);
    await conclude(context, taken.row, end);
    if ('sent' in end) counts.sent += 1;
    else if ('failed' in end) counts.failed += 1;
    else counts.postponed += 1;
  }
  return counts;
}

type Row = Selectable<Schema['messages']>;
interface Ready {
  readonly row: Row;
  readonly to: ExchangeCustomerId;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Takes the next due message for a while and fixes its words. Messages whose words this program does
 * not have are left to the version that told them.
 */
async function takeDue(
  context: Context,
  delivery: Delivery,
): Promise<Ready | { readonly row: Row; readonly defect: string } | null> {
  if (delivery.wordings.size === 0) return null;
  const now = context.clock.now();
  return inTransaction(context.database, async (tx) => {
    const row = await tx
      .selectFrom('messages as due')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_attempt_at', '<=', now)
      .where('kind', 'in', [...delivery.wordings.keys()])
      // Nobody reads of the end before the beginning.
      .where((on) =>
        on.not(
          on.exists(
            on
              .selectFrom('messages as earlier')
              .select('earlier.id')
              .whereRef('earlier.case_number', '=', 'due.case_number')
              .whereRef('earlier.sequence', '<', 'due.sequence')
              .where('earlier.state', '=', 'waiting'),
          ),
        ),
      )
      .orderBy('next_attempt_at')
      .orderBy('sequence')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    return row ? await fix(tx, now, delivery, row) : null;
  });
}

async function fix(
  tx: Tx,
  now: Date,
  delivery: Delivery,
  row: Row,
): Promise<Ready | { row: Row; defect: string }> {
  const attempts = row.attempts + 1;
  const waitMs = waitsMs[Math.min(attempts, waitsMs.length) - 1] as number;
  const held = { attempts, next_attempt_at: later(now, waitMs) };
  const update = tx.updateTable('messages').where('id', '=', row.id);
  const customer = await findCustomer(tx, row.customer_id as CustomerId);
  try {
    if (!customer) throw new WordsFailed('there is no such customer');
    const words = wordsOf(delivery, row, customer.language);
    await update
      .set({ ...held, language: words.language, subject: words.subject, body: words.text })
      .execute();
    return { row: { ...row, attempts }, to: customer.exchangeId, ...words };
  } catch (error) {
    // A defect in one message must not hold up everybody else's.
    if (!(error instanceof Error) || !(error instanceof WordsFailed)) throw error;
    await update.set(held).execute();
    return { row: { ...row, attempts }, defect: error.message };
  }
}

class WordsFailed extends Error {}

function wordsOf(delivery: Delivery, row: Row, customerLanguage: string) {
  if (row.body !== null && row.subject !== null && row.language !== null) {
    return { language: row.language, subject: row.subject, text: row.body };
  }
  const language = messageLanguage(customerLanguage);
  const wording = delivery.wordings.get(row.kind);
  invariant(wording, 'only kinds with words are taken');
  try {
    const written = writeMessage(delivery.style, wording, language, {
      id: row.id,
      caseNumber: row.case_number,
      facts: fromStoredJson<Facts>(row.facts),
      turn: turnOf(row),
    });
    return { language, ...written };
  } catch (error) {
    throw new WordsFailed(`the words of ${row.kind} failed: ${String(error).slice(0, 300)}`);
  }
}

function turnOf(row: Row): Turn | NoTurn {
  if (row.turn === 'nobody' || row.turn_until === null) return { who: 'nobody' };
  return { who: row.turn as Turn['who'], until: row.turn_until };
}

type End = { readonly sent: string } | { readonly postponed: string } | { readonly failed: string };

async function send(delivery: Delivery, ready: Ready): Promise<End> {
  const answer = await delivery.exchange.notify({
    idempotencyKey: `message/${ready.row.id}`,
    customer: ready.to,
    language: ready.language,
    subject: ready.subject,
    text: ready.text,
    caseNumber: ready.row.case_number,
  });
  return endOf(answer, ready.row.attempts);
}

function endOf(answer: Outcome<Receipt, ActionFailure>, attempts: number): End {
  if (answer.ok) return { sent: answer.value.id };
  switch (answer.code) {
    case 'exchange_unreachable':
    case 'exchange_timed_out':
    case 'exchange_answer_malformed':
      return attempts < attemptsMax ? { postponed: answer.code } : { failed: answer.code };
    case 'exchange_refused':
    case 'exchange_key_reused':
    case 'exchange_customer_unknown':
      return { failed: `${answer.code} ${answer.facts['problem'] ?? ''}`.trim() };
    default:
      return unreachable(answer.code);
  }
}

async function conclude(context: Context, row: Row, end: End): Promise<void> {
  const now = context.clock.now();
  await inTransaction(context.database, async (tx) => {
    const change =
      'sent' in end
        ? { state: 'sent', sent_at: now, receipt: end.sent, failed_with: null }
        : 'failed' in end
          ? { state: 'failed', failed_with: end.failed }
          : { failed_with: end.postponed };
    const changed = await tx
      .updateTable('messages')
      .set(change)
      .where('id', '=', row.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n || 'postponed' in end) return;
    await record(tx, context, {
      action: 'messages.deliver',
      subject: row.case_number,
      details: { kind: row.kind, state: 'sent' in end ? 'sent' : 'failed' },
    });
  });
}
