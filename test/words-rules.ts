/** A Japanese text and where it stands. */
export interface Saying {
  readonly where: string;
  readonly text: string;
}

/** Something that no Japanese text may do. */
export interface Rule {
  readonly breaks: (text: string) => boolean;
  readonly why: string;
}

function never(pattern: RegExp, why: string): Rule {
  return { breaks: (text) => pattern.test(text), why };
}

/** A sentence that leaves the reader waiting must say until when. */
function onlyWithDate(pattern: RegExp, why: string): Rule {
  return {
    breaks: (text) =>
      text
        .split('。')
        .some((sentence) => pattern.test(sentence) && !/[{$]|\d|[月日時分]/.test(sentence)),
    why,
  };
}

/** Blame, distance, and promises that nothing has shown. */
export const toneRules: readonly Rule[] = [
  never(/自己責任/, 'blames'),
  never(/お客(?:様|さま)の(?:過失|ミス|不注意)/, 'blames'),
  never(/誤送金(?:された|してしまった|した)/, 'blames: say what arrived where'),
  never(/いかなる|一切(?:応じ|責任|負)/, 'shuts the door: say what can be done'),
  never(/可及的|何卒|幸いです|ご確認のほど|となっております/, 'decoration: say it plainly'),
  never(/弊社/, 'write 当社'),
  never(/お客様/, 'write お客さま'),
  never(/必ず戻|絶対|すぐに解決/, 'promises what is not shown'),
  never(/(?<!を|に)保証(?:します|いたします|されています)/, 'promises what is not shown'),
  never(/(?:^|。)ご安心ください/, 'say the fact in the same sentence'),
  onlyWithDate(/順次/, 'say when'),
  onlyWithDate(/しばらくお待ち/, 'say until when'),
  {
    breaks: (text) => (text.match(/させていただ[きくい]/g) ?? []).length > 1,
    why: 'once a message is enough',
  },
];

const japanese = '\\u3040-\\u30ff\\u3400-\\u9fff々〆';

/** How Japanese is set: the renderer makes the space between scripts, and parentheses are full. */
export const spacingRules: readonly Rule[] = [
  never(
    // A name before a value (`受付番号 {number}`) keeps its space: they are two things.
    new RegExp(`[${japanese}] [A-Za-z0-9]|[A-Za-z0-9%}] [${japanese}]`),
    'type no space between Japanese and Latin; U+00A0 between number and unit',
  ),
  never(new RegExp(`[${japanese}]\\(|\\)[${japanese}]`), 'write （ ） in Japanese'),
  never(new RegExp(`[${japanese}][!?]`), 'write ！ and ？ full, or better neither'),
  never(/[０-９Ａ-Ｚａ-ｚ]/, 'numerals and letters are half-width'),
];
