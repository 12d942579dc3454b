import type { NewMessage, Wording } from '../messages/index.ts';
import { invariant } from '../std/index.ts';
import type { Claim } from './claim.ts';
import { claimStates } from './states.ts';

/** Nothing has changed by the hour that was promised: that is told too, with the next hour. */
export function messageWithoutNews(claim: Claim, promised: string): NewMessage {
  const who = claimStates[claim.state].turn;
  const until = claim.promisedAt;
  invariant(who !== 'nobody' && until !== null, 'only who waits is told that nothing has changed');
  return {
    customer: claim.customer,
    caseNumber: claim.number,
    kind: noNews.key,
    facts: { state: claim.state },
    turn: { who, until },
    dedupeKey: `claim/${claim.number}/no-news/${promised}`,
  };
}

/** What is waited for, by the state of the claim. An apology only where it is us who take long. */
const stillWaiting: Readonly<Record<string, Sentence>> = {
  waiting: {
    ja: 'ネットワークの記録を待っています。',
    en: 'We are waiting for the record on the network.',
  },
  paying: {
    ja: 'ネットワークの確定を待っています。',
    en: 'We are waiting for the network to confirm it.',
  },
  kept: {
    ja: 'まだ、できるようになっていません。記録はお預かりしたままです。',
    en: 'It is not possible yet. We still keep your claim.',
  },
};

const ourTurn: Sentence = {
  ja: '担当者が確認を続けています。お待たせして申し訳ありません。',
  en: 'We are still working on it. We are sorry that it takes so long.',
};

interface Sentence {
  readonly ja: string;
  readonly en: string;
}

/** The words of it. */
export const noNews: Wording = {
  key: 'claim.no_news',
  example: { state: 'held' },
  ja: ({ state }) => ({
    subject: '進みぐあいのお知らせ',
    text: `前のお知らせから、変わりはありません。${(stillWaiting[state ?? ''] ?? ourTurn).ja}`,
    next: '変わりがありましたら、こちらからお知らせします。お客さまにしていただくことはありません。',
  }),
  en: ({ state }) => ({
    subject: 'How it is going',
    text: `Nothing has changed since our last message. ${(stillWaiting[state ?? ''] ?? ourTurn).en}`,
    next: 'We will tell you when something does. There is nothing you need to do.',
  }),
};
