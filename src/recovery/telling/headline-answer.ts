import type { DescribedClaim } from '../describe-claim.ts';
import type { Option } from '../options/index.ts';
import { type Both, beyond } from './values.ts';

/** The answer, at the level that the options show: returned, credited, or only waited for. */
export function quoted(described: DescribedClaim, ja: string, en: string): Both {
  const { claim, now } = described;
  const options = claim.quote?.options ?? [];
  const open = (kind: Option['kind']) => options.some((one) => one.kind === kind && one.permitted);
  if (claim.quote && claim.quote.expiresAt <= now) {
    return {
      ja: [
        'お見積もりの期限が過ぎました。資産はそのままです。',
        '下のボタンで、新しいお見積もりをお出しします。はじめから報告しなおす必要はありません。',
      ],
      en: [
        'The quote has run out. Your assets are unchanged.',
        'The button below gets you a new one. You don’t have to report it again.',
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

/** Kept, by choice or for want of a way: never without saying that nothing is promised. */
export function kept({ claim }: DescribedClaim, ja: string, en: string): Both {
  const promise = {
    ja: 'いつ対応するか、対応するかどうかは、お約束できません。待っている間も、いつでもほかの方法に変えられます。',
    en: 'We can’t promise when, or whether. You may change your mind at any time.',
  };
  if (claim.choice?.option === 'wait') {
    return {
      ja: [
        `${ja}の件は、記録を残しています。`,
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

/** No, with its reason first: of the machine where it decided, else in the words of the person. */
export function refused(described: DescribedClaim, ja: string, en: string, why: string): Both {
  const { claim, reason, focus } = described;
  const { closure } = claim;
  const machine = closure?.code === reason?.code;
  // A person's correction has no sentence of the machine's beside it.
  const said = machine ? (claim.correction ? '' : why) : (closure?.reason ?? why);
  const lead = (words: string) => [words, beyond(words, said)] as const;
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
