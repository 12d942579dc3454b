/** Pages that can't be shown, with what is safe and what to do. */
export const trouble = {
  broken: 'こちらの不具合で、いま表示できません',
  brokenLead:
    'お受けしたご報告と資産の手続きは、そのまま進んでいます。もう一度お開きください。直らないときは、次の番号を担当者にお知らせください。',
  reference: 'お問い合わせ用の番号',
  away: 'いま、画面を表示できません',
  awayLead:
    'お受けしたご報告は保存されています。数分たってから、もう一度お開きください。お急ぎのときは、お電話でも承ります。',
  busy: 'ただいま混み合っています',
  busyLead:
    '短い時間に多くの操作がありました。{seconds}秒ほどたってから、もう一度お開きください。ご報告はそのままです。',
  signedOutKept: '入力していた文章は残してあります。ログインのあと、続きから始められます。',
} as const;
