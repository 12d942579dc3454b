import type { Database } from '../db/index.ts';
import { type PaymentState, readPayment, type Stopped } from '../payments/index.ts';
import type { Claim } from '../recovery/index.ts';
import { stoppedWords } from './stopped-words.ts';
import type { Language } from './what-words.ts';

/** The payment of a case, transaction by transaction. */
export interface CasePayment {
  readonly id: string;
  readonly state: PaymentState;
  readonly kind: string;
  readonly lines: readonly {
    readonly purpose: string;
    readonly state: string;
    /** The transaction that is final, else the last one that was signed. */
    readonly hash: string | null;
    readonly nonce: bigint | null;
    /** What it cost; null until it is final. */
    readonly feeWei: bigint | null;
    readonly sentAt: Date | null;
    /** How many transactions were signed for it, one replacing the other. */
    readonly attempts: number;
  }[];
  readonly stopped: (Stopped & { readonly sentence: string }) | null;
}

/** Null while nothing is being paid. */
export async function casePayment(
  database: Database,
  { payment: id }: Pick<Claim, 'payment'>,
  language: Language,
): Promise<CasePayment | null> {
  const payment = id && (await readPayment(database, id));
  if (!payment) return null;
  const [lines, signed] = await Promise.all([
    database
      .selectFrom('payment_lines')
      .select(['line', 'purpose', 'state', 'nonce', 'final_hash', 'fee_wei'])
      .where('payment_id', '=', payment.id)
      .orderBy('line')
      .execute(),
    database
      .selectFrom('signed_transactions')
      .select(['line', 'hash', 'sent_at'])
      .where('payment_id', '=', payment.id)
      .orderBy('attempt')
      .execute(),
  ]);
  return {
    id: payment.id,
    state: payment.state,
    kind: payment.kind,
    lines: lines.map(({ line, purpose, state, nonce, final_hash, fee_wei }) => {
      const attempts = signed.filter((one) => one.line === line);
      return {
        ...{ purpose, state, nonce },
        hash: final_hash ?? attempts.at(-1)?.hash ?? null,
        feeWei: fee_wei,
        sentAt: attempts[0]?.sent_at ?? null,
        attempts: attempts.length,
      };
    }),
    stopped: payment.stopped && {
      ...payment.stopped,
      sentence: stoppedWords[payment.stopped.code][language],
    },
  };
}
