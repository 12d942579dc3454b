import type { StaffRole } from '../access/index.ts';
import type { ClaimState, ReasonOutcome } from '../recovery/index.ts';
import type { Words } from './what-words.ts';

/** What the desk calls each state: a word for a badge. */
export const stateWords: Readonly<Record<ClaimState, Words>> = {
  looking: { ja: '調査中', en: 'Looking' },
  waiting: { ja: '確認待ち', en: 'Waiting for the network' },
  held: { ja: '保留', en: 'Held' },
  reviewing: { ja: '補償の検討', en: 'Under review' },
  quoted: { ja: 'お客さまの選択待ち', en: 'Quoted' },
  proving: { ja: '受取先の確認待ち', en: 'Proving the wallet' },
  planning: { ja: '返還の準備中', en: 'Preparing' },
  approving: { ja: '承認待ち', en: 'Waiting for approval' },
  paying: { ja: '送付中', en: 'On its way' },
  stopped: { ja: '送付の停止', en: 'Payment stopped' },
  kept: { ja: '記録のお預かり', en: 'Kept' },
  refused: { ja: 'お返しできない', en: 'Refused' },
  appealed: { ja: '見直し', en: 'Appealed' },
  returned: { ja: '返還済み', en: 'Returned' },
  credited: { ja: '残高に反映済み', en: 'Credited' },
  compensated: { ja: '補償済み', en: 'Compensated' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
};

/** What the desk calls each role. */
export const roleWords: Readonly<Record<StaffRole, Words>> = {
  support: { ja: 'お客さま対応', en: 'Support' },
  recovery: { ja: '復旧', en: 'Recovery' },
  treasury: { ja: '財務', en: 'Treasury' },
  risk: { ja: 'リスク', en: 'Risk' },
  compensation: { ja: '補償', en: 'Compensation' },
  auditor: { ja: '監査', en: 'Audit' },
  administrator: { ja: '管理', en: 'Administration' },
};

/** What the desk calls each outcome of a diagnosis. */
export const outcomeWords: Readonly<Record<ReasonOutcome, Words>> = {
  credit: { ja: '残高に反映', en: 'Credit' },
  refund: { ja: '返却', en: 'Return' },
  keep: { ja: '記録のお預かり', en: 'Keep' },
  compensate: { ja: '補償の検討', en: 'Compensation' },
  refuse: { ja: 'お返しできない', en: 'Refuse' },
  wait: { ja: '調べなおす', en: 'Look again' },
  hold: { ja: '保留', en: 'Hold' },
};

/** What the desk calls what the customer chose. */
export const choiceWords: Readonly<Record<string, Words>> = {
  credit: { ja: '残高に反映', en: 'Credit to the balance' },
  return_to_source: { ja: '送り元へ返却', en: 'Return to the sender' },
  return_to_proven: { ja: '別のウォレットへ返却', en: 'Return to another wallet' },
  wait: { ja: '待つ', en: 'Wait' },
  compensate: { ja: '補償', en: 'Compensation' },
};
