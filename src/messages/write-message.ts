import { unreachable } from '../std/index.ts';
import type { Facts, MessageTools, NoTurn, Turn, Wording } from './message.ts';

/** How messages are written here: the zone of the times, and whether a link may stand in them. */
export interface MessageStyle {
  /** IANA name, e.g. `Asia/Tokyo`. */
  readonly timeZone: string;
  /** `none`: people are told to open the app, so that a message with a link is never from us. */
  readonly links: 'none' | 'allowed';
}

/** The languages that words exist in. Whoever reads neither gets English. */
export type MessageLanguage = 'ja' | 'en';

/** The language of ours for a customer's. */
export function messageLanguage(language: string): MessageLanguage {
  return /^ja(-|$)/.test(language) ? 'ja' : 'en';
}

/** A message as it is sent. */
export interface WrittenMessage {
  readonly subject: string;
  readonly text: string;
}

/**
 * Writes a message in one language. Whatever the words say, the case number, what happens next, who
 * acts and until when are always in it.
 */
export function writeMessage(
  style: MessageStyle,
  wording: Wording,
  language: MessageLanguage,
  message: {
    /** What it can be checked by: everybody may ask whether it is ours. */
    readonly id: string;
    readonly caseNumber: string;
    readonly facts: Facts;
    readonly turn: Turn | NoTurn;
  },
): WrittenMessage {
  const tools: MessageTools = {
    when: (iso) => writeTime(new Date(iso), language, style.timeZone),
  };
  const words = wording[language](plainFacts(message.facts, style), tools);
  const number = message.caseNumber;
  const turn = turnSentence(message.turn, language, tools);
  const link = style.links === 'none' ? [noLink[language]] : [];
  const check = checkSentence[language](message.id);
  const parts =
    language === 'ja'
      ? [`受付番号 ${number}`, words.text, `これから: ${words.next}\n${turn}`, ...link, check]
      : [`Case ${number}`, words.text, `Next: ${words.next}\n${turn}`, ...link, check];
  return { subject: `${words.subject} (${number})`, text: parts.join('\n\n') };
}

const noLink: Readonly<Record<MessageLanguage, string>> = {
  ja: 'くわしくは、取引所のアプリを開いてご覧ください。当社のお知らせに、リンクはありません。',
  en: 'For details, open the app of the exchange. Our messages never contain a link.',
};

const checkSentence = {
  ja: (id: string) =>
    `お知らせ番号 ${id}\nこのお知らせが本物かどうかは、お客さま窓口の「本物か確かめる」に、この番号を入れて確かめられます。`,
  en: (id: string) =>
    `Message ${id}\nTo check that this is from us, enter that number at "Is it really us?" on our help desk.`,
} as const;

/** A date with its weekday and the hour, in the reader's zone. */
export function writeTime(at: Date, language: MessageLanguage, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    ...{ timeZone, year: 'numeric', month: language === 'ja' ? 'numeric' : 'short' },
    ...{ day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const part = Object.fromEntries(format.formatToParts(at).map((one) => [one.type, one.value]));
  const time = `${part['hour']}:${part['minute']}`;
  return language === 'ja'
    ? `${part['year']}年${part['month']}月${part['day']}日(${part['weekday']})${time}`
    : `${part['weekday']} ${part['day']} ${part['month']} ${part['year']}, ${time}`;
}

function turnSentence(turn: Turn | NoTurn, language: MessageLanguage, tools: MessageTools): string {
  if (turn.who === 'nobody') {
    return language === 'ja'
      ? 'お客さまにしていただくことは、もうありません。'
      : 'There is nothing left for you to do.';
  }
  const until = tools.when(turn.until.toISOString());
  return language === 'ja' ? turnJa(turn.who, until) : turnEn(turn.who, until);
}

function turnJa(who: Turn['who'], until: string): string {
  const news = `次のお知らせは、${until}までにお送りします。`;
  switch (who) {
    case 'customer':
      return `いまは、お客さまのお返事をお待ちしています。${until}までにお願いします。`;
    case 'desk':
      return `いまは、担当者が進めています。${news}`;
    case 'network':
      return `いまは、ブロックチェーンの確認を待っています。${news}`;
    case 'exchange':
      return `いまは、取引所での処理を待っています。${news}`;
    case 'kaeru':
      return `いまは、当社で進めています。${news}`;
    default:
      return unreachable(who);
  }
}

function turnEn(who: Turn['who'], until: string): string {
  const news = `You will hear from us by ${until}.`;
  switch (who) {
    case 'customer':
      return `We are waiting for you. Please answer by ${until}.`;
    case 'desk':
      return `A member of our staff is working on it. ${news}`;
    case 'network':
      return `We are waiting for the blockchain. ${news}`;
    case 'exchange':
      return `We are waiting for the exchange. ${news}`;
    case 'kaeru':
      return `We are working on it. ${news}`;
    default:
      return unreachable(who);
  }
}

const factLengthMax = 500;
/** Controls, and marks that turn the direction of text around. Line ends go too. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
/** A scheme, a `www.`, or a name with a dot that could be a host. */
const linkLike = /(\w+:\/\/|www[.．])\S*|[\p{L}\p{N}-]+([.．][\p{L}\p{N}-]+)*[.．]\p{L}{2,}\S*/giu;

/**
 * Facts as they may stand in a message. A token's name or a customer's words come from strangers: a
 * link in one of them would be a link in our message.
 */
export function plainFacts(facts: Facts, style: MessageStyle): Facts {
  const plain = (value: string) => {
    const visible = value.replace(invisible, '').slice(0, factLengthMax);
    return style.links === 'none' ? visible.replace(linkLike, '[…]') : visible;
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, plain(value)]));
}

/** True when a text holds something that a reader's program may make a link of. */
export function hasLink(text: string): boolean {
  return text.search(linkLike) >= 0;
}
