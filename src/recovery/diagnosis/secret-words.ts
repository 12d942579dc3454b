/** Labels that people write beside a secret, in the four languages the desk is written to in. */
export const keyWords =
  /private[ _-]?key|priv[ _-]?key|secret[ _-]?key|signing[ _-]?key|秘密鍵|秘密キー|プライベート・?キー|シークレット・?キー|私[钥鑰匙]|密[钥鑰]|私密金[钥鑰]|개인 ?키|비밀 ?키|프라이빗 ?키/giu;

/** Labels that say that what follows is a transaction id after all. */
export const transactionWords =
  /tx ?(id|hash)?\b|transaction|取引|トランザクション|送金|ハッシュ|交易|哈希|거래|해시|\bhash\b|\/tx\//giu;

export const phraseWords =
  /seed|mnemonic|(recovery|backup|secret) (phrase|words)|シード|ニーモニック|(リカバリー?|復元|バックアップ)・?フレーズ|助[记記][词詞]|니모닉|시드|복구 ?구문/giu;

export const passwordLabel =
  /(?:pass(?:word|code|phrase)|パスワード|パスフレーズ|暗証番号|密[码碼]|비밀번호)[ \t]{0,4}(?:is\b|[:=は])[ \t]{0,4}(\S{4,128})/giu;

export const codeLabel =
  /(?:認証コード|確認コード|ワンタイムパスワード|二段階認証|verification code|security code|one[- ]time (?:code|password)|\b(?:otp|2fa|mfa)\b|[验驗][证證][码碼]|인증 ?(?:번호|코드))[^\d\n]{0,16}(\d{3}[ -]?\d{3,5})(?!\d)/giu;

export const myNumberLabel =
  /(?:マイ ?ナンバー|個人番号|my ?number)[^\d\n]{0,16}(\d{4}[ -]?\d{4}[ -]?\d{4})(?!\d)/giu;
