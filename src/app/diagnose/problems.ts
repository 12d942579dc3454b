import { networksProblems } from '../../networks/index.ts';
import type { Problem, Problems } from '../../std/index.ts';

export type DiagnoseProblem = keyof typeof own | keyof typeof networksProblems;

const own = {
  no_transaction: {
    lasts: 'final',
    ja: '取引IDが見つかりません。0x に続く英数字64文字か、それを含むリンクやメッセージを --tx に渡してください。',
    en: 'There is no transaction id in that. Give --tx 0x and 64 hex digits, or a link or message that holds them.',
  },
  many_transactions: {
    lasts: 'final',
    ja: '取引IDが{count}個あります。調べるものを1つだけ --tx に渡してください。',
    en: 'There are {count} transaction ids in that. Give --tx the one to look at.',
  },
  hash_truncated: {
    lasts: 'final',
    ja: '「{text}」は途中が欠けています。0x に続く英数字64文字をすべてコピーしてください。',
    en: '"{text}" is cut short or has digits too many. Copy all of 0x and 64 hex digits.',
  },
  secret_pasted: {
    lasts: 'final',
    ja: '秘密鍵のような文字({what})が含まれていたため、読み取りませんでした。そのウォレットの資産を、いますぐ新しいウォレットに移してください。',
    en: 'That held something like a private key ({what}), so it was not read. Move the funds of that wallet to a new one now.',
  },
  text_too_long: {
    lasts: 'final',
    ja: '文章が長すぎます({bytes} バイト)。{bytesMax} バイトまでにしてください。',
    en: 'That text is too long ({bytes} bytes). Give at most {bytesMax} bytes.',
  },
  facts_unreadable: {
    lasts: 'transient',
    ja: '--facts のファイル {path} を読めません({problem})。場所と権限を確かめてください。',
    en: 'The --facts file {path} cannot be read ({problem}). Check where it is and who may read it.',
  },
  facts_malformed: {
    lasts: 'final',
    ja: '--facts のファイルの {place} を読み取れません({problem})。docs/reference/cli-diagnose.md の形に直してください。',
    en: 'In the --facts file, {place} is not understood ({problem}). See docs/reference/cli-diagnose.md.',
  },
  option_missing: {
    lasts: 'final',
    ja: '{option} が必要です。',
    en: '{option} is needed.',
  },
  option_wrong: {
    lasts: 'final',
    ja: '指定を読み取れません: {problem}',
    en: 'That is not understood: {problem}',
  },
} as const satisfies Readonly<Record<string, Problem>>;

/** Everything that can be wrong with the input, with its sentence. */
export const diagnoseProblems: Problems<DiagnoseProblem> = { ...networksProblems, ...own };
