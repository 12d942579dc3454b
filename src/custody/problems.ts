import type { Problems } from '../std/index.ts';

/** Why custody did not do as asked. A refusal carries the signer's own code in `facts.code`. */
export type CustodyCode =
  | 'signer_unreachable'
  | 'signer_refused'
  | 'signer_refuses_now'
  | 'signer_answer_wrong';

/** Why an approval is nobody's. */
export type ApproverCode = 'approval_key_unknown' | 'approval_signature_wrong';

/** How each is told. */
export const custodyProblems: Problems<CustodyCode | ApproverCode> = {
  signer_unreachable: {
    lasts: 'transient',
    ja: '署名プログラムに接続できません。自動でやり直しますので、続く場合は稼働状況を確認してください。',
    en: 'The signer can not be reached. It is asked again by itself; if this lasts, see whether it runs.',
  },
  signer_refused: {
    lasts: 'final',
    ja: '署名プログラムが署名を断りました（理由コード {code}）。計画を作り直し、承認を取り直してください。',
    en: 'The signer refused to sign (reason {code}). Make a new plan and have it approved.',
  },
  signer_refuses_now: {
    lasts: 'transient',
    ja: '署名プログラムは今は署名しません（理由コード {code}）。時間をおいて自動でやり直します。',
    en: 'The signer does not sign for now (reason {code}). It is asked again later by itself.',
  },
  signer_answer_wrong: {
    lasts: 'final',
    ja: '署名プログラムの回答が承認された計画と一致しません（{part}）。送金せず、ただちに担当者が調べてください。',
    en: 'What the signer answered is not what was approved ({part}). Nothing was sent; look into it at once.',
  },
  approval_key_unknown: {
    lasts: 'final',
    ja: '承認に使われた鍵 {key} は署名方針に登録されていません。登録済みの鍵で承認してください。',
    en: 'The key {key} is not in the signing policy. Approve with a key that is.',
  },
  approval_signature_wrong: {
    lasts: 'final',
    ja: '鍵 {key} の署名がこの計画のものではありません。計画を開き直し、もう一度承認してください。',
    en: 'The signature by key {key} is not over this plan. Open the plan again and approve it anew.',
  },
};
