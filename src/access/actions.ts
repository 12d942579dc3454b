import type { Role } from './roles.ts';

interface ActionRow {
  /** What the action is, told to whoever reads the table of roles. */
  readonly says: string;
  readonly may: readonly Role[];
}

const desk = ['support', 'recovery', 'treasury', 'risk', 'compensation', 'auditor'] as const;
const staff = [...desk, 'administrator'] as const;

/**
 * Every action there is, and the roles that may. What is not in this table nobody may do. A new
 * action is a new row here, a row in the expected matrix of `permit.test.ts`, and
 * `npx vitest run -u src/access` for docs/reference/roles.md.
 *
 * A customer's action is on a record of their own: whose it is, the command checks itself.
 */
export const actions = {
  'session.read': { says: 'See who one is signed in as.', may: ['customer', ...staff] },
  'session.end': { says: 'Sign out.', may: ['customer', ...staff] },
  'factor.add': {
    says: 'See, add and remove the passkeys of one’s own account.',
    may: staff,
  },
  'staff.list': { says: 'See who the colleagues are, with their roles.', may: staff },
  'staff.inspect': {
    says: 'See logins, factors, last use, and changes of staff.',
    may: ['auditor', 'administrator'],
  },
  'staff.propose': {
    says: 'Propose to invite, suspend or restore somebody, or other roles.',
    may: ['administrator'],
  },
  'staff.decide': {
    says: 'Decide on what another administrator proposed.',
    may: ['administrator'],
  },
  'staff.create': { says: 'Make staff outright: the demo and set-up.', may: ['system'] },
  'staff.suspend': { says: 'Close an account at once, from the command line.', may: ['system'] },
  'staff.unlock': {
    says: 'Let a locked-out colleague try again.',
    may: ['administrator', 'system'],
  },

  'claim.file': { says: 'Tell of a deposit that did not arrive.', may: ['customer', 'support'] },
  'claim.read': { says: 'Read a claim and its progress.', may: ['customer', ...desk] },
  'claim.list': {
    says: 'See the list of claims (a customer: their own).',
    may: ['customer', ...desk],
  },
  'claim.choose': { says: 'Choose one of the options of the quote.', may: ['customer'] },
  'claim.prove_destination': { says: 'Prove that an address is one’s own.', may: ['customer'] },
  'claim.appeal': { says: 'Ask for another look at a refusal.', may: ['customer'] },
  'claim.withdraw': { says: 'Take one’s claim back.', may: ['customer'] },
  'claim.correct': { says: 'Put a person’s diagnosis beside the machine’s.', may: ['recovery'] },
  'claim.record_consent': {
    says: 'Record that the owner of the receiving address agrees.',
    may: ['recovery', 'risk'],
  },
  'claim.hold': { says: 'Stop a claim, with a reason.', may: ['recovery', 'risk', 'system'] },
  'claim.release': { says: 'Let a held claim go on.', may: ['risk'] },
  'claim.refuse': { says: 'Refuse a claim, with a reason.', may: ['recovery', 'risk'] },
  'claim.decide_appeal': { says: 'Answer an appeal.', may: ['risk', 'compensation'] },

  'case.read': { says: 'See the worklist, and a case whole.', may: desk },
  'case.note': {
    says: 'Write a note in a case, for the desk alone.',
    may: ['support', 'recovery', 'treasury', 'risk', 'compensation'],
  },
  'case.hand_over': {
    says: 'Take a case, or give it to a colleague with what was done and what is next.',
    may: ['support', 'recovery', 'treasury', 'risk', 'compensation'],
  },
  'case.snooze': {
    says: 'Put a case aside until an hour, with what is waited for.',
    may: ['support', 'recovery', 'treasury', 'risk', 'compensation'],
  },

  'plan.prepare': { says: 'Prepare the plan of a payment.', may: ['recovery', 'compensation'] },
  'plan.read': {
    says: 'See every line of a plan.',
    may: ['recovery', 'treasury', 'risk', 'compensation', 'auditor'],
  },
  'plan.approve': { says: 'Approve a plan, with one’s own key.', may: ['treasury', 'risk'] },
  'plan.reject': { says: 'Reject a plan, with a reason.', may: ['treasury', 'risk'] },
  'payment.decide': { says: 'Resume or cancel a payment that was stopped.', may: ['treasury'] },

  'ledger.read': {
    says: 'Read accounts and statements.',
    may: ['treasury', 'compensation', 'auditor'],
  },
  'ledger.reverse': { says: 'Correct an entry by reversing it.', may: ['treasury'] },
  'audit.read': { says: 'Read who did what, and what the machine measures.', may: ['auditor'] },
  'audit.verify': { says: 'Check the audit record.', may: ['auditor', 'administrator', 'system'] },
  'reference.read': {
    says: 'Read networks, fee schedules and profiles, with their versions.',
    may: staff,
  },
  'personal.reveal': {
    says: 'Look at personal data, with a reason.',
    may: ['support', 'recovery', 'risk', 'compensation'],
  },
} as const satisfies Readonly<Record<string, ActionRow>>;

/** The name of an action, such as `claim.choose`. */
export type Action = keyof typeof actions;

/** The roles that may approve a plan: their sessions are shorter and their factors fresher. */
export const approverRoles: readonly Role[] = actions['plan.approve'].may;
