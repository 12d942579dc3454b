import type { DescribedClaim } from '../describe-claim.ts';
import { amountOf, type Both, type Told } from './values.ts';

/** What reaches the customer by the way they chose; before, what was found. */
export function sentOf({ claim, focus }: DescribedClaim, language: Told): string {
  const units = claim.choice?.units ?? 0n;
  if (focus === null) return language === 'ja' ? '資産' : 'it';
  return amountOf(focus, units > 0n ? units : focus.transfer.amount, language);
}

/** From the choice until it has arrived. */
export function underWay({ claim, lines }: DescribedClaim, ja: string, en: string): Both {
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
          '確かめることができたため、いったん止めています。いま、お客さまにしていただくことはありません。',
        ],
        en: [
          'We have paused it, and a person is checking.',
          'Something needed a second look, so we have paused it. There is nothing you need to do now.',
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

/** Once it has arrived. */
export function paid({ claim }: DescribedClaim, ja: string, en: string): Both {
  switch (claim.state) {
    case 'returned':
      return {
        ja: [`完了しました。${ja}が、ご指定のウォレットに届いています。`, 'お待たせしました。'],
        en: [`Done. ${en} reached your wallet.`, 'Thank you for waiting.'],
      };
    case 'credited':
      return {
        ja: [`完了しました。${ja}が、口座の残高に入っています。`, 'お待たせしました。'],
        en: [`Done. ${en} is in your balance.`, 'Thank you for waiting.'],
      };
    default:
      return {
        ja: [
          `完了しました。補償として、${ja}が口座の残高に入っています。`,
          '税金の扱いは、必要に応じて税務署にご相談ください。',
        ],
        en: [
          `Done. As compensation, ${en} is in your balance.`,
          'Please ask a tax office if you are unsure about tax.',
        ],
      };
  }
}
