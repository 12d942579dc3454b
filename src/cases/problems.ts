import type { Problems } from '../std/index.ts';
import type { HandOverProblem } from './hand-over.ts';

/** How refusals of this folder are told; `not_permitted` is told by `access`. */
export const casesProblems: Problems<Exclude<HandOverProblem, 'not_permitted'>> = {
  case_not_found: {
    lasts: 'final',
    ja: 'この受付番号は見つかりません。番号を確かめて、もう一度お試しください。',
    en: 'There is no case of this number. Please check the number and try again.',
  },
  case_closed: {
    lasts: 'final',
    ja: '{number} はすでに終わっています。続けるには、再開してください。',
    en: '{number} is closed. Reopen it to go on.',
  },
  case_changed: {
    lasts: 'transient',
    ja: '{number} は、ほかの人が先に更新しました。読み直してから、もう一度お試しください。',
    en: 'Somebody else has changed {number}. Load it again and retry.',
  },
  hand_over_incomplete: {
    lasts: 'final',
    ja: '引き継ぎには「したこと」「待っていること」「次にすること」の3つが必要です({field}、{max}文字まで)。',
    en: 'A hand-over says what was done, what is waited for, and what is next ({field}, up to {max} characters).',
  },
};
