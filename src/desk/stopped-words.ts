import type { Stopped } from '../payments/index.ts';
import type { Words } from './what-words.ts';

/** Why a payment waits for a person, and what to look at. */
export const stoppedWords: Readonly<Record<Stopped['code'], Words>> = {
  no_longer_owed: {
    ja: '答えが変わったため、送る前に止めました。診断を確かめてください。',
    en: 'The answer has changed, so it was stopped before it left. Check the diagnosis.',
  },
  simulation_failed: {
    ja: '試算が計画どおりになりませんでした。トークンの状態を確かめてください。',
    en: 'The trial did not go as planned. Check the state of the token.',
  },
  signer_refused: {
    ja: '署名機が断りました。承認と署名の規程を確かめてください。',
    en: 'The signer refused. Check the approvals and its policy.',
  },
  transaction_failed: {
    ja: '取引がネットワークで失敗しました。原因を確かめてから再開してください。',
    en: 'The transaction failed on the network. Find out why before it goes on.',
  },
  moved_otherwise: {
    ja: '計画と違う動きがありました。取引の中身を確かめてください。',
    en: 'Something moved otherwise than planned. Look into the transaction.',
  },
  nonce_taken: {
    ja: 'ナンスがほかの取引に使われていました。送り元のアドレスを確かめてください。',
    en: 'The nonce went to another transaction. Check the sending address.',
  },
  broadcast_refused: {
    ja: 'ノードが取引を受け付けませんでした。ノードの応答を確かめてください。',
    en: 'The nodes did not take the transaction. Check what they answered.',
  },
  credit_refused: {
    ja: '取引所が残高への反映を断りました。取引所の記録を確かめてください。',
    en: 'The exchange refused the credit. Check its records.',
  },
  books_refused: {
    ja: '帳簿に記帳できませんでした。残高と仕訳を確かめてください。',
    en: 'It could not be booked. Check the balances and entries.',
  },
};
