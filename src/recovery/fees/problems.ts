import type { Problems } from '../../std/index.ts';
import type { FeeProblem } from './quote-fee.ts';

/** Why a fee could not be stated. Told to staff; a customer is told that a person looks at it. */
export const feeProblems: Problems<FeeProblem | 'fee_schedule_malformed'> = {
  fee_rule_missing: {
    lasts: 'final',
    ja: '費用表「{schedule}」に「{code}」の行がありません。費用表に行を追加してください。',
    en: "The fee schedule '{schedule}' has no row for {code}. Add one to the schedule.",
  },
  fee_rate_missing: {
    lasts: 'transient',
    ja: '{from} から {to} への換算レートがないため、費用を計算できません。レートの取得元を確認してください。',
    en: 'There is no rate from {from} to {to}, so the fee cannot be worked out. Check the source of rates.',
  },
  fee_base_missing: {
    lasts: 'transient',
    ja: '費用のもとになる値({what})がわからないため、費用を計算できません。',
    en: 'The figure that the fee is based on ({what}) is not known, so the fee cannot be worked out.',
  },
  fee_schedule_malformed: {
    lasts: 'final',
    ja: '費用表のファイルを読めません({place}: {problem})。この場所を直してください。',
    en: 'The fee schedule file cannot be read ({place}: {problem}). Correct that place.',
  },
};
