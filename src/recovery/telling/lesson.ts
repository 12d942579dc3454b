import { networkById } from '../../networks/index.ts';
import type { DescribedClaim } from '../describe-claim.ts';
import type { Told } from './values.ts';

/** Two lines for the next time, once all is well; empty where there is nothing to learn. */
export function lessonOf({ claim, reason }: DescribedClaim, language: Told): string[] {
  if (claim.state !== 'returned' && claim.state !== 'credited') return [];
  const small = {
    ja: '少額を先に送り、届いたのを確かめてから残りを送ると安心です。',
    en: 'Send a small amount first, and the rest once it has arrived.',
  }[language];
  switch (reason?.code) {
    case 'WRONG_NETWORK_SAME_KEY':
    case 'WRONG_NETWORK_CONTRACT_ADDR':
    case 'UNLISTED_TOKEN':
    case 'UNLISTED_NETWORK':
      return [networkLesson(claim.evidence?.takenOn ?? [], language), small];
    case 'RETIRED_ADDRESS':
    case 'HOT_WALLET_ADDRESS':
      return [
        {
          ja: '次に送るときは、入金画面を開いて、その日に表示されるアドレスをお使いください。',
          en: 'Next time, open the deposit page and use the address that it shows on that day.',
        }[language],
        small,
      ];
    case 'CONTRACT_MIGRATED':
      return [
        {
          ja: '次に送るときは、入金画面に書かれたコントラクトのトークンかどうかをお確かめください。',
          en: 'Next time, check that the token is of the contract that the deposit page names.',
        }[language],
        small,
      ];
    default:
      return [];
  }
}

function networkLesson(
  takenOn: NonNullable<DescribedClaim['claim']['evidence']>['takenOn'],
  language: Told,
): string {
  const names = takenOn.map((id) => networkById(id).label[language]);
  if (names.length === 0) {
    return language === 'ja'
      ? '次に送るときは、入金画面にその暗号資産とネットワークがあるか、先にお確かめください。'
      : 'Next time, check first that the deposit page names this asset and its network.';
  }
  return language === 'ja'
    ? `次に送るときは、当社の入金画面で「${names.join('」「')}」と出ているアドレスをお使いください。`
    : `Next time, use the address that our deposit page shows for ${names.join(' or ')}.`;
}
