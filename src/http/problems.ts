import type { Problems } from '../std/index.ts';

/** What can be wrong with a request whatever it asks for. */
export const httpProblems = {
  route_not_found: {
    lasts: 'final',
    ja: 'このページは見つかりません。アドレスをお確かめください。',
    en: 'There is no such page. Please check the address.',
  },
  request_malformed: {
    lasts: 'final',
    ja: '「{field}」の内容を読み取れませんでした。書き方をお確かめください。',
    en: 'The field ‘{field}’ could not be read. Please check how it is written.',
  },
  body_malformed: {
    lasts: 'final',
    ja: '送られた内容を読み取れませんでした。JSON 形式でお送りください。',
    en: 'What was sent could not be read. Please send JSON.',
  },
  body_not_json: {
    lasts: 'final',
    ja: '送られた内容の形式がちがいます。Content-Type を application/json にしてお送りください。',
    en: 'What was sent is of another type. Please send it as application/json.',
  },
  body_too_large: {
    lasts: 'final',
    ja: '送られた内容が大きすぎます（上限 {max} バイト）。短くしてお送りください。',
    en: 'What was sent is too large (at most {max} bytes). Please send less.',
  },
  idempotency_key_malformed: {
    lasts: 'final',
    ja: 'Idempotency-Key は、空白を含まない半角200文字までです。別のキーでお送りください。',
    en: 'An Idempotency-Key is up to 200 visible ASCII characters. Please send another key.',
  },
  idempotency_key_reused: {
    lasts: 'final',
    ja: 'この Idempotency-Key は、別の内容にすでに使われています。新しいキーでお送りください。',
    en: 'This Idempotency-Key was used for something else. Please send a new key.',
  },
  still_in_progress: {
    lasts: 'transient',
    ja: '同じご依頼を処理しています。少し待って、もう一度お送りください。',
    en: 'The same request is still being handled. Please wait a moment and send it again.',
  },
  too_many_requests: {
    lasts: 'transient',
    ja: '短い時間に多くのご依頼がありました。{seconds} 秒ほど待って、もう一度お試しください。',
    en: 'There were too many requests. Please try again in {seconds} seconds.',
  },
  internal_error: {
    lasts: 'transient',
    ja: '当社側で問題が起きました。受け付けた内容は失われていません。少し待って、もう一度お試しください（番号 {request}）。',
    en: 'Something went wrong on our side. Nothing that you sent is lost. Please try again in a moment (number {request}).',
  },
} as const satisfies Problems;
