import type { Facts, NewMessage, Wording, Words } from '../messages/index.ts';
import { formatUnits } from '../money/index.ts';
import { checksumAddress } from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import type { Claim } from './claim.ts';
import { focusOn } from './focus-on.ts';
import { noNews } from './no-news.ts';
import { type ClaimState, claimStates } from './states.ts';

/** What a change of state tells the customer: what happened, whose turn it is, and until when. */
export function messageOfState(claim: Claim): NewMessage {
  return {
    customer: claim.customer,
    caseNumber: claim.number,
    kind: `claim.${claim.state}`,
    facts: factsOf(claim),
    turn: turnOf(claim),
    dedupeKey: `claim/${claim.number}/${claim.version}`,
  };
}

/** A customer has as long as the offer holds; and nobody has to disagree with a refusal by an hour. */
function turnOf({ state, promisedAt, quote }: Claim): NewMessage['turn'] {
  const who = claimStates[state].turn;
  if (who === 'nobody' || state === 'refused') return { who: 'nobody' };
  const until = who === 'customer' && quote ? quote.expiresAt : promisedAt;
  invariant(until !== null, 'an open claim has an hour by which it moves');
  return { who, until };
}

function factsOf(claim: Claim): Facts {
  const focus = claim.diagnosis ? focusOn(claim.diagnosis, claim) : null;
  const { symbol, decimals, amount } = focus?.transfer ?? {};
  const units = claim.choice && claim.choice.units > 0n ? claim.choice.units : amount;
  const known = units !== undefined && decimals !== undefined && decimals !== null;
  const address = claim.destination?.address;
  const option = claim.choice?.option;
  return {
    amount: known ? `${formatUnits(units, decimals)} ${symbol ?? ''}`.trim() : '',
    destination: address ? shortAddress(checksumAddress(address)) : '',
    validUntil: claim.quote ? claim.quote.expiresAt.toISOString() : '',
    toBalance: option === 'credit' || option === 'compensate' ? 'yes' : '',
  };
}

/** The first six and the last four characters: enough to compare, short enough to read. */
function shortAddress(address: string): string {
  return `${address.slice(0, 8)}…${address.slice(-4)}`;
}

const example: Facts = {
  amount: '5 WBTC',
  destination: '0x70997970…79C8',
  validUntil: '2026-11-25T03:12:00.000Z',
};

interface Told {
  readonly ja: (facts: Facts, when: (iso: string) => string) => Words;
  readonly en: (facts: Facts, when: (iso: string) => string) => Words;
}

const orIt = (amount: string | undefined, word: string) => (amount ? amount : word);

/** The words of each state that customers are told of. Japanese is written first. */
const told: Record<Exclude<ClaimState, 'planning'>, Told> = {
  looking: {
    ja: () => ({
      subject: '受け付けました',
      text: '送金の記録を調べています。調べるのに費用はかかりません。',
      next: '画面を閉じても調査は続きます。結果はこちらからお知らせします。',
    }),
    en: () => ({
      subject: 'We have your report',
      text: 'We are looking for your transfer. Looking is free.',
      next: 'You can close the page; we keep looking and will tell you what we find.',
    }),
  },
  waiting: {
    ja: () => ({
      subject: 'まだ結論を出せません',
      text: '一部の記録がまだ確認できません。届いていないという意味ではありません。',
      next: '当社で定期的に調べなおし、わかりしだいお知らせします。',
    }),
    en: () => ({
      subject: 'We cannot conclude yet',
      text: 'Part of the record cannot be confirmed yet. This does not mean that it is lost.',
      next: 'We look again by ourselves and will tell you what we find.',
    }),
  },
  held: {
    ja: () => ({
      subject: '担当者が確認しています',
      text: '資産を動かす前に、担当者が内容を確認しています。',
      next: '確認がすみましたら、こちらからお知らせします。',
    }),
    en: () => ({
      subject: 'A person is checking',
      text: 'Before anything moves, a person is checking the details.',
      next: 'We will tell you when the check is done.',
    }),
  },
  stopped: {
    ja: () => ({
      subject: '担当者が確認しています',
      text: 'お送りする手続きの途中で確認が必要になり、担当者が内容を見ています。',
      next: '確認がすみましたら、こちらからお知らせします。',
    }),
    en: () => ({
      subject: 'A person is checking',
      text: 'While we were sending it something needed a second look. A person is checking it.',
      next: 'We will tell you when the check is done.',
    }),
  },
  reviewing: {
    ja: () => ({
      subject: '送金先から資産を動かせません',
      text: '調べた結果、この送金は取り戻せません。理由はアプリでご覧いただけます。',
      next: '補償の制度が使えるか、続けて確認します。',
    }),
    en: () => ({
      subject: 'The asset cannot be moved',
      text: 'We have found that this transfer cannot be recovered. The reason is in the app.',
      next: 'We are now checking whether a compensation programme applies.',
    }),
  },
  quoted: {
    ja: ({ amount, validUntil }, when) => ({
      subject: '見つかりました',
      text: `${orIt(amount, '送金')}は、当社が管理しているアドレスに届いています。受け取り方と費用をご用意しました。`,
      next: validUntil
        ? `アプリを開いて、方法をお選びください。この見積もりは ${when(validUntil)} まで有効です。`
        : 'アプリを開いて、方法をお選びください。',
    }),
    en: ({ amount, validUntil }, when) => ({
      subject: 'We found it',
      text: `${orIt(amount, 'Your transfer')} is at an address that we control. Your options and their costs are ready.`,
      next: validUntil
        ? `Open the app and choose. This quote holds until ${when(validUntil)}.`
        : 'Open the app and choose.',
    }),
  },
  proving: {
    ja: ({ destination }) => ({
      subject: '返却先を確かめさせてください',
      text: `返却先${destination ? `（${destination}）` : ''}がご本人のウォレットか、確かめさせてください。`,
      next: '費用のかからない署名か、少額の送金のどちらかを選べます。送金のときは、ネットワーク費用がかかります。',
    }),
    en: ({ destination }) => ({
      subject: 'Please show that the wallet is yours',
      text: `Please show us that the destination${destination ? ` (${destination})` : ''} is your own wallet.`,
      next: 'You can sign a message, which is free, or send a small set amount, which takes a network fee.',
    }),
  },
  approving: {
    ja: ({ amount, toBalance }) => ({
      subject: '2名の担当者が確認しています',
      text: `${orIt(amount, '資産')}を${toBalance ? '残高に入れる' : 'お送りする'}前に、2名の担当者が内容を確認しています。`,
      next: `確認がすみしだい、${toBalance ? '残高に入れます' : 'お送りします'}。`,
    }),
    en: ({ amount, toBalance }) => ({
      subject: 'Two people are checking',
      text: `Two people check the details before ${orIt(amount, 'it')} is ${toBalance ? 'put into your balance' : 'sent'}.`,
      next: `We ${toBalance ? 'credit' : 'send'} it once both have agreed.`,
    }),
  },
  paying: {
    ja: ({ amount, toBalance }) =>
      toBalance
        ? {
            subject: '残高に入れる手続きを始めました',
            text: `${orIt(amount, '資産')}を残高に入れる手続きを始めました。`,
            next: '残高に入りましたら、お知らせします。',
          }
        : {
            subject: 'お送りする手続きを始めました',
            text: `${orIt(amount, '資産')}をお送りする手続きを始めました。`,
            next: 'ウォレットに届いたことを当社でも確かめてから、お知らせします。',
          },
    en: ({ amount, toBalance }) =>
      toBalance
        ? {
            subject: 'We are crediting it',
            text: `We have started to put ${orIt(amount, 'it')} into your balance.`,
            next: 'We will tell you when it is there.',
          }
        : {
            subject: 'We are sending it',
            text: `We have started to send ${orIt(amount, 'it')}.`,
            next: 'We will tell you once we ourselves have seen it reach your wallet.',
          },
  },
  returned: {
    ja: ({ amount, destination }) => ({
      subject: '完了しました',
      text: `${orIt(amount, '資産')}が、ご指定のウォレット${destination ? `（${destination}）` : ''}に届いています。お待たせしました。`,
      next: 'お手続きは以上です。次に送るときのことは、アプリでご覧いただけます。',
    }),
    en: ({ amount, destination }) => ({
      subject: 'Done',
      text: `${orIt(amount, 'It')} has reached your wallet${destination ? ` (${destination})` : ''}. Thank you for waiting.`,
      next: 'There is nothing more to do. What helps the next time is in the app.',
    }),
  },
  credited: {
    ja: ({ amount }) => ({
      subject: '完了しました',
      text: `${orIt(amount, '資産')}が、口座の残高に入りました。お待たせしました。`,
      next: 'お手続きは以上です。',
    }),
    en: ({ amount }) => ({
      subject: 'Done',
      text: `${orIt(amount, 'It')} is in your balance. Thank you for waiting.`,
      next: 'There is nothing more to do.',
    }),
  },
  compensated: {
    ja: ({ amount }) => ({
      subject: '完了しました',
      text: `補償として、${orIt(amount, '資産')}が口座の残高に入りました。`,
      next: 'お手続きは以上です。税金の扱いは、必要に応じて税務署にご相談ください。',
    }),
    en: ({ amount }) => ({
      subject: 'Done',
      text: `As compensation, ${orIt(amount, 'the amount')} is in your balance.`,
      next: 'There is nothing more to do. Please ask a tax office if you are unsure about tax.',
    }),
  },
  kept: {
    ja: () => ({
      subject: '記録をお預かりします',
      text: '記録を残し、できるようになったらこちらからご連絡します。申し込みなおす必要はありません。',
      next: 'いつ対応するか、対応するかどうかは、お約束できません。いつでも、ほかの方法に変えられます。',
    }),
    en: () => ({
      subject: 'We keep your claim',
      text: 'We keep your claim and will contact you when we can do it. No need to apply again.',
      next: 'We can’t promise when, or whether, it will be possible. You may change your mind at any time.',
    }),
  },
  refused: {
    ja: () => ({
      subject: '結果をお知らせします',
      text: '調べた結果、この件ではお返しできないことがわかりました。理由はアプリでご覧いただけます。',
      next: '納得できないときは、別の担当者による見直しをお申し出いただけます。費用はかかりません。',
    }),
    en: () => ({
      subject: 'Our answer',
      text: 'We have found that we cannot return it. The reason is in the app.',
      next: 'If you disagree, you can ask for another person to review it, free of charge.',
    }),
  },
  appealed: {
    ja: () => ({
      subject: '見直しを受け付けました',
      text: 'はじめの判断に関わっていない担当者が、もう一度確認します。',
      next: '結果がでましたら、こちらからお知らせします。',
    }),
    en: () => ({
      subject: 'We are reviewing it',
      text: 'A person who was not involved in the first decision is looking at it again.',
      next: 'We will tell you the result.',
    }),
  },
  withdrawn: {
    ja: () => ({
      subject: 'ご報告の取り下げを受け付けました',
      text: 'ご報告の取り下げを受け付けました。',
      next: '必要になりましたら、もう一度お申し出ください。',
    }),
    en: () => ({
      subject: 'Your claim is withdrawn',
      text: 'We have withdrawn your claim, as you asked.',
      next: 'You can report it again whenever you need to.',
    }),
  },
};

/** What a message of this kind has as its subject, without its case; null for a kind of others. */
export function subjectOfMessage(kind: string, language: 'ja' | 'en'): string | null {
  const words = (told as Readonly<Record<string, Told>>)[kind.replace(/^claim\./, '')];
  if (kind === noNews.key) return noNews[language](noNews.example, { when: (iso) => iso }).subject;
  return words?.[language](example, (iso) => iso).subject ?? null;
}

const stateWordings: readonly Wording[] = Object.entries(told).map(([state, words]) => ({
  key: `claim.${state}`,
  example,
  ja: (facts, tools) => words.ja(facts, tools.when),
  en: (facts, tools) => words.en(facts, tools.when),
}));

/** For the program's wiring: the words of every kind of message that recovery sends. */
export const claimWordings: readonly Wording[] = [...stateWordings, noNews];
