import { accessProblems } from '../access/index.ts';
import { accountsProblems } from '../accounts/index.ts';
import { casesProblems } from '../cases/index.ts';
import { custodyProblems } from '../custody/index.ts';
import { deskProblems } from '../desk/index.ts';
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
  ...casesProblems,
  ...custodyProblems,
  ...deskProblems,
  ...exchangeProblems,
  ...networksProblems,
  ...paymentsProblems,
  ...recoveryProblems,
  ...httpProblems,
};

/** What any route may refuse with, beside the codes that it lists. */
export const commonRefusals: readonly string[] = [
  'not_signed_in',
  'session_expired',
  'not_permitted',
  ...Object.keys(httpProblems),
];

/** The one table from codes to HTTP: whose codes are listed by a route has a line. */
export const statuses: Readonly<Record<string, number>> = {
  body_malformed: 400,
  idempotency_key_malformed: 400,
  request_malformed: 400,

  factor_not_fresh: 401,
  factor_stale: 401,
  handover_expired: 401,
  handover_invalid: 401,
  handover_used: 401,
  not_signed_in: 401,
  passkey_refused: 401,
  session_expired: 401,
  sign_in_refused: 401,

  approver_is_requester: 403,
  device_already_used: 403,
  invitation_unknown: 403,
  not_permitted: 403,
  own_account: 403,
  proposer_decides: 403,
  refused_by_same_person: 403,
  sign_in_locked: 403,

  challenge_not_found: 404,
  claim_not_found: 404,
  exchange_customer_unknown: 404,
  transfer_unknown: 404,
  demo_device_missing: 404,
  paper_not_available: 404,
  payment_not_found: 404,
  plan_not_found: 404,
  passkey_unknown: 404,
  route_not_found: 404,
  staff_change_unknown: 404,
  staff_unknown: 404,

  already_decided: 409,
  case_is_closed: 409,
  change_waits_already: 409,
  claim_changed: 409,
  login_taken: 409,
  nobody_to_consent: 409,
  nothing_diagnosed: 409,
  nothing_to_change: 409,
  nothing_to_choose: 409,
  option_not_permitted: 409,
  passkey_is_only_way_in: 409,
  passkeys_too_many: 409,
  payment_already_signed: 409,
  payment_changed: 409,
  payment_not_stopped: 409,
  plan_changed: 409,
  plan_rejected: 409,
  second_administrator_missing: 409,
  staff_change_decided: 409,
  staff_change_stale: 409,
  step_not_possible: 409,
  still_in_progress: 409,
  transfer_already_paid: 409,

  challenge_expired: 410,
  plan_expired: 410,
  quote_expired: 410,

  appeal_too_long: 413,
  body_too_large: 413,
  text_too_long: 413,

  body_not_json: 415,

  address_checksum_broken: 422,
  address_malformed: 422,
  approval_key_unknown: 422,
  approval_signature_wrong: 422,
  claim_other_network_family: 422,
  claim_with_many_transactions: 422,
  claim_without_transaction: 422,
  colleague_unknown: 422,
  compensation_too_high: 422,
  destination_missing: 422,
  destination_refused: 422,
  hand_over_incomplete: 422,
  hash_malformed: 422,
  hash_truncated: 422,
  idempotency_key_reused: 422,
  login_malformed: 422,
  note_empty: 422,
  name_missing: 422,
  password_too_long: 422,
  password_too_short: 422,
  reason_missing: 422,
  reveal_without_reason: 422,
  role_missing: 422,
  signature_invalid: 422,
  snooze_incomplete: 422,
  snooze_time_wrong: 422,
  wallet_not_proven: 422,

  sign_in_paused: 429,
  too_many_claims: 429,
  too_many_requests: 429,

  internal_error: 500,

  exchange_answer_malformed: 502,
  exchange_refused: 502,

  signer_answer_wrong: 502,

  exchange_timed_out: 503,
  exchange_unreachable: 503,
  owed_unread: 503,
  signer_unreachable: 503,
  wallet_proof_unread: 503,
};

/** The status for a refusal's code; one that no route lists yet is told by how long it lasts. */
export function statusOf(code: string): number {
  return statuses[code] ?? (problems[code]?.lasts === 'transient' ? 503 : 409);
}
