import type { Draft } from '../../client/index.ts';
import type { Visit } from '../visit.ts';
import type { WordKey } from '../words/index.ts';

/** What may be remembered where there is no transaction id, in the order in which it is asked. */
export const hintNames = ['when', 'asset', 'amount', 'from', 'address', 'note'] as const;

/** What is remembered, as the API takes it. */
export type DraftHints = Draft['hints'];

/** Choices of a hint: the API's value, and the sentence. `''` is 'I don't know'. */
export const whenChoices: readonly (readonly [string, WordKey])[] = [
  ['today', 'report.whenToday'],
  ['yesterday', 'report.whenYesterday'],
  ['week', 'report.whenWeek'],
  ['month', 'report.whenMonth'],
  ['older', 'report.whenEarlier'],
  ['', 'report.unknown'],
];

/** Where it came from. */
export const fromChoices: readonly (readonly [string, WordKey])[] = [
  ['exchange', 'report.fromExchange'],
  ['own_wallet', 'report.fromWallet'],
  ['somebody', 'report.fromPerson'],
  ['', 'report.unknown'],
];

/** What a form says of each; what is left open is left out. */
export function hintsOf({ form }: Visit): DraftHints {
  const from = form('from');
  const text = (name: (typeof hintNames)[number], max: number) =>
    form(name).trim().slice(0, max) || null;
  return {
    when: text('when', 40),
    asset: text('asset', 40),
    amount: text('amount', 100),
    from: from === 'exchange' || from === 'own_wallet' || from === 'somebody' ? from : null,
    address: text('address', 200),
    note: text('note', 2_000),
  };
}

/** True when at least one thing is remembered. */
export function remembersAny(hints: DraftHints): boolean {
  return hintNames.some((name) => hints[name]);
}

/** The sentence of a choice, or what was written. */
export function hintText({ t }: Visit, name: (typeof hintNames)[number], value: string): string {
  const choices = name === 'when' ? whenChoices : name === 'from' ? fromChoices : [];
  const known = choices.find(([one]) => one === value);
  return known ? t(known[1]) : value;
}
