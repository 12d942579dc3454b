import type { Words } from '../options/index.ts';
import type { ClaimState } from '../states.ts';

/**
 * Whose turn it is, for the eye: customer, house, something outside that has to happen, done, the
 * answer is no, held.
 */
export type Family = 'you' | 'us' | 'wait' | 'done' | 'stop' | 'hold';

/** Every state of a claim has one family, and says in a few words whose turn it is. */
export const claimFamilies: Readonly<Record<ClaimState, { family: Family } & Words>> = {
  looking: { family: 'us', ja: '当社が調べています', en: 'We are looking' },
  waiting: { family: 'wait', ja: '記録の確認を待っています', en: 'Waiting for the record' },
  held: { family: 'hold', ja: '手続きを止めて確認しています', en: 'On hold while we check' },
  reviewing: { family: 'us', ja: '担当者が対応中', en: 'We’re on it' },
  quoted: { family: 'you', ja: 'お客さまのご返事待ち', en: 'Your turn' },
  proving: { family: 'you', ja: 'お客さまのご返事待ち', en: 'Your turn' },
  planning: { family: 'us', ja: '当社が準備しています', en: 'We are preparing it' },
  approving: { family: 'us', ja: '担当者が対応中', en: 'We’re on it' },
  paying: { family: 'wait', ja: 'ネットワークの確定待ち', en: 'Waiting for the network' },
  stopped: { family: 'us', ja: '担当者が対応中', en: 'We’re on it' },
  kept: { family: 'wait', ja: 'できるようになるのを待っています', en: 'Kept until we can' },
  refused: { family: 'stop', ja: 'お返しできません', en: 'We can’t return it' },
  appealed: { family: 'us', ja: '別の担当者が見直し中', en: 'Another person is reviewing it' },
  returned: { family: 'done', ja: '完了', en: 'Done' },
  credited: { family: 'done', ja: '完了', en: 'Done' },
  compensated: { family: 'done', ja: '完了', en: 'Done' },
  withdrawn: { family: 'done', ja: '取り下げ済み', en: 'Withdrawn' },
};

/** The family of a claim, and its words in one language. */
export function familyOf(state: ClaimState, language: keyof Words) {
  const row = claimFamilies[state];
  return { family: row.family, label: row[language] };
}
