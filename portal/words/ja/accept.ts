/** Taking one of the ways: everything once more, and the exchange asks who it is. */
export const accept = {
  title: 'この内容でよろしいですか',
  titleWait: '待つことになさいますか',
  lead: '進めると、当社の2名が別々に確認します。承認が済むまでは、ご自分で取り消せます。',
  howMany: '届く額',
  whereTo: 'どこへ',
  toBalance: 'お客さまの口座の残高',
  network: 'ネットワーク',
  fee: '手数料',
  when: '届く日の目安',
  factor: '押すと、ご本人の操作か取引所が確かめることがあります。終わると、この画面に戻ります。',
  factorDone: 'ご本人の確認が済みました。もう一度、下のボタンを押してください。',
  act_credit: '{amount}を残高に入れてもらう',
  act_return: '{amount}の返却を依頼する',
  act_wait: '待つことにする',
  back: '選び直す',
  addressTitle: 'どのウォレットにお返ししますか',
  addressLead:
    'お客さまご自身のウォレットのアドレスを貼りつけてください。取引所のアドレスには、届かないことがあるためお返しできません。',
  address: '返却先のアドレス',
  addressHint: '0xではじまる42文字です。{network}で受け取れるウォレットをお選びください。',
  addressMissing: '返却先のアドレスを貼りつけてください。',
  addressNext: '内容の確認へ進む',
  proofNext: 'このあと、ご本人のウォレットかどうかを確かめます（約3分）。',
  notSource: '送り元とはちがうウォレットです。このあと、ご本人のウォレットかどうかを確かめます。',
  addressSecret:
    '秘密鍵やリカバリーフレーズのような文字だったため、消しました。そのウォレットの資産を、いますぐ新しいウォレットに移してください。ここには、0xではじまる42文字のアドレスだけを貼りつけてください。',
  addressShape:
    'アドレスは0xではじまる42文字です。ウォレットの「受け取る」の画面から、そのまま貼りつけてください。',
  addressLength: 'アドレスは0xをふくめて42文字です。いま{count}文字あります。',
  what: '方法',
} as const;
