import { type Entry, timeline } from '../cases/index.ts';
import type { Database } from '../db/index.ts';
import { messagesOf } from '../messages/index.ts';
import { historyText } from './history-words.ts';
import { staffNames } from './staff-names.ts';
import type { Language } from './what-words.ts';

/** One thing that happened, newest first, in words. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  /** A colleague's name, `customer` or `kaeru`. */
  readonly who: string;
  readonly by: 'staff' | 'customer' | 'kaeru';
  readonly kind: string;
  readonly text: string;
  /** Whether the customer sees it. */
  readonly public: boolean;
}

/** What colleagues wrote to one another. */
export interface CaseNote {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly text: string;
}

/** What happened to a case, and what was written about it among colleagues. */
export interface CaseHistory {
  readonly history: readonly HistoryEntry[];
  readonly notes: readonly CaseNote[];
  readonly entries: readonly Entry[];
  /** The last word that the customer was sent. */
  readonly lastTold: { readonly at: Date; readonly subject: string } | null;
}

/** Reads the case's own story, the decisions on its plans, and what the customer was sent. */
export async function caseHistory(
  database: Database,
  number: string,
  language: Language,
): Promise<CaseHistory> {
  const [entries, messages, decisions] = await Promise.all([
    timeline(database, number, 'desk'),
    messagesOf(database, number),
    decisionsOn(database, number),
  ]);
  const people = [...entries.map(({ by }) => by.id), ...decisions.map((one) => one.approver)];
  const handedTo = entries.flatMap(({ facts }) => [facts['to'], facts['from']].map(textOf));
  const names = await staffNames(database, [...people, ...handedTo]);
  const nameOf = (id: string) => names.get(id)?.name ?? id;
  const told = entries.map((entry): HistoryEntry => {
    const by = entry.by.kind === 'system' ? 'kaeru' : entry.by.kind;
    return {
      id: `entry/${entry.id}`,
      at: entry.at,
      who: by === 'staff' ? nameOf(entry.by.id) : by,
      by,
      kind: entry.kind,
      text: historyText(entry.kind, namedFacts(entry.facts, nameOf), language),
      public: entry.visible === 'customer',
    };
  });
  const decided = decisions.map(
    (one): HistoryEntry => ({
      id: `decision/${one.plan_digest}/${one.approver}`,
      at: one.at,
      who: nameOf(one.approver),
      by: 'staff',
      kind: `plan.${one.decision}_${one.key_kind ?? 'reason'}`,
      text: historyText(
        `plan.${one.decision}_${one.key_kind ?? 'reason'}`,
        { digest: one.plan_digest, reason: one.reason ?? '' },
        language,
      ),
      public: false,
    }),
  );
  const sent = messages.flatMap((one, index): HistoryEntry[] =>
    one.sentAt === null
      ? []
      : [
          {
            id: `message/${index}`,
            at: one.sentAt,
            who: 'kaeru',
            by: 'kaeru',
            kind: 'message.sent',
            text: historyText('message.sent', { subject: one.subject ?? '' }, language),
            public: true,
          },
        ],
  );
  const last = messages.findLast((one) => one.sentAt !== null);
  return {
    // The last first, also of what happened in the same moment.
    history: [...told, ...decided, ...sent]
      .reverse()
      .sort((a, b) => b.at.getTime() - a.at.getTime()),
    notes: notesOf(entries, nameOf),
    entries,
    lastTold: last?.sentAt ? { at: last.sentAt, subject: last.subject ?? '' } : null,
  };
}

function decisionsOn(database: Database, number: string) {
  return database
    .selectFrom('approvals')
    .select(['plan_digest', 'approver', 'decision', 'key_kind', 'reason', 'at'])
    .where('subject', '=', number)
    .orderBy('at')
    .execute();
}

function notesOf(entries: readonly Entry[], nameOf: (id: string) => string): CaseNote[] {
  return entries
    .filter(({ kind }) => kind === 'desk.note')
    .map(({ id, at, by, facts }) => ({
      id: id.toString(),
      at,
      who: nameOf(by.id),
      text: textOf(facts['text']) ?? '',
    }))
    .reverse();
}

function namedFacts(
  facts: Entry['facts'],
  nameOf: (id: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      const text = textOf(value);
      if (text === null) return [];
      return [[name, name === 'to' || name === 'from' ? nameOf(text) : text]];
    }),
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
