import type { Revealed } from '../../client/kaeru.gen.ts';
import { api, valueFrom } from '../api/client.ts';

/** What every step on a claim carries: the version that was read, and why. */
export interface StepBody {
  readonly version: number;
  readonly reason: string;
}

/** Writes a note for colleagues. */
export function sendNote(number: string, text: string): Promise<unknown> {
  return valueFrom(api().addNote({ number, body: { text } }));
}

type OwnerBody = Parameters<ReturnType<typeof api>['takeCase']>[0]['body'];

/** Gives a case to somebody, oneself too, or back to the team. */
export function sendOwner(number: string, body: OwnerBody): Promise<unknown> {
  return valueFrom(api().takeCase({ number, body }));
}

/** Puts a case out of sight until then. */
export function sendSnooze(
  number: string,
  body: { readonly until: string; readonly waitsFor: string; readonly version: number },
): Promise<unknown> {
  return valueFrom(api().snoozeCase({ number, body }));
}

/** Asks for personal data, with the reason that will stand in the audit record. */
export function sendReveal(number: string, reason: string): Promise<Revealed> {
  return valueFrom(api().revealCustomer({ number, body: { reason } }));
}

/** The acts that take nothing but a reason. */
export type ReasonAct =
  | 'reject'
  | 'release'
  | 'hold'
  | 'refuse'
  | 'consent'
  | 'resume_payment'
  | 'cancel_payment';

/** Sends one of them. */
export function sendReasonAct(
  act: ReasonAct,
  body: StepBody,
  of: { readonly number: string; readonly digest: string | null; readonly payment: string | null },
): Promise<unknown> {
  const { number } = of;
  const { reason } = body;
  switch (act) {
    case 'reject':
      return valueFrom(api().rejectPlan({ digest: of.digest ?? '', body: { reason } }));
    case 'release':
      return valueFrom(api().releaseClaim({ number, body }));
    case 'hold':
      return valueFrom(api().holdClaim({ number, body }));
    case 'refuse':
      return valueFrom(api().refuseClaim({ number, body }));
    case 'consent':
      return valueFrom(api().recordConsent({ number, body }));
    case 'resume_payment':
    case 'cancel_payment': {
      const decision = act === 'resume_payment' ? 'resume' : 'cancel';
      const payment = of.payment ?? '';
      return valueFrom(api().decidePayment({ payment, body: { decision, reason } }));
    }
  }
}
