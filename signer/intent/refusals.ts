/**
 * Why the signer does not do as asked. `transient` means that the same request may succeed later;
 * `final` means that it won't, whatever the hour.
 */
export const refusals = {
  route_unknown: 'final',
  body_too_large: 'final',
  body_malformed: 'final',
  request_malformed: 'final',
  plan_malformed: 'final',
  plan_inconsistent: 'final',
  plan_expired: 'final',
  plan_too_far_ahead: 'final',
  plan_changed: 'final',
  plan_released: 'final',
  line_unknown: 'final',
  line_too_early: 'transient',
  line_already_signed: 'final',
  cluster_without_plan: 'final',
  approvals_missing: 'final',
  sender_not_of_key: 'final',
  purpose_refused: 'final',
  destination_refused: 'final',
  amount_above_limit: 'final',
  gas_above_limit: 'final',
  plan_fee_above_limit: 'final',
  day_limit_reached: 'transient',
  fees_malformed: 'final',
  fee_above_cap: 'final',
  attempts_exhausted: 'final',
  nonce_taken: 'final',
  transfer_already_paid: 'final',
  audit_head_older: 'final',
  audit_head_conflicts: 'final',
  store_failed: 'transient',
} as const satisfies Record<string, 'transient' | 'final'>;

export type RefusalCode = keyof typeof refusals;

export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  /** What a sentence about it needs. Never a secret, never raw input. */
  readonly facts: Readonly<Record<string, string>>;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | Refused;

export function yes<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function no(code: RefusalCode, facts: Refused['facts'] = {}): Refused {
  return { ok: false, code, facts };
}
