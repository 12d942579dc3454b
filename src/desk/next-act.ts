import { permit } from '../access/index.ts';
import type { Actor } from '../audit/index.ts';
import { type ClaimState, claimStates } from '../recovery/index.ts';
import { type ActName, type ActSituation, actFor } from './acts.ts';
import type { Language, Words } from './what-words.ts';

/** What happens next to a case. `act` is an act of the desk, or whom it waits for. */
export interface NextAct {
  readonly act: ActName | 'wait';
  readonly label: string;
  readonly permitted: boolean;
  readonly why: string | null;
}

/** What moves a case on, by its state; the first that the reader may do is theirs. */
const nextActs: Partial<Record<ClaimState, readonly ActName[]>> = {
  held: ['release', 'correct'],
  reviewing: ['compensate', 'refuse'],
  approving: ['approve'],
  stopped: ['resume_payment'],
  appealed: ['decide_appeal'],
};

/** What it waits for, where nobody of the desk can move it on. */
const waits: Partial<Record<ClaimState, Words>> = {
  looking: { ja: '調査の結果を待つ', en: 'Wait for the diagnosis' },
  waiting: { ja: 'ネットワークの記録を待つ', en: 'Wait for the network' },
  quoted: { ja: 'お客さまの選択を待つ', en: 'Wait for the customer’s choice' },
  proving: { ja: '受取先の確認を待つ', en: 'Wait for proof of the wallet' },
  planning: { ja: '返還の準備を待つ', en: 'Wait for the plan' },
  paying: { ja: '着金の確定を待つ', en: 'Follow the payment to finality' },
  kept: { ja: '対応できる日を待つ', en: 'Keep until it can be done' },
  refused: { ja: 'お申し出があれば見直す', en: 'Review if the customer appeals' },
};

const nothing: Words = { ja: '完了', en: 'Nothing: it is closed' };

/** The next act of a case, for one reader. There always is one. */
export function nextActFor(actor: Actor, situation: ActSituation, language: Language): NextAct {
  const candidates = (nextActs[situation.state] ?? []).map((act) =>
    actFor(act, actor, situation, language),
  );
  const mine = candidates.find((one) => one.permitted) ?? candidates[0];
  if (mine) return mine;
  const label = (waits[situation.state] ?? nothing)[language];
  return { act: 'wait', label, permitted: false, why: null };
}

/** The states in which a case waits for the desk. */
export const deskStates = (Object.keys(claimStates) as ClaimState[]).filter(
  (state) => claimStates[state].turn === 'desk',
);

/** The states in which somebody with this actor's roles could move a case on. */
export function statesToActIn(actor: Actor): ClaimState[] {
  return deskStates.filter((state) => {
    const situation = { state, involved: [], approvedBy: [], hasDiagnosis: true, owner: null };
    return nextActFor(actor, situation, 'en').permitted && permit(actor, 'case.read').ok;
  });
}
