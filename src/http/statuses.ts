import { accessProblems } from '../access/index.ts';
import { accountsProblems } from '../accounts/index.ts';
import { custodyProblems } from '../custody/index.ts';
import { exchangeProblems } from '../exchange/index.ts';
import { networksProblems } from '../networks/index.ts';
import { paymentsProblems } from '../payments/index.ts';
import { recoveryProblems } from '../recovery/index.ts';
import type { Problem } from '../std/index.ts';
import { httpProblems } from './problems.ts';

/** Every code that Kaeru may answer with, and its words. */
export const problems: Readonly<Record<string, Problem>> = {
  ...accessProblems,
  ...accountsProblems,
  ...custodyProblems,
  ...exchangeProblems,
  ...networksProblems,
  ...paymentsProblems,
  ...recoveryProblems,
  ...httpProblems,
};

/** The one table from codes to HTTP. A code that is not here is a conflict (409) or a 503 by `lasts`. */
const statuses: Readonly<Record<string, number>> = {
  not_signed_in: 401,
  session_expired: 401,
  sign_in_refused: 401,
  handover_invalid: 401,
  handover_expired: 401,
  handover_used: 401,
  factor_not_fresh: 401,
  not_permitted: 403,
  claim_not_found: 404,
  plan_not_found: 404,
  payment_not_found: 404,
  challenge_not_found: 404,
  route_not_found: 404,
  challenge_expired: 410,
  quote_expired: 410,
  body_too_large: 413,
  body_not_json: 415,
  body_malformed: 400,
  request_malformed: 400,
  address_malformed: 422,
  address_checksum_broken: 422,
  hash_malformed: 422,
  claim_without_transaction: 422,
  claim_with_many_transactions: 422,
  claim_other_network_family: 422,
  text_too_long: 413,
  hash_truncated: 422,
  appeal_too_long: 413,
  reason_missing: 422,
  destination_missing: 422,
  destination_refused: 422,
  wallet_not_proven: 422,
  approval_key_unknown: 422,
  signature_invalid: 422,
  compensation_too_high: 422,
  idempotency_key_malformed: 400,
  idempotency_key_reused: 422,
  still_in_progress: 409,
  too_many_requests: 429,
  too_many_claims: 429,
  internal_error: 500,
};

/** The status for a refusal's code. */
export function statusOf(code: string): number {
  return statuses[code] ?? (problems[code]?.lasts === 'transient' ? 503 : 409);
}
