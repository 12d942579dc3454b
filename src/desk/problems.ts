import type { Problems } from '../std/index.ts';

/** Why the desk's own acts on a case are refused, beside what `recovery` and `access` say. */
export type DeskCode =
  | 'case_is_closed'
  | 'colleague_unknown'
  | 'note_empty'
  | 'snooze_incomplete'
  | 'snooze_time_wrong';

/** How this folder says no. */
export const deskProblems: Problems<DeskCode> = {
  case_is_closed: {
    lasts: 'final',
    ja: 'この案件（{number}）はすでに終わっています。メモは残せます。',
    en: 'The case {number} is closed. A note can still be added.',
  },
  colleague_unknown: {
    lasts: 'final',
    ja: '引き継ぐ相手が見つからないか、案件を担当できません。ほかの人を選んでください。',
    en: 'There is no such colleague, or they cannot take cases. Please choose somebody else.',
  },
  note_empty: {
    lasts: 'final',
    ja: 'メモが空です。内容を書いて、もう一度お試しください。',
    en: 'The note is empty. Please write something and try again.',
  },
  snooze_incomplete: {
    lasts: 'final',
    ja: '何を待つのかを書いてください（{max}文字まで）。',
    en: 'Please say what is waited for (up to {max} characters).',
  },
  snooze_time_wrong: {
    lasts: 'final',
    ja: 'これから{days}日以内の日時を選んでください。',
    en: 'Please choose a time within the next {days} days.',
  },
};
