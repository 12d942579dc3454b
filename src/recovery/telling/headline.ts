import type { DescribedClaim } from '../describe-claim.ts';
import { kept, quoted, refused } from './headline-answer.ts';
import { paid, sentOf, underWay } from './headline-payment.ts';
import { looking, waiting } from './headline-search.ts';
import { type Both, type Told, thingOf } from './values.ts';

/** The first sentence of a claim's page, which answers, and what stands right below it. */
export interface Headline {
  readonly headline: string;
  readonly lead: string;
}

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
  const ja = thingOf(focus, 'ja') ?? '送金';
  const en = thingOf(focus, 'en') ?? 'transfer';
  const sent = [sentOf(described, 'ja'), sentOf(described, 'en')] as const;
  const why = claim.answer?.why[language] ?? '';
  switch (claim.state) {
    case 'looking':
      return looking(claim.transactionHash !== null);
    case 'waiting':
      return waiting(described, ja, en, why);
    case 'reviewing':
      return {
        ja: [`${ja}は、取り戻せません。`, '補償の制度が使えるか、担当者が確認しています。'],
        en: [
          `Your ${en} can’t be recovered.`,
          'A person is checking whether a compensation programme applies.',
        ],
      };
    case 'quoted':
      return quoted(described, ja, en);
    case 'planning':
    case 'approving':
    case 'paying':
    case 'stopped':
      return underWay(described, ...sent);
    case 'kept':
      return kept(described, ja, en);
    case 'refused':
      return refused(described, ja, en, why);
    case 'returned':
    case 'credited':
    case 'compensated':
      return paid(described, ...sent);
    case 'held':
    case 'proving':
    case 'appealed':
    case 'withdrawn':
      return always[claim.state];
  }
}

/** Said whatever the claim is about. Of what is held no more may be said than this. */
const always: Readonly<Record<'held' | 'proving' | 'appealed' | 'withdrawn', Both>> = {
  held: {
    ja: [
      '資産を動かす前に、担当者が内容を確認しています。',
      '確認が済むまで、手続きを止めています。いま、お客さまにしていただくことはありません。くわしい理由をお伝えできないことがあります。',
    ],
    en: [
      'Before anything moves, a person is checking the details.',
      'We have put this on hold until the check is done. There is nothing you need to do now. We may not be able to give the reason.',
    ],
  },
  proving: {
    ja: [
      'お返し先がご本人のウォレットか、確かめさせてください。',
      '署名か、少額の送金のどちらかを選べます。別の方のウォレットにお返ししないための確認です。',
    ],
    en: [
      'Please show us that the wallet is yours.',
      'You can sign a message, or send a small set amount. It keeps us from returning it to somebody else.',
    ],
  },
  appealed: {
    ja: [
      '別の担当者が、もう一度確認しています。',
      'はじめの判断に関わっていない担当者が見直します。費用はかかりません。',
    ],
    en: [
      'Another person is looking at it again.',
      'They were not involved in the first decision. It costs nothing.',
    ],
  },
  withdrawn: {
    ja: ['ご報告の取り下げを受け付けました。', '必要になりましたら、もう一度ご報告ください。'],
    en: ['You withdrew this claim.', 'You can report it again whenever you need to.'],
  },
};
