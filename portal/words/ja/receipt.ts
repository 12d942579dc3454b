/** The statement of what was received, on screen and on paper. */
export const receipt = {
  title: 'お受け取りの明細書',
  lead: '{number}について、お受け取りいただいた内容です。',
  back: 'ご報告に戻る',
  pdf: 'PDFで保存',
  number: '受付番号',
  at: '完了した日時',
  way: 'お受け取りの方法',
  from: '見つかったアドレス',
  to: 'お届け先',
  hash: '取引の番号（{network}）',
  units: '最小単位',
  amounts: '金額',
  tax: 'この明細書は、税務の記録としてお使いいただけます。円などの金額は参考です。税金の計算に使う価格は、ご自身または税理士がお決めください。',
  not: 'このご報告には、まだ明細書がありません。',
} as const;
