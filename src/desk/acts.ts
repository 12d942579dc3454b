import { type Action, actions, isStaffRole, permit } from '../access/index.ts';
import type { Actor } from '../audit/index.ts';
import { type ClaimState, type ClaimStep, claimStates, nextState } from '../recovery/index.ts';
import { roleWords, stateWords } from './state-words.ts';
import type { Language, Words } from './what-words.ts';

/** Everything that a person can do to a case. */
export const actNames = [
  'approve',
  'reject',
  'release',
  'correct',
  'compensate',
  'decide_appeal',
  'resume_payment',
  'cancel_payment',
  'consent',
  'hold',
  'refuse',
  'take',
  'hand_over',
  'snooze',
  'note',
  'reveal',
] as const;

/** The name of an act, stable. */
export type ActName = (typeof actNames)[number];

/** An act as it stands for one reader: what is not permitted says why. */
export interface Act {
  readonly act: ActName;
  readonly label: string;
  readonly permitted: boolean;
  /** Why not, for the reader; null when it is permitted. */
  readonly why: string | null;
}

/** What has to be known of a case to say who may do what. */
export interface ActSituation {
  readonly state: ClaimState;
  /** Who of the house had a hand in what is to be decided. */
  readonly involved: readonly string[];
  /** Who has approved the plan that waits. */
  readonly approvedBy: readonly string[];
  readonly hasDiagnosis: boolean;
  readonly owner: string | null;
}

interface ActRow {
  readonly label: Words;
  readonly action: Action;
  /** The steps of which one must be possible; null: in any state. */
  readonly steps: readonly ClaimStep[] | null;
}

/** What each act is called, which action of the table of roles it is, and which step it takes. */
const acts: Readonly<Record<ActName, ActRow>> = {
  approve: {
    label: { ja: '承認する…', en: 'Approve…' },
    action: 'plan.approve',
    steps: ['approve'],
  },
  reject: {
    label: { ja: '差し戻す…', en: 'Reject…' },
    action: 'plan.reject',
    steps: ['approve'],
  },
  release: {
    label: { ja: '保留を解く…', en: 'Release…' },
    action: 'claim.release',
    steps: ['release'],
  },
  correct: {
    label: { ja: '診断を直す…', en: 'Correct the diagnosis…' },
    action: 'claim.correct',
    steps: ['look_again', 'release'],
  },
  compensate: {
    label: { ja: '補償を提案する…', en: 'Offer compensation…' },
    action: 'plan.prepare',
    steps: ['offer_compensation'],
  },
  decide_appeal: {
    label: { ja: '見直しの結果を出す…', en: 'Decide the appeal…' },
    action: 'claim.decide_appeal',
    steps: ['uphold'],
  },
  resume_payment: {
    label: { ja: '送付を再開する…', en: 'Resume the payment…' },
    action: 'payment.decide',
    steps: ['resume_payment'],
  },
  cancel_payment: {
    label: { ja: '送付を取りやめる…', en: 'Cancel the payment…' },
    action: 'payment.decide',
    steps: ['resume_payment'],
  },
  consent: {
    label: { ja: '持ち主の同意を記録する…', en: 'Record the owner’s consent…' },
    action: 'claim.record_consent',
    steps: ['look_again', 'release'],
  },
  hold: { label: { ja: '保留にする…', en: 'Hold…' }, action: 'claim.hold', steps: ['hold'] },
  refuse: {
    label: { ja: 'お返しできないと決める…', en: 'Refuse…' },
    action: 'claim.refuse',
    steps: ['refuse'],
  },
  take: { label: { ja: '担当にする', en: 'Take' }, action: 'case.hand_over', steps: null },
  hand_over: {
    label: { ja: '引き継ぐ…', en: 'Hand over…' },
    action: 'case.hand_over',
    steps: null,
  },
  snooze: { label: { ja: 'あとで見る…', en: 'Snooze…' }, action: 'case.snooze', steps: null },
  note: { label: { ja: 'メモを残す…', en: 'Add a note…' }, action: 'case.note', steps: null },
  reveal: {
    label: { ja: '個人情報を見る…', en: 'Reveal personal data…' },
    action: 'personal.reveal',
    steps: null,
  },
};

const notNow = {
  requester: {
    ja: 'この支払いを依頼したご本人は承認できません。ほかの承認者の署名が必要です。',
    en: 'You requested this; another approver must sign.',
  },
  already: {
    ja: 'すでに承認しています。もう1名の承認が必要です。',
    en: 'You have approved this already; another person must give the second.',
  },
  judged: {
    ja: 'もとの判断に関わった人は見直せません。ほかの担当者が見直します。',
    en: 'You had a hand in the first decision; another person must review it.',
  },
  undiagnosed: {
    ja: '診断がまだないため、直すものがありません。',
    en: 'There is no diagnosis yet to correct.',
  },
  owned: { ja: 'すでに担当しています。', en: 'It is yours already.' },
  closed: { ja: 'この案件は終わっています。', en: 'This case is closed.' },
} as const satisfies Readonly<Record<string, Words>>;

/** Every act, each with whether this reader may take it now, and else why not. */
export function actsFor(actor: Actor, situation: ActSituation, language: Language): Act[] {
  return actNames.map((act) => actFor(act, actor, situation, language));
}

/** One act, as it stands for this reader. */
export function actFor(
  act: ActName,
  actor: Actor,
  situation: ActSituation,
  language: Language,
): Act {
  const why = whyNot(act, actor, situation);
  const label = acts[act].label[language];
  return { act, label, permitted: why === null, why: why?.[language] ?? null };
}

function whyNot(act: ActName, actor: Actor, situation: ActSituation): Words | null {
  const { action, steps } = acts[act];
  const { state, involved, approvedBy, hasDiagnosis, owner } = situation;
  if (!isPossible(act, steps, state)) return notIn(state);
  if (!permit(actor, action).ok) return needsRole(action);
  if (act === 'approve' && involved.includes(actor.id)) return notNow.requester;
  if ((act === 'approve' || act === 'reject') && approvedBy.includes(actor.id)) {
    return notNow.already;
  }
  if (act === 'decide_appeal' && involved.includes(actor.id)) return notNow.judged;
  if ((act === 'correct' || act === 'consent') && !hasDiagnosis) return notNow.undiagnosed;
  if (act === 'take' && owner === actor.id) return notNow.owned;
  return null;
}

function isPossible(act: ActName, steps: readonly ClaimStep[] | null, state: ClaimState): boolean {
  if (steps) {
    // `look_again` from a payment on its way is Kaeru's own; a person corrects what rests.
    if (state === 'planning' || state === 'paying') return act === 'hold' && state === 'planning';
    return steps.some((step) => nextState(state, step) !== null);
  }
  const isOpen = claimStates[state].turn !== 'nobody';
  return isOpen || act === 'note' || act === 'reveal';
}

function notIn(state: ClaimState): Words {
  if (claimStates[state].turn === 'nobody') return notNow.closed;
  const { ja, en } = stateWords[state];
  return {
    ja: `いまは「${ja}」のため、できません。`,
    en: `Not possible while the case is ‘${en}’.`,
  };
}

/** "財務またはリスクの担当者ができます。" */
function needsRole(action: Action): Words {
  const may: readonly string[] = actions[action].may;
  const roles = may.filter(isStaffRole).map((role) => roleWords[role]);
  return {
    ja: `${roles.map(({ ja }) => ja).join('・')}の担当者ができます。`,
    en: `Needs ${roles.map(({ en }) => en).join(' or ')}.`,
  };
}
