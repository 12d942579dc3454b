import type { DescribedClaim } from '../describe-claim.ts';
import type { Option } from '../options/index.ts';
import type { ClaimState } from '../states.ts';
import { daysOf, type ExpectedDays } from './dates.ts';
import { daysText, dayText, holidayNote, type Told } from './values.ts';

/** The steps that a claim may have; which of them it has depends on where it went. */
export type StepId = 'report' | 'look' | 'choose' | 'check' | 'send' | 'arrive' | 'review' | 'keep';

/** One step of a claim, with who does it and when. */
export interface Step {
  readonly id: StepId;
  readonly label: string;
  readonly text: string;
  readonly who: 'you' | 'us' | 'network';
  readonly state: 'done' | 'now' | 'next';
  /** When it was done. */
  readonly at: Date | null;
  /** The last day on which it is expected, `YYYY-MM-DD`. */
  readonly due: string | null;
}

/** When what was chosen, or would be at first, arrives. */
export interface Arrival {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Why not earlier: `23日は勤労感謝の日です。` */
  readonly note: string | null;
}

/** The days on which the money is expected; null where nothing is, or all is over. */
export function arrivalOf(described: DescribedClaim, language: Told): Arrival | null {
  const days = expectedDays(described);
  if (!days || !waysOpen.has(described.claim.state)) return null;
  const { from, to, start } = days;
  return {
    from,
    to,
    text: daysText(from, to, language),
    note: holidayNote(described.calendar, start, to, language),
  };
}

const waysOpen = new Set<ClaimState>([
  ...(['quoted', 'proving', 'planning', 'approving', 'paying', 'stopped'] as const),
]);

/** The option that was taken, else the one that is chosen when the page opens. */
export function optionInView({ claim }: DescribedClaim): Option | null {
  const options = claim.quote?.options ?? [];
  const taken = options.find((one) => one.kind === claim.choice?.option);
  return taken ?? options.find((one) => one.preselected) ?? null;
}

function expectedDays(described: DescribedClaim): ExpectedDays | null {
  const option = optionInView(described);
  return option && daysOf(described, option);
}

/** How far each state has come: the steps before are done, this one is being done. */
const reached: Readonly<Record<ClaimState, StepId | 'over'>> = {
  looking: 'look',
  waiting: 'look',
  held: 'look',
  reviewing: 'review',
  quoted: 'choose',
  proving: 'choose',
  planning: 'check',
  approving: 'check',
  paying: 'send',
  stopped: 'send',
  kept: 'keep',
  refused: 'over',
  appealed: 'review',
  returned: 'over',
  credited: 'over',
  compensated: 'over',
  withdrawn: 'over',
};

/** The steps of this claim, those behind it, the one it is at, and those to come, with their days. */
export function stepsOf(described: DescribedClaim, language: Told): Step[] {
  const { claim } = described;
  const ids = idsOf(described);
  const at = placeOf(described, ids);
  const days = expectedDays(described);
  return ids.map((id, index) => {
    const state = index < at ? 'done' : index === at ? 'now' : 'next';
    const due = state === 'done' || claim.state === 'kept' ? null : dueOf(id, days);
    return {
      id,
      label: labelOf(id, described)[language],
      text: textOf(id, state, described, due, days, language),
      who: whoOf(id, described),
      state,
      at: state === 'done' ? doneAt(id, described) : null,
      due,
    };
  });
}

function idsOf({ claim }: DescribedClaim): StepId[] {
  const option = claim.choice?.option;
  const toBalance = option === 'credit' || option === 'compensate';
  switch (claim.state) {
    case 'refused':
      return claim.appeal ? ['report', 'look', 'review'] : ['report', 'look'];
    case 'appealed':
    case 'reviewing':
      return ['report', 'look', 'review'];
    case 'kept':
      return ['report', 'look', 'keep'];
    case 'withdrawn':
      return ['report'];
    case 'compensated':
      return ['report', 'look', 'review', 'check', 'arrive'];
    default:
      if (option === 'compensate') return ['report', 'look', 'review', 'check', 'arrive'];
      return toBalance || onlyCredit(claim)
        ? ['report', 'look', 'choose', 'check', 'arrive']
        : ['report', 'look', 'choose', 'check', 'send', 'arrive'];
  }
}

/** Before a choice, the way that would be taken at first. */
function onlyCredit({ quote, choice }: DescribedClaim['claim']): boolean {
  return !choice && quote?.options.find((one) => one.preselected)?.kind === 'credit';
}

function placeOf({ claim, lines }: DescribedClaim, ids: readonly StepId[]): number {
  let id = reached[claim.state];
  if (id === 'over') return ids.length;
  // What was held on the way to the customer is checked again; before a choice it is looked into.
  if (claim.state === 'held' && claim.choice) id = 'check';
  const sent = lines.some((line) => line.purpose === 'return' && line.sentAt !== null);
  if (id === 'send' && (sent || !ids.includes('send'))) id = 'arrive';
  const place = ids.indexOf(id);
  return place === -1 ? ids.length : place;
}

function dueOf(id: StepId, days: ExpectedDays | null): string | null {
  if (!days) return null;
  switch (id) {
    case 'check':
      return days.checkedBy;
    case 'send':
      return days.sentBy;
    case 'arrive':
      return days.to;
    default:
      return null;
  }
}

function doneAt(id: StepId, { claim, happened, endedAt, lines }: DescribedClaim): Date | null {
  switch (id) {
    case 'report':
      return claim.createdAt;
    case 'look':
      return happened.answered;
    case 'choose':
      return claim.choice?.at ?? null;
    case 'check':
      return happened.approved;
    case 'send':
      return lines.find((line) => line.purpose === 'return')?.sentAt ?? null;
    case 'review':
      return claim.appeal?.decidedAt ?? claim.choice?.at ?? null;
    case 'arrive':
    case 'keep':
      return endedAt;
  }
}

function whoOf(id: StepId, { claim }: DescribedClaim): Step['who'] {
  if (id === 'report' || id === 'choose') return 'you';
  if (id === 'arrive' && claim.choice?.option !== 'credit') return 'network';
  return 'us';
}

type Both = Readonly<Record<Told, string>>;

function labelOf(id: StepId, { claim }: DescribedClaim): Both {
  const toBalance = claim.choice?.option === 'credit' || claim.choice?.option === 'compensate';
  switch (id) {
    case 'report':
      return { ja: 'ご報告', en: 'You report it' };
    case 'look':
      return { ja: '記録を調べる', en: 'We look it up' };
    case 'choose':
      return { ja: 'ご依頼', en: 'You choose' };
    case 'check':
      return { ja: '2名による承認', en: 'Two people approve' };
    case 'send':
      return { ja: '送金', en: 'We send it' };
    case 'arrive':
      return toBalance || onlyCredit(claim)
        ? { ja: '残高への反映', en: 'In your balance' }
        : { ja: '到着', en: 'It arrives' };
    case 'review':
      return claim.appeal
        ? { ja: '別の担当者による見直し', en: 'Another person reviews it' }
        : { ja: '補償の確認', en: 'We check for compensation' };
    case 'keep':
      return { ja: '記録のお預かり', en: 'We keep your claim' };
  }
}

function textOf(
  id: StepId,
  state: Step['state'],
  described: DescribedClaim,
  due: string | null,
  days: ExpectedDays | null,
  language: Told,
): string {
  if (state === 'done') return '';
  const by = due && dayText(due, language);
  switch (id) {
    case 'look':
      return { ja: '当社が調べています。費用はかかりません', en: 'We are looking. It is free' }[
        language
      ];
    case 'choose':
      return state === 'now'
        ? {
            ja: 'お選びください。期限が過ぎても資産はそのままで、お見積もりを出し直せます',
            en: 'Please choose. If the quote runs out, your assets are unchanged and you can get a new one',
          }[language]
        : '';
    case 'check':
      return checkText(described, by, days, language);
    case 'send':
      return by
        ? {
            ja: `${by}までの予定です。送りましたら、取引の番号をお知らせします`,
            en: `Expected by ${by}. You get the transaction id`,
          }[language]
        : { ja: '送りましたら、取引の番号をお知らせします', en: 'You get the transaction id' }[
            language
          ];
    case 'arrive':
      return days
        ? {
            ja: `${daysText(days.from, days.to, 'ja')}の見込みです`,
            en: `Expected ${daysText(days.from, days.to, 'en')}`,
          }[language]
        : '';
    case 'review':
      return { ja: '担当者が確認しています', en: 'A person is checking' }[language];
    case 'keep':
      return {
        ja: 'できるようになりましたら、こちらからお知らせします。時期は決まっていません',
        en: 'We will tell you when we can. There is no date',
      }[language];
    case 'report':
      return '';
  }
}

/** How many have said yes, until when the others are expected, and why not earlier. */
function checkText(
  { approvals, calendar }: DescribedClaim,
  by: string | null,
  days: ExpectedDays | null,
  language: Told,
): string {
  const some =
    approvals > 0
      ? { ja: `${approvals}名の承認が済みました。`, en: `${approvals} of 2 have approved. ` }[
          language
        ]
      : '';
  if (!by || !days) return some;
  const note = holidayNote(calendar, days.start, days.checkedBy, language);
  const until = { ja: `${by}までの予定です`, en: `Expected by ${by}` }[language];
  const end = note
    ? { ja: `。${note.replace(/。$/, '')}`, en: `. ${note.replace(/\.$/, '')}` }[language]
    : '';
  return `${some}${until}${end}`;
}
