import type { ChangeCode } from './reason.ts';
import type { Words } from './sentences.ts';

/** What would change the answer: for the desk, and for a customer who asks. */
export const changeSentences: Readonly<Record<ChangeCode, Words>> = {
  nothing: { ja: 'この答えが変わることはありません。', en: 'Nothing would change this answer.' },
  more_confirmations: {
    ja: '確認が {needed} に達すると答えが出ます(いま {confirmations})。',
    en: 'The answer comes once there are {needed} confirmations (now {confirmations}).',
  },
  transaction_appears: {
    ja: 'いずれかのネットワークにこの取引が現れると、答えが変わります。',
    en: 'The answer changes once the transaction appears on one of the networks.',
  },
  node_answers: {
    ja: '応答のないノード({what})が答えると、答えが変わることがあります。',
    en: 'The answer may change once the nodes that gave no answer ({what}) do.',
  },
  fact_is_read: {
    ja: '読み取れなかった記録({what})を読み取れると、答えが変わることがあります。',
    en: 'The answer may change once what could not be read ({what}) has been.',
  },
  sent_again: {
    ja: '送り元があらためて送金すると、その送金を調べられます。',
    en: 'If the sender sends it again, that transfer can be looked at.',
  },
  replacement_pays_us: {
    ja: '置き換えた取引({hash})が当社のアドレスに届いていれば、答えが変わります。',
    en: 'The answer changes if the transaction that replaced it ({hash}) pays an address of ours.',
  },
  mined_again: {
    ja: 'この取引がもう一度ブロックに記録されると、答えが変わります。',
    en: 'The answer changes if the transaction is recorded in a block again.',
  },
  more_of_the_same_asset: {
    ja: '同じ暗号資産があと {missing} {symbol} 届き、最低入金額に達すると、答えが変わります。',
    en: 'The answer changes if {missing} {symbol} more arrive and the smallest deposit is reached.',
  },
  key_rederived: {
    ja: '{network} で同じアドレスの鍵を当社が持っていると確かめられると、お返しできるようになります。',
    en: 'It can be returned once the key is shown to make the same address on {network}.',
  },
  control_shown: {
    ja: '{network} でこのアドレスから送れることを確かめられると、お返しできるようになります。',
    en: 'It can be returned once it is shown that we can send from this address on {network}.',
  },
  contract_deployable: {
    ja: '{network} に同じコントラクトを置けると確かめられると、お返しできるようになります。',
    en: 'It can be returned once it is shown that the same contract can be put on {network}.',
  },
  network_listed: {
    ja: '当社が {network} での入金に対応すると、答えが変わります。',
    en: 'The answer changes if we begin to take deposits by {network}.',
  },
  asset_listed: {
    ja: '当社が {network} でこの資産を取り扱うようになると、答えが変わります。',
    en: 'The answer changes if we begin to take this asset by {network}.',
  },
  credit_found: {
    ja: '帳簿にこの送金の記帳が見つかると、答えが変わります。',
    en: 'The answer changes if the books turn out to hold a credit for this transfer.',
  },
  credit_reversed: {
    ja: '記帳({reference})が取り消されると、答えが変わります。',
    en: 'The answer changes if the credit ({reference}) is reversed.',
  },
  hold_lifted: {
    ja: '確認が終わり、停止が解かれると、答えが変わります。',
    en: 'The answer changes once the checks are over and the hold is lifted.',
  },
  deposits_resume: {
    ja: '入金の受け付けが再開すると、残高に入れられるようになります。',
    en: 'It can be credited once deposits resume.',
  },
  sender_proven: {
    ja: '送り元のアドレス({address})がご本人のウォレットと確かめられると、答えが変わります。',
    en: 'The answer changes once the sending address ({address}) is shown to be your own wallet.',
  },
  owner_consents: {
    ja: '送り先のアドレスをお持ちの方が同意すると、答えが変わります。',
    en: 'The answer changes if the customer to whom the address belongs consents.',
  },
  issuer_reissues: {
    ja: '発行元が再発行に応じると、答えが変わります。',
    en: 'The answer changes if the issuer agrees to issue it again.',
  },
  issuer_swaps: {
    ja: '発行元が旧トークンの交換に応じると、残高に入れられることがあります。',
    en: 'It may become creditable if the issuer swaps the old token for the new one.',
  },
  contract_owner_returns: {
    ja: 'そのコントラクトの運営者が返還に応じると、答えが変わります。',
    en: 'The answer changes if those who run the contract send it back.',
  },
  address_registered: {
    ja: 'このアドレスが当社のものという記録が見つかると、答えが変わります。',
    en: 'The answer changes if a record shows that the address is ours.',
  },
  token_listed_as_genuine: {
    ja: 'このトークンが本物という登録が加わると、答えが変わります。',
    en: 'The answer changes if the token is listed as genuine.',
  },
  programme_covers: {
    ja: '補償の制度の対象になると、答えが変わります。',
    en: 'The answer changes if a compensation programme covers it.',
  },
  person_looks: {
    ja: '担当者の確認で答えが変わることがあります。',
    en: 'The answer may change once a person has looked.',
  },
};
