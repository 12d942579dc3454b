import { permit } from '../access/index.ts';
import type { CustomerId } from '../accounts/index.ts';
import type { Tx } from '../db/index.ts';
import { runStep, takeTurn } from '../jobs/index.ts';
import { tell } from '../messages/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { type Claim, claimOf } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type PasteProblem, readPaste } from './diagnosis/index.ts';
import { insertClaim } from './insert-claim.ts';
import { recoverySteps } from './jobs.ts';
import { messageOfState } from './messages.ts';
import type { Wishes } from './options/index.ts';

/** What a customer reports: anything they have. */
export interface FileClaimInput {
  readonly customer: CustomerId;
  readonly language: 'ja' | 'en';
  /** A transaction id, a link, a whole message. Secrets in it are replaced before anything is kept. */
  readonly said: string;
  readonly wishes: Wishes;
}

/** What became of a report. */
export interface FiledClaim {
  readonly claim: Claim;
  /** The customer had told of this transaction before: this is that claim. */
  readonly joined: boolean;
  /** What kinds of secret were taken out of the text; the customer is warned. */
  readonly secretsRemoved: readonly string[];
}

const openClaimsMax = 50;

/**
 * Takes a report in. Nothing of the text is trusted; the transaction id in it is looked up on every
 * network. Reporting the same transaction again joins the first claim. Refuses with
 * `claim_without_transaction` when there is no id in the text, `claim_with_many_transactions` when
 * there are several, and `too_many_claims`.
 */
export async function fileClaim(
  context: RecoveryContext,
  input: FileClaimInput,
): Promise<
  Outcome<
    FiledClaim,
    | 'not_permitted'
    | 'claim_without_transaction'
    | 'claim_with_many_transactions'
    | 'claim_other_network_family'
    | 'text_too_long'
    | PasteProblem['code']
    | 'too_many_claims'
  >
> {
  const permitted = permit(context.actor, 'claim.file');
  if (!permitted.ok) return permitted;
  const paste = readPaste(input.said);
  if (!paste.ok) return paste;
  const { text, hashes, secrets, problems, otherKinds } = paste.value;
  if (hashes.length > 1) {
    return refuse('claim_with_many_transactions', { count: String(hashes.length) });
  }
  const hash = hashes[0];
  const [problem] = problems;
  if (!hash && problem) return refuse(problem.code, { text: problem.text, address: problem.text });
  const [otherKind] = otherKinds;
  if (!hash && otherKind) return refuse('claim_other_network_family', { text: otherKind });
  if (!hash) return refuse('claim_without_transaction', { removed: secrets.join(', ') });

  return await runStep(recoverySteps['recovery/file'], () =>
    context.database.transaction().execute(async (tx) => {
      await takeTurn(tx, `claims of ${input.customer}`);
      const earlier = await claimOfTransaction(tx, input.customer, hash);
      if (earlier) return done({ claim: earlier, joined: true, secretsRemoved: secrets });
      if (await tooMany(tx, input.customer)) {
        return refuse('too_many_claims', { max: String(openClaimsMax) });
      }
      const { customer, language, wishes } = input;
      const claim = await insertClaim(tx, context, {
        customer,
        language,
        wishes,
        said: text,
        hash,
      });
      await tell(tx, context, messageOfState(claim));
      return done({ claim, joined: false, secretsRemoved: secrets });
    }),
  );
}

async function claimOfTransaction(
  tx: Tx,
  customer: CustomerId,
  hash: string,
): Promise<Claim | null> {
  const row = await tx
    .selectFrom('claims')
    .selectAll()
    .where('customer_id', '=', customer)
    .where('transaction_hash', '=', hash)
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at')
    .orderBy('number')
    .executeTakeFirst();
  return row ? claimOf(row) : null;
}

async function tooMany(tx: Tx, customer: CustomerId): Promise<boolean> {
  const { open } = await tx
    .selectFrom('claims')
    .select((on) => on.fn.countAll<bigint>().as('open'))
    .where('customer_id', '=', customer)
    .where('state', 'not in', ['returned', 'credited', 'compensated', 'withdrawn', 'refused'])
    .executeTakeFirstOrThrow();
  return open >= BigInt(openClaimsMax);
}
