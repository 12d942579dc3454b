/** What scripts say. They are sent to the phone: short, and with plain `{name}` only. */
export const script = {
  renewed: '画面が新しくなりました。{title}',
  stale: '接続が切れています。{time}時点の内容です',
  staleAct: '接続が戻るまで、このボタンは押せません。ご報告はそのまま保存されています。',
  reconnect: 'つなぎ直す',
  fresh: '接続が戻りました。いまの内容です。',
  signedOut:
    'ログインの有効時間が過ぎました。{time}時点の内容です。入力中の文章は、ログインしたあとも残ります。',
  signIn: 'ログインし直す',
  offlineSubmit:
    'いまインターネットにつながっていません。入力した内容は残っています。つながったら、もう一度押してください。',
  sending: '送信中…',
  pasteFailed: '貼り付けられませんでした。入力欄を長押しして貼り付けてください。',
  saved: '{time}に保存しました',
  notSaved: 'まだ保存できていません。つながりしだい保存します。',
  walletSign: '{wallet}で署名する',
  walletAny: 'ウォレット',
  walletAsking: 'ウォレットの画面をお確かめください。署名だけで、送金はしません。',
  walletOther:
    'ウォレットで選ばれているのは{chosen}です。{wanted}に切り替えて、もう一度押してください。',
  walletDeclined: '署名を取りやめました。何も送られていません。',
  walletFailed:
    'ウォレットから署名を受け取れませんでした。もう一度押すか、下の別の方法をお使いください。',
  walletNone:
    'このブラウザーにはウォレットがありません。ウォレットのアプリの中のブラウザーでこのページを開くと、ボタンひとつで署名できます。',
  walletOpen: 'MetaMaskのアプリで開く',
  walletCopyLink: 'このページのリンクをコピー',
} as const;
