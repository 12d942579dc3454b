import type { RefusalCode } from '../../signer/intent/index.ts';

/** What the desk is told when the signer refuses, by the signer's code. `{name}` is from `facts`. */
export const refusalsInWords: Readonly<
  Record<RefusalCode, { readonly ja: string; readonly en: string }>
> = {
  route_unknown: {
    ja: '署名プログラムが要求を理解できません。双方の版をそろえてください。',
    en: 'The signer does not know this request. Bring both programs to the same version.',
  },
  body_too_large: {
    ja: '要求が大きすぎます。一度に承認する件数を減らしてください。',
    en: 'The request is too large. Approve fewer cases together.',
  },
  body_malformed: {
    ja: '要求が壊れています。もう一度実行し、続く場合は担当の技術者に知らせてください。',
    en: 'The request is damaged. Try again, and tell an engineer if it lasts.',
  },
  request_malformed: {
    ja: '要求の項目「{field}」が正しくありません。担当の技術者に知らせてください。',
    en: "The request's part '{field}' is not in order. Tell an engineer.",
  },
  plan_malformed: {
    ja: '計画の項目「{field}」が正しくありません。計画を作り直してください。',
    en: "The plan's part '{field}' is not in order. Make the plan anew.",
  },
  plan_inconsistent: {
    ja: '計画の内容に矛盾があります（{fault}、行 {line}）。計画を作り直してください。',
    en: 'The plan contradicts itself ({fault}, line {line}). Make it anew.',
  },
  plan_expired: {
    ja: '計画の期限（{expiresAt}）が過ぎました。計画を作り直し、承認を取り直してください。',
    en: 'The plan expired at {expiresAt}. Make it anew and have it approved again.',
  },
  plan_too_far_ahead: {
    ja: '計画の期限が先すぎます。{days} 日以内の期限で作り直してください。',
    en: 'The plan would hold for too long. Make one that expires within {days} days.',
  },
  plan_changed: {
    ja: '同じ番号の計画が、別の内容ですでに署名されています。新しい計画として作り直してください。',
    en: 'A plan of this id was signed with other contents. Make a new plan.',
  },
  plan_released: {
    ja: 'この計画は失敗として打ち切られています。新しい計画を使ってください。',
    en: 'This plan was given up as failed. Use the new one.',
  },
  line_unknown: {
    ja: '計画に行 {line} はありません。担当の技術者に知らせてください。',
    en: 'The plan has no line {line}. Tell an engineer.',
  },
  line_too_early: {
    ja: '返却（行 {after}）がまだ署名されていません。返却の後に自動で進みます。',
    en: 'The return (line {after}) is not signed yet. This goes on by itself after it.',
  },
  line_already_signed: {
    ja: 'この行はすでにノンス {nonce} で署名されています（{hash}）。その取引を追跡してください。',
    en: 'This line was signed at nonce {nonce} ({hash}). Follow that transaction.',
  },
  cluster_without_plan: {
    ja: 'まとめて承認された計画の中に、この計画がありません。承認を取り直してください。',
    en: 'The plan is not among those approved together. Have it approved.',
  },
  approvals_missing: {
    ja: '有効な承認が {needed} 人分必要ですが、{counted} 人分です（数えられない承認：{uncounted}）。承認を追加してください。',
    en: '{needed} people must approve, {counted} have (not counted: {uncounted}). Have more people approve.',
  },
  sender_not_of_key: {
    ja: '送金元は鍵 {key} のアドレスではありません。アドレスの登録を確認してください。',
    en: 'The sender is not the address of key {key}. Check how the address is registered.',
  },
  purpose_refused: {
    ja: '署名方針では、この鍵をこの目的（{purpose}）に使えません。方針の担当者に相談してください。',
    en: 'The signing policy does not allow this key for this purpose ({purpose}). Ask its keepers.',
  },
  destination_refused: {
    ja: '移動先 {recipient} は、署名方針に登録された当社アドレスではありません。',
    en: "{recipient} is not one of the exchange's own addresses in the signing policy.",
  },
  amount_above_limit: {
    ja: '1 件あたりの上限（{limit} 単位）を超えています。方針の担当者に相談してください。',
    en: 'The amount is above the limit of {limit} units a transaction. Ask the keepers of the policy.',
  },
  gas_above_limit: {
    ja: 'ガス代の補充が上限（{limit} wei）を超えています。計画を作り直してください。',
    en: 'The gas is above the limit of {limit} wei. Make the plan anew.',
  },
  plan_fee_above_limit: {
    ja: '計画の手数料の合計が上限（{limit} wei）を超えています。手数料が下がってから作り直してください。',
    en: "The plan's fees are above the limit of {limit} wei. Make it anew once gas costs less.",
  },
  day_limit_reached: {
    ja: '{asset} の 24 時間の上限（{limit} 単位）に達しました。枠が空くと自動で進みます。',
    en: 'The limit of {limit} units of {asset} in 24 hours is reached. This goes on by itself later.',
  },
  fees_malformed: {
    ja: '手数料の項目「{field}」が正しくありません。担当の技術者に知らせてください。',
    en: "The fees' part '{field}' makes no sense. Tell an engineer.",
  },
  fee_above_cap: {
    ja: '手数料 {fee} wei が承認された上限 {cap} wei を超えています。下がるのを待つか、計画を作り直してください。',
    en: 'A fee of {fee} wei is above the approved {cap} wei. Wait until it falls, or make a new plan.',
  },
  attempts_exhausted: {
    ja: '手数料の引き上げが {limit} 回に達しました。取引が進まない理由を調べてください。',
    en: 'The fee was raised {limit} times. Find out what else holds the transaction up.',
  },
  nonce_taken: {
    ja: 'ノンス {nonce} は別の取引に使われています（最大 {highest}）。その次の番号を使ってください。',
    en: 'Nonce {nonce} serves another transaction (highest so far {highest}). Take a later one.',
  },
  transfer_already_paid: {
    ja: 'この送金は計画 {plan} ですでに支払われています。二重払いのため署名しません。',
    en: 'This transfer was paid by plan {plan}. It is not paid twice.',
  },
  audit_head_older: {
    ja: '監査記録の {sequence} 番より新しい {newest} 番がすでに証明されています。記録が巻き戻されていないか調べてください。',
    en: 'Audit entry {newest} was vouched for, and {sequence} is older. See whether the record was set back.',
  },
  audit_head_conflicts: {
    ja: '監査記録の {sequence} 番は別の内容で証明されています。記録が書き換えられていないか調べてください。',
    en: 'Audit entry {sequence} was vouched for with other contents. See whether the record was rewritten.',
  },
  store_failed: {
    ja: '署名プログラムが記録を書き込めません。ディスクを確認し、署名プログラムを再起動してください。',
    en: 'The signer can not write its record. Check its disk and start it again.',
  },
};
