import type { Entry } from '../cases/index.ts';
import { approvalsMin, type DescribedClaim } from '../recovery/index.ts';
import type { CasePlan } from './case-plan.ts';
import type { Language, Words } from './what-words.ts';

/** A stage of the way from the first word to the close. */
export interface Stage {
  readonly id: StageId;
  readonly label: string;
  readonly state: 'done' | 'now' | 'next';
  readonly at: Date | null;
  /** '1 / 2' of the approvals; null for the others. */
  readonly detail: string | null;
}

const stageWords = {
  claimed: { ja: '受付', en: 'Claimed' },
  diagnosed: { ja: '診断', en: 'Diagnosed' },
  quoted: { ja: '見積もり', en: 'Quoted' },
  accepted: { ja: '承諾', en: 'Accepted' },
  approvals: { ja: '承認', en: 'Approvals' },
  return: { ja: '返却', en: 'Return' },
  settled: { ja: '確定', en: 'Settled' },
  closed: { ja: '完了', en: 'Closed' },
} as const satisfies Readonly<Record<string, Words>>;

/** The name of a stage, stable. */
export type StageId = keyof typeof stageWords;

const reached: Readonly<Record<StageId, readonly string[]>> = {
  claimed: ['filed'],
  diagnosed: ['answer', 'keep', 'refuse', 'review', 'hold'],
  quoted: ['answer'],
  accepted: ['choose_payment', 'prove', 'offer_compensation'],
  approvals: ['approve'],
  return: ['settle_return', 'settle_credit', 'settle_compensation'],
  settled: ['settle_return', 'settle_credit', 'settle_compensation'],
  closed: ['settle_return', 'settle_credit', 'settle_compensation', 'withdraw'],
};

/** What begins anew where a claim goes back: the stages after it count from there. */
const startsAnew = ['look_again', 'release', 'plan_again'];

/** How far the case has come. A claim that went back begins again from the stage it went to. */
export function caseStages(
  entries: readonly Entry[],
  plan: CasePlan | null,
  language: Language,
): Stage[] {
  const story = entries.map(({ kind, at }) => ({ step: kind.replace('claim.', ''), at }));
  const anew = story.findLastIndex(({ step }) => startsAnew.includes(step));
  const replans = story[anew]?.step === 'plan_again';
  const kept = new Set<StageId>(
    replans ? ['claimed', 'diagnosed', 'quoted', 'accepted'] : ['claimed'],
  );
  let isNow = true;
  return (Object.keys(stageWords) as StageId[]).map((id): Stage => {
    const from = kept.has(id) ? 0 : anew + 1;
    const at = story.slice(from).findLast(({ step }) => reached[id].includes(step))?.at ?? null;
    const state = at ? 'done' : isNow ? 'now' : 'next';
    if (!at) isNow = false;
    const given = plan?.approvals.length ?? 0;
    const detail = id === 'approvals' && plan && !at ? `${given} / ${approvalsMin}` : null;
    return { id, label: stageWords[id][language], state, at, detail };
  });
}

/** One thing to be done on the way, whoever does it. */
export interface ProcedureStep {
  readonly step: string;
  readonly label: string;
  readonly done: boolean;
}

/** What has to hold before the money moves, and what comes after: ticked by facts, never by hand. */
export function caseProcedure(
  { claim, focus, sourceIsOwn }: DescribedClaim,
  plan: CasePlan | null,
  language: Language,
): ProcedureStep[] {
  const { destination } = claim;
  const isReturn = claim.choice === null || claim.choice.option.startsWith('return');
  const isHome = ['returned', 'credited', 'compensated'].includes(claim.state);
  const steps: readonly (readonly [string, Words, boolean])[] = [
    ['owned', { ja: '所有の再確認', en: 'Ownership re-derived' }, focus?.ours === true],
    [
      'undisputed',
      { ja: 'この送金への他の申請なし', en: 'Nobody else claims this transfer' },
      focus !== null && claim.hold?.code !== 'claimed_twice',
    ],
    ...(isReturn
      ? [
          [
            'wallet',
            { ja: '返還先は本人のウォレット', en: 'The destination is the customer’s own wallet' },
            destination !== null || sourceIsOwn,
          ] as const,
          [
            'screened',
            { ja: '返還先をリストと照合', en: 'The destination is on no list' },
            destination !== null,
          ] as const,
          [
            'simulated',
            { ja: '試算が一致', en: 'Simulation exact' },
            plan !== null && (plan.simulation !== null || claim.payment !== null),
          ] as const,
        ]
      : []),
    [
      'approved',
      { ja: '2名の承認', en: 'Two approvals' },
      (plan?.approvals.length ?? 0) >= approvalsMin || claim.payment !== null,
    ],
    [
      'paid',
      {
        ja: '返却、確定まで追跡、お客さまへ連絡',
        en: 'Return, follow to finality, tell the customer',
      },
      isHome,
    ],
  ];
  return steps.map(([step, label, done]) => ({ step, label: label[language], done }));
}
