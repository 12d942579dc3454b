import type { DescribedClaim } from '../describe-claim.ts';
import type { Option } from '../options/index.ts';
import { amountOf, type Told, thingOf } from './values.ts';

/** The first sentence of a claim's page, which answers, and what stands right below it. */
export interface Headline {
  readonly headline: string;
  readonly lead: string;
}

type Both = Readonly<Record<Told, readonly [headline: string, lead: string]>>;

/**
 * What the customer reads first. Of the result it claims what the diagnosis has shown, at one of three
 * levels: expected, being looked into, not possible.
 */
export function headlineOf(described: DescribedClaim, language: Told): Headline {
  const [headline, lead] = bothOf(described, language)[language];
  return { headline, lead };
}

function bothOf(described: DescribedClaim, language: Told): Both {
  const { claim, focus } = described;
  const ja = { thing: thingOf(focus, 'ja') ?? '送金', sent: sentOf(described, 'ja') };
  const en = { thing: thingOf(focus, 'en') ?? 'transfer', sent: sentOf(described, 'en') };
  const why = claim.answer?.why[language] ?? '';
  switch (claim.state) {
    case 'looking':
      return looking(claim.transactionHash !== null);
    case 'waiting':
      return waiting(described, ja.thing, en.thing, why);
    case 'held':
      return {
        ja: [
          '資産を動かす前に、担当者が内容を確認しています。',
          '確認が済むまで、手続きを止めています。いま、お客さまにしていただくことはありません。くわしい理由をお伝えできないことがあります。',
        ],
        en: [
          'Before anything moves, a person is checking the details.',
          'We have put this on hold until the check is done. There is nothing you need to do now. We may not be able to give the reason.',
        ],
      };
    case 'reviewing':
      return {
        ja: [`${ja.thing}は、取り戻せません。`, '補償の制度が使えるか、担当者が確認しています。'],
        en: [
          `Your ${en.thing} can’t be recovered.`,
          'A person is checking whether a compensation programme applies.',
        ],
      };
    case 'quoted':
      return quoted(described, ja.thing, en.thing);
    case 'proving':
      return {
        ja: [
          'お返し先がご本人のウォレットか、確かめさせてください。',
          '署名か、少額の送金のどちらかを選べます。別の方のウォレットにお返ししないための確認です。',
        ],
        en: [
          'Please show us that the wallet is yours.',
          'You can sign a message, or send a small set amount. It keeps us from returning it to somebody else.',
        ],
      };
    case 'planning':
    case 'approving':
    case 'paying':
    case 'stopped':
      return underWay(described, ja.sent, en.sent);
    case 'kept':
      return kept(described, ja.thing, en.thing);
    case 'refused':
      return refused(described, ja.thing, en.thing, why);
    case 'appealed':
      return {
        ja: [
          '別の担当者が、もう一度確認しています。',
          'はじめの判断に関わっていない担当者が見直します。費用はかかりません。',
        ],
        en: [
          'Another person is looking at it again.',
          'They were not involved in the first decision. It costs nothing.',
        ],
      };
    case 'returned':
      return {
        ja: [
          `完了しました。${ja.sent}が、ご指定のウォレットに届いています。`,
          'お待たせしました。',
        ],
        en: [`Done. ${en.sent} reached your wallet.`, 'Thank you for waiting.'],
      };
    case 'credited':
      return {
        ja: [`完了しました。${ja.sent}が、口座の残高に入っています。`, 'お待たせしました。'],
        en: [`Done. ${en.sent} is in your balance.`, 'Thank you for waiting.'],
      };
    case 'compensated':
      return {
        ja: [
          `完了しました。補償として、${ja.sent}が口座の残高に入っています。`,
          '税金の扱いは、必要に応じて税務署にご相談ください。',
        ],
        en: [
          `Done. As compensation, ${en.sent} is in your balance.`,
          'Please ask a tax office if you are unsure about tax.',
        ],
      };
    case 'withdrawn':
      return {
        ja: ['お申し出を取り下げました。', '必要になりましたら、もう一度お申し出ください。'],
        en: ['You withdrew this claim.', 'You can report it again whenever you need to.'],
      };
  }
}

/** What reaches the customer by the way they chose; before, what was found. */
function sentOf({ claim, focus }: DescribedClaim, language: Told): string {
  const units = claim.choice?.units ?? 0n;
  if (focus === null) return language === 'ja' ? '資産' : 'it';
  return amountOf(focus, units > 0n ? units : focus.transfer.amount, language);
}

function looking(byHash: boolean): Both {
  return {
    ja: [
      byHash ? '送金の記録を調べています。' : 'お客さまのアドレスに届いた入金を調べています。',
      'この画面を閉じても、調査は続きます。結果はこちらからお知らせします。',
    ],
    en: [
      byHash
        ? 'We are looking for your transfer.'
        : 'We are looking at what reached your addresses.',
      'You can close this page. We keep looking and will tell you what we find.',
    ],
  };
}

function waiting(described: DescribedClaim, ja: string, en: string, why: string): Both {
  const { claim, reason } = described;
  if (claim.transactionHash === null) return searching(claim);
  const { confirmations = 0, confirmationsMin = 0 } = claim.evidence ?? {};
  const lead = (words: string) => [words, why || words] as const;
  switch (reason?.code) {
    case 'UNCONFIRMED':
      return {
        ja: [
          `${ja}は、こちらに向かっています（確認${confirmations}/${confirmationsMin}）。`,
          '確認がそろってから、結果をお知らせします。',
        ],
        en: [
          `Your ${en} is on its way (${confirmations} of ${confirmationsMin} confirmations).`,
          'We will tell you the result once it is confirmed.',
        ],
      };
    case 'NOT_FOUND':
      return {
        ja: [
          'この取引の記録は、まだ見つかりません。',
          '送り元で処理が終わっていないことがあります。定期的に調べなおし、見つかりましたらお知らせします。',
        ],
        en: [
          'We can’t find this transaction yet.',
          'The sender may not have processed it. We look again by ourselves and will tell you when it appears.',
        ],
      };
    case 'REORGED':
      return {
        ja: lead('送金の記録が、ネットワークからいったん外れました。'),
        en: lead('The network has dropped the record of this transfer for now.'),
      };
    case 'REPLACED':
      return {
        ja: lead('この送金は、別の取引に置き換えられました。'),
        en: lead('This transfer was replaced by another one.'),
      };
    case 'DEPOSIT_SUSPENDED':
      return {
        ja: lead(`${ja}は届いています。入金の再開を待っています。`),
        en: lead(`Your ${en} arrived. We are waiting for deposits to resume.`),
      };
    default:
      return {
        ja: lead('いま確認できないネットワークがあります。届いていないという意味ではありません。'),
        en: lead('We can’t read some networks right now. That doesn’t mean it is lost.'),
      };
  }
}

/** By what is remembered: what was found out so far is the claim's answer. */
function searching({ answer }: DescribedClaim['claim']): Both {
  return {
    ja: [
      'お申し出に合う入金を、引き続き探しています。',
      answer?.why.ja ?? '定期的に調べなおし、見つかりましたらお知らせします。',
    ],
    en: [
      'We are still looking for a deposit like that.',
      answer?.why.en ?? 'We look again by ourselves and will tell you what we find.',
    ],
  };
}

function quoted(described: DescribedClaim, ja: string, en: string): Both {
  const { claim, now } = described;
  const options = claim.quote?.options ?? [];
  const open = (kind: Option['kind']) => options.some((one) => one.kind === kind && one.permitted);
  if (claim.quote && claim.quote.expiresAt <= now) {
    return {
      ja: [
        'お見積もりの期限が過ぎました。資産はそのままです。',
        '新しいお見積もりをお出しします。もう一度お申し出いただく必要はありません。',
      ],
      en: [
        'The quote has run out. Your assets are unchanged.',
        'We make you a new one. You don’t have to report it again.',
      ],
    };
  }
  const where = {
    ja: `お送りいただいた${ja}は、当社が鍵を管理するアドレスにあります。動かせるのは当社だけです。`,
    en: `The ${en} you sent is at an address whose key we hold. Nobody else can move it.`,
  };
  if (open('return_to_source') || open('return_to_proven')) {
    return {
      ja: [`${ja}は見つかりました。お返しできる見込みです。`, where.ja],
      en: [`We found your ${en}. We expect to be able to return it.`, where.en],
    };
  }
  if (open('credit')) {
    return {
      ja: [`${ja}は見つかりました。残高に入れられる見込みです。`, where.ja],
      en: [`We found your ${en}. We expect to be able to credit it.`, where.en],
    };
  }
  return {
    ja: [`${ja}は見つかりました。いまは、お待ちいただく方法だけがあります。`, where.ja],
    en: [`We found your ${en}. For now, waiting is the only way.`, where.en],
  };
}

function underWay({ claim, lines }: DescribedClaim, ja: string, en: string): Both {
  const toBalance = claim.choice?.option === 'credit' || claim.choice?.option === 'compensate';
  const sent = lines.some(({ purpose, sentAt }) => purpose === 'return' && sentAt !== null);
  switch (claim.state) {
    case 'planning':
      return {
        ja: [
          `ご依頼を受け付けました。${toBalance ? '残高に入れる' : 'お返しする'}準備をしています。`,
          '準備ができましたら、2名の担当者が別々に内容を確認します。',
        ],
        en: [
          `We have your choice and are preparing to ${toBalance ? 'credit' : 'return'} it.`,
          'Then two people check the details, each by themselves.',
        ],
      };
    case 'approving':
      return {
        ja: [
          '2名の担当者が確認しています。',
          toBalance
            ? `${ja}を残高に入れる前に、内容を別々に確かめます。`
            : `${ja}をお送りする前に、内容を別々に確かめます。`,
        ],
        en: [
          'Two people are checking.',
          `Before ${en} ${toBalance ? 'is credited' : 'is sent'}, each of them checks the details.`,
        ],
      };
    case 'stopped':
      return {
        ja: [
          '手続きを止めて、担当者が確認しています。',
          'お客さまの資産が二重に動くことはありません。いま、していただくことはありません。',
        ],
        en: [
          'We have paused it, and a person is checking.',
          'Nothing is paid twice. There is nothing you need to do now.',
        ],
      };
    default:
      if (toBalance) {
        return {
          ja: [`${ja}を、口座の残高に入れています。`, '反映されましたら、お知らせします。'],
          en: [`We are putting ${en} into your balance.`, 'We will tell you when it is there.'],
        };
      }
      return sent
        ? {
            ja: [
              `${ja}を送りました。ネットワークの確認を待っています。`,
              '「送った」ことと「届いた」ことは別です。届いたことを確かめてから、お知らせします。',
            ],
            en: [
              `We sent ${en}. The network is confirming it.`,
              'Sent is not yet arrived. We will tell you when we have seen it arrive.',
            ],
          }
        : {
            ja: [
              `承認が済みました。${ja}を送る準備をしています。`,
              '送りましたら、取引の番号をこの画面に出します。',
            ],
            en: [
              `Approved. We are getting ready to send ${en}.`,
              'Once it is sent, the transaction id appears on this page.',
            ],
          };
  }
}

function kept({ claim }: DescribedClaim, ja: string, en: string): Both {
  const promise = {
    ja: 'いつ対応するか、対応するかどうかは、お約束できません。待っている間も、いつでもほかの方法に変えられます。',
    en: 'We can’t promise when, or whether. You may change your mind at any time.',
  };
  if (claim.choice?.option === 'wait') {
    return {
      ja: [
        `${ja}の記録をお預かりしています。`,
        `対応できるようになりましたら、こちらからお知らせします。費用はかかりません。${promise.ja}`,
      ],
      en: [
        `We keep your claim for ${en}.`,
        `We will tell you when we can do it. It costs nothing. ${promise.en}`,
      ],
    };
  }
  return {
    ja: [
      'いまの当社の設備では、取り戻せません。記録をお預かりします。',
      `できるようになりましたら、こちらからご連絡します。申し込みなおす必要はありません。いつ対応するか、対応するかどうかは、お約束できません。`,
    ],
    en: [
      'We can’t return it with what we have today. We keep your claim.',
      'We will contact you when we can. No need to apply again. We can’t promise when, or whether.',
    ],
  };
}

function refused(described: DescribedClaim, ja: string, en: string, why: string): Both {
  const { claim, reason, focus } = described;
  const { closure } = claim;
  const machine = closure?.code === reason?.code;
  // A person's correction has no sentence of the machine's beside it.
  const said = machine ? (claim.correction ? '' : why) : (closure?.reason ?? why);
  const lead = (words: string) => [words, said || words] as const;
  if (machine) {
    switch (reason?.code) {
      case 'NOT_OURS':
        return {
          ja: [
            '送り先は、当社のアドレスではありませんでした。',
            '鍵が当社にないため、当社からはお返しできません。先方に出していただける説明書をご用意しました。',
          ],
          en: [
            'The address isn’t ours.',
            'We don’t hold its key, so we can’t return it. We made a letter you can give to the other party.',
          ],
        };
      case 'FAILED_REVERTED':
        return { ja: lead('この送金は、成立していません。'), en: lead('This transfer failed.') };
      case 'FAKE_TOKEN':
        return {
          ja: lead('届いたものは、当社が取り扱うトークンではありませんでした。'),
          en: lead('What arrived is not the token that we take.'),
        };
      case 'BELOW_MIN':
        return {
          ja: lead('この送金で動いた数量は0でした。'),
          en: lead('This transfer moved an amount of zero.'),
        };
      case 'FOREIGN_CONTRACT':
      case 'TO_TOKEN_CONTRACT':
        return {
          ja: lead('送り先は、当社のものではないコントラクトでした。'),
          en: lead('It was sent to a contract that is not ours.'),
        };
      case 'OTHER_USERS_ADDRESS':
        return {
          ja: lead('送り先は、当社をご利用の別の方のアドレスでした。'),
          en: lead('The address belongs to another customer.'),
        };
      case 'ALREADY_CREDITED':
        if (focus?.owner !== claim.customer) break;
        return {
          ja: lead('この入金は、もう残高に反映されています。'),
          en: lead('This deposit has been credited already.'),
        };
    }
  }
  return { ja: lead(`${ja}は、お返しできません。`), en: lead(`We can’t return your ${en}.`) };
}
