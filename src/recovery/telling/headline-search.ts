import type { DescribedClaim } from '../describe-claim.ts';
import { type Both, beyond } from './values.ts';

/** While the networks are read for the first time. */
export function looking(byHash: boolean): Both {
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

/** While something is still missing: what it is, by the reason that decides. */
export function waiting(described: DescribedClaim, ja: string, en: string, why: string): Both {
  const { claim, reason } = described;
  if (claim.transactionHash === null) return searching(claim);
  const { confirmations = 0, confirmationsMin = 0 } = claim.evidence ?? {};
  const lead = (words: string) => [words, beyond(words, why)] as const;
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
          'この取引の番号の記録は、まだ見つかりません。',
          '送り元で処理が終わっていないことがあります。1時間ごとに調べなおし、見つかりしだいお知らせします。',
        ],
        en: [
          'We can’t find this transaction yet.',
          'The sender may not have processed it. We look again every hour and will tell you when it appears.',
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
