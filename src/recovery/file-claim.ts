import { permit } from '../access/index.ts';
import type { CustomerId } from '../accounts/index.ts';
import type { Tx } from '../db/index.ts';
import { runStep, takeTurn } from '../jobs/index.ts';
import { tell } from '../messages/index.ts';
import {
  type NetworkId,
  readTransferKey,
  type TransferKey,
  transferKey,
} from '../networks/index.ts';
import { canonicalJson, done, type Outcome, refuse } from '../std/index.ts';
import { type Claim, claimOf } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type Paste, type PasteProblem, readPaste } from './diagnosis/index.ts';
import { dropDraft, hintsWithoutSecrets } from './draft.ts';
import type { Hints } from './hints.ts';
import { insertClaim } from './insert-claim.ts';
import { recoverySteps } from './jobs.ts';
import { saysEnough } from './match-hints.ts';
import { messageOfState } from './messages.ts';
import type { Wishes } from './options/index.ts';

/** What a customer reports: anything they have. */
export interface FileClaimInput {
  readonly customer: CustomerId;
  readonly language: 'ja' | 'en';
  /** A transaction id, a link, a whole message. Secrets in it are replaced before anything is kept. */
  readonly said: string;
  readonly wishes: Wishes;
  /** What they remember, where they have no transaction id. */
  readonly hints?: Hints | null | undefined;
  /** The very transfer that they mean, of `listSeenDeposits`. */
  readonly transferKey?: string | undefined;
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
 * network. A transfer that was seen may be named instead; without either, what is remembered is looked
 * for at the customer's own addresses (`find-by-hints.ts`). Reporting the same again joins the first
 * claim. Refuses with `claim_without_transaction` when there is nothing to look by,
 * `claim_with_many_transactions` when there are several ids, and `too_many_claims`.
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
    | 'transfer_unknown'
    | 'too_many_claims'
  >
> {
  const permitted = permit(context.actor, 'claim.file');
  if (!permitted.ok) return permitted;
  const paste = readPaste(input.said);
  if (!paste.ok) return paste;
  const { text, secrets } = paste.value;
  const meant = meantBy(context, input, paste.value);
  if (!meant.ok) return meant;
  const { hash, about, hints } = meant.value;

  return await runStep(recoverySteps['recovery/file'], () =>
    context.database.transaction().execute(async (tx) => {
      await takeTurn(tx, `claims of ${input.customer}`);
      await dropDraft(tx, input.customer);
      const earlier = await claimOfSame(tx, input.customer, meant.value);
      if (earlier) return done({ claim: earlier, joined: true, secretsRemoved: secrets });
      if (await tooMany(tx, input.customer)) {
        return refuse('too_many_claims', { max: String(openClaimsMax) });
      }
      const { customer, language, wishes } = input;
      const claim = await insertClaim(tx, context, {
        ...{ customer, language, wishes, hash, hints },
        said: text,
        ...(about ? { about } : {}),
      });
      await tell(tx, context, messageOfState(claim));
      return done({ claim, joined: false, secretsRemoved: secrets });
    }),
  );
}

/** What a report is about: a transaction, a transfer of it, or only what is remembered. */
interface Meant {
  readonly hash: string | null;
  readonly about: { readonly network: NetworkId; readonly key: TransferKey } | null;
  readonly hints: Hints | null;
}

type MeantCode =
  | 'claim_without_transaction'
  | 'claim_with_many_transactions'
  | 'claim_other_network_family'
  | 'transfer_unknown'
  | PasteProblem['code'];

/** A transfer that is named comes first, then an id in the text, then what is remembered. */
function meantBy(
  { chains }: RecoveryContext,
  input: FileClaimInput,
  { hashes, problems, otherKinds, secrets }: Paste,
): Outcome<Meant, MeantCode> {
  const hints = input.hints ? hintsWithoutSecrets(input.hints) : null;
  if (input.transferKey !== undefined) {
    const parts = readTransferKey(input.transferKey);
    if (!parts || !chains.of(parts.network)) return refuse('transfer_unknown');
    const key = transferKey(parts.network, parts.hash, parts.path);
    return done({ hash: parts.hash, about: { network: parts.network, key }, hints });
  }
  if (hashes.length > 1) {
    return refuse('claim_with_many_transactions', { count: String(hashes.length) });
  }
  const hash = hashes[0];
  if (hash) return done({ hash, about: null, hints });
  if (hints && saysEnough(hints)) return done({ hash: null, about: null, hints });
  const [problem] = problems;
  if (problem) return refuse(problem.code, { text: problem.text, address: problem.text });
  const [otherKind] = otherKinds;
  if (otherKind) return refuse('claim_other_network_family', { text: otherKind });
  return refuse('claim_without_transaction', { removed: secrets.join(', ') });
}

async function claimOfSame(
  tx: Tx,
  customer: CustomerId,
  { hash, about, hints }: Meant,
): Promise<Claim | null> {
  if (hash === null) return await claimOfHints(tx, customer, hints);
  const claims = await claimsOfTransaction(tx, customer, hash);
  if (!about) return claims[0] ?? null;
  return (
    claims.find(({ transferKey: key }) => key === about.key) ??
    claims.find(({ transferKey: key }) => key === null) ??
    null
  );
}

/** The same words again, while the first are still looked for. */
async function claimOfHints(
  tx: Tx,
  customer: CustomerId,
  hints: Hints | null,
): Promise<Claim | null> {
  const rows = await tx
    .selectFrom('claims')
    .selectAll()
    .where('customer_id', '=', customer)
    .where('transaction_hash', 'is', null)
    .where('state', 'in', ['looking', 'waiting'])
    .execute();
  const textOf = (one: Hints | null) => canonicalJson(one && { ...one });
  return rows.map(claimOf).find((one) => textOf(one.hints) === textOf(hints)) ?? null;
}

async function claimsOfTransaction(tx: Tx, customer: CustomerId, hash: string): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('claims')
    .selectAll()
    .where('customer_id', '=', customer)
    .where('transaction_hash', '=', hash)
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at')
    .orderBy('number')
    .execute();
  return rows.map(claimOf);
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
