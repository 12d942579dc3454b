/** Pages that say what is the matter. */
export const problem = {
  home: 'はじめの画面へ',
  again: 'もう一度開く',
  missing: 'このページは見つかりません',
  missingLead:
    '受付番号が違うか、ページが移った可能性があります。ご報告は、はじめの画面から開けます。',
  notFromHere: '送信を受け付けませんでした',
  notFromHereLead:
    '当社の画面から送られたものか、確かめられなかったためです。何も変わっていません。画面を開き直して、もう一度お送りください。',
  tooLong: '長すぎて受け取れませんでした',
  tooLongLead: '取引の番号やリンクなど、手がかりになる部分だけを貼り付けてください。',
  refused: 'いまは進められません',
} as const;
