/** What stands on every page of a claim. */
export const claim = {
  back: 'ご報告の一覧',
  number: '受付番号',
  follows: 'この画面は自動で新しくなります。閉じても、手続きは続きます。',
  where: 'いま、どこにあるか',
  why: 'なぜ、残高に出ないのか',
  evidence: '根拠をくわしく見る',
  transactionOn: '取引の番号（{network}）',
  arrivedAt: '届いた時刻',
  depth: '確定の度合い',
  nodes: '調べ方',
  nodesText:
    '{count, plural, =1 {ノード1つに問い合わせました} other {別々の{count}つのノードに問い合わせ、同じ答えを得ました}}',
  from: '送り元のアドレス',
  to: '届いたアドレス',
  terms: '適用する規定',
  flow: 'このあとの流れ',
  flowNote:
    '進むたびに、この画面と取引所のお知らせでお伝えします。お問い合わせいただかなくても届きます。',
  demoDesk: 'デモ：つぎは担当者2名の番です。担当者の画面を開いて、承認してください。',
  demoDeskAct: '担当者の画面を開く',
  depthText: 'ブロック{block, number}、確認数{confirmations, number}（{needed, number}で確定）',
} as const;
