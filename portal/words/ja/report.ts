/** Reporting a deposit that did not arrive. */
export const report = {
  title: '届いていない入金を探します',
  lead: 'わかることだけで大丈夫です。ブロックチェーンの記録は、当社で調べます。',
  step: '{total}つのうち{now}つ目',
  seen: 'これではありませんか',
  seenAt: '{when}に届いています。残高にはまだ入っていません。',
  seenAct: 'この{amount}について見る',
  seenNot: 'ほかの入金のときは、下に続けてください。',
  clue: '送金の記録を貼りつけてください',
  clueHint: '取引の番号（取引ID、TXID）、リンク、送金完了メールの全文。どれでもかまいません。',
  warning:
    '秘密鍵、リカバリーフレーズ、パスワード、認証コードは書かないでください。当社がお聞きすることはありません。',
  go: '調べる',
  free: '調べるのに費用はかかりません。',
  noRecord: '記録が手元にない',
  where: '取引の番号の見つけ方',
  whereExchange:
    'ほかの取引所から送ったとき：出金の履歴でその送金を開くと、「取引ID」「TXID」「Hash」などの名前で出ています。',
  whereWallet:
    'ウォレットから送ったとき：履歴でその送金を開き、「エクスプローラーで見る」を押した先のリンクを、そのまま貼りつけてください。',
  whereOther:
    'ほかの人に送ってもらったとき：送った方に「取引ID（TXID）を教えてください」とお伝えください。',
  clueMissing: '手がかりをひとつ貼りつけるか、「記録が手元にない」にお進みください。',
  saved: '書いた内容は、この窓口に下書きとして残ります。',

  hintsTitle: 'おぼえていることを教えてください',
  hintsLead: 'すべて、わかるものだけで大丈夫です。お客さまの入金アドレスの記録と照らし合わせます。',
  hintsNotFound:
    '貼りつけていただいた内容から、取引の番号は見つかりませんでした。内容は残してあります。',
  when: 'いつごろ送りましたか',
  whenToday: '今日',
  whenYesterday: 'きのう',
  whenWeek: '1週間以内',
  whenMonth: '1か月以内',
  whenEarlier: 'もっと前',
  unknown: 'わからない',
  asset: '何を送りましたか',
  assetHint: '暗号資産の名前。例：WBTC',
  amount: 'いくらくらいですか',
  amountHint: 'だいたいの数で大丈夫です。例：5',
  from: 'どこから送りましたか',
  fromExchange: 'ほかの取引所',
  fromWallet: '自分のウォレット',
  fromPerson: 'ほかの人',
  address: '送り先にしたアドレス',
  addressHint: 'わかるときだけ。0xではじまる42文字です',
  note: 'ひとこと',
  noteHint: 'ほかに気づいたことがあれば',
  optional: '任意',
  next: '次へ',

  checkTitle: '内容をお確かめください',
  checkLead: 'この内容で当社が調べます。調べるだけで、資産が動くことはありません。',
  checkClue: '貼りつけた内容',
  checkFound: '読み取れた手がかり',
  change: '変更',
  changeOf: '変更：{what}',
  submit: 'この内容で調べてもらう',
  submitMore: '押すと受付番号をお渡しします。ふつう1分以内に、お返事できるかどうかがわかります。',
  nothing: 'まだ何も書かれていません。手がかりをひとつ、お知らせください。',

  pieceHash: '取引の番号',
  pieceAddress: 'アドレス',
  pieceLink: 'リンク',
  pieceAmount: '数量',
  pieceDate: '日付',
  sealedTitle: '秘密の文字が含まれていたため、取り除きました',
  sealed:
    '秘密鍵やリカバリーフレーズのような文字が含まれていたため、その部分は保存していません。そのウォレットの資産を、いますぐ新しいウォレットに移してください。',
  secretMarker: '（秘密の文字のため、取り除きました）',

  expired:
    'ログインの期限が切れました。入力した内容はこの画面に残っています。下のリンクからログインしたあと、この画面に戻り、もう一度押してください。',
  expiredAct: '新しい画面でログインする',
  unsent:
    '送れませんでした。入力した内容はこの画面に残っています。少し待って、もう一度押してください。',
} as const;
