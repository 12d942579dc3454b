import type { ChangeCode } from './reason.ts';
import type { Words } from './sentences.ts';

/** What would change the answer: for the desk, and for a customer who asks. */
export const changeSentences: Readonly<Record<ChangeCode, Words>> = {
  nothing: {
    ja: 'いまわかっている記録では、結果は変わりません。',
    en: 'On the record as we know it, the result does not change.',
  },
  more_confirmations: {
    ja: '確認が {needed} に達すると答えが出ます(いま {confirmations})。',
    en: 'The answer comes once there are {needed} confirmations (now {confirmations}).',
  },
  transaction_appears: {
    ja: 'いずれかのネットワークにこの取引が現れると、結果が変わることがあります。',
    en: 'The result may change once the transaction appears on one of the networks.',
  },
  node_answers: {
    ja: '応答のないノード({what})が答えると、結果が変わることがあります。',
    en: 'The result may change once the nodes that gave no answer ({what}) do.',
  },
  fact_is_read: {
    ja: '読み取れなかった記録({what})を読み取れると、結果が変わることがあります。',
    en: 'The result may change once what could not be read ({what}) has been.',
  },
  sent_again: {
    ja: '送り元があらためて送金すると、その送金を調べられます。',
    en: 'If the sender sends it again, that transfer can be looked at.',
  },
  replacement_pays_us: {
    ja: '置き換えた取引({hash})が当社のアドレスに届いていれば、結果が変わることがあります。',
    en: 'The result may change if the transaction that replaced it ({hash}) pays an address of ours.',
  },
  mined_again: {
    ja: 'この取引がもう一度ブロックに記録されると、結果が変わることがあります。',
    en: 'The result may change if the transaction is recorded in a block again.',
  },
  more_of_the_same_asset: {
    ja: '同じ暗号資産があと {missing} {symbol} 届き、最低入金額に達すると、結果が変わることがあります。',
    en: 'The result may change if {missing} {symbol} more arrive and the smallest deposit is reached.',
  },
  key_rederived: {
    ja: '当社が{network}でもこのアドレスから送金できると確認できれば、お返しできる見込みです。',
    en: 'We expect to be able to return it once it is shown that our key makes the same address on {network}.',
  },
  control_shown: {
    ja: '当社が{network}でもこのアドレスから送金できると確認できれば、お返しできる見込みです。',
    en: 'We expect to be able to return it once it is shown that we can send from this address on {network}.',
  },
  contract_deployable: {
    ja: '当社が{network}でもこのアドレスから送る準備ができると確認できれば、お返しできる見込みです。',
    en: 'We expect to be able to return it once it is shown that the same contract can be put on {network}.',
  },
  network_listed: {
    ja: '当社が {network} での入金に対応すると、結果が変わることがあります。',
    en: 'The result may change if we begin to take deposits by {network}.',
  },
  asset_listed: {
    ja: '当社が {network} でこの資産を取り扱うようになると、結果が変わることがあります。',
    en: 'The result may change if we begin to take this asset by {network}.',
  },
  credit_found: {
    ja: '帳簿にこの送金の記帳が見つかると、結果が変わることがあります。',
    en: 'The result may change if the books turn out to hold a credit for this transfer.',
  },
  credit_reversed: {
    ja: '記帳({reference})が取り消されると、結果が変わることがあります。',
    en: 'The result may change if the credit ({reference}) is reversed.',
  },
  hold_lifted: {
    ja: '確認が終わり、停止が解かれると、結果が変わることがあります。',
    en: 'The result may change once the checks are over and the hold is lifted.',
  },
  deposits_resume: {
    ja: '入金の受け付けが再開すると、残高に入れられるようになります。',
    en: 'It can be credited once deposits resume.',
  },
  sender_proven: {
    ja: '送り元のアドレス({address})がご本人のウォレットと確かめられると、結果が変わることがあります。',
    en: 'The result may change once the sending address ({address}) is shown to be your own wallet.',
  },
  owner_consents: {
    ja: '送り先のアドレスをお持ちの方が同意すると、結果が変わることがあります。',
    en: 'The result may change if the customer to whom the address belongs consents.',
  },
  issuer_reissues: {
    ja: '発行元が再発行に応じると、結果が変わることがあります。',
    en: 'The result may change if the issuer agrees to issue it again.',
  },
  issuer_swaps: {
    ja: '発行元が旧トークンの交換に応じると、残高に入れられることがあります。',
    en: 'It may become creditable if the issuer swaps the old token for the new one.',
  },
  contract_owner_returns: {
    ja: 'その送り先（コントラクト）の運営者が返却に応じると、結果が変わることがあります。',
    en: 'The result may change if those who run the contract send it back.',
  },
  address_registered: {
    ja: 'このアドレスが当社のものという記録が見つかると、結果が変わることがあります。',
    en: 'The result may change if a record shows that the address is ours.',
  },
  token_listed_as_genuine: {
    ja: 'このトークンが本物という登録が加わると、結果が変わることがあります。',
    en: 'The result may change if the token is listed as genuine.',
  },
  programme_covers: {
    ja: '補償の制度の対象になると、結果が変わることがあります。',
    en: 'The result may change if a compensation programme covers it.',
  },
  person_looks: {
    ja: '担当者の確認で結果が変わることがあります。',
    en: 'The result may change once a person has looked.',
  },
};
