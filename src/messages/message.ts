import type { CustomerId } from '../accounts/index.ts';

/** Whose move it is. `kaeru`: this program's own next step. */
export type Who = 'customer' | 'desk' | 'network' | 'exchange' | 'kaeru';

/** Somebody's move, and until when it is expected. Nobody waits without an hour. */
export interface Turn {
  readonly who: Who;
  readonly until: Date;
}

/** Nothing is expected of anybody any more. */
export type NoTurn = { readonly who: 'nobody' };

/**
 * What the words are made from: no language, no personal data. Values are text ready to be read:
 * amounts with their symbol, dates as ISO 8601 (`MessageTools.when` writes them out).
 */
export type Facts = Readonly<Record<string, string>>;

/** Something to tell a customer. */
export interface NewMessage {
  readonly customer: CustomerId;
  readonly caseNumber: string;
  /** Which words: the `key` of a registered `Wording`. */
  readonly kind: string;
  readonly facts: Facts;
  readonly turn: Turn | NoTurn;
  /** What makes it this message and no other; told again under the same key it is told once. */
  readonly dedupeKey: string;
}

/** What one language says. The case number, whose turn it is and until when are added to it. */
export interface Words {
  readonly subject: string;
  /** What happened, in a few sentences. */
  readonly text: string;
  /** What happens next. */
  readonly next: string;
}

/** Help for writing words. */
export interface MessageTools {
  /** A time in the reader's zone, with its weekday. */
  when(iso: string): string;
}

/**
 * The words of one kind of message. Each folder owns its own and hands them to `wordingsOf` in the
 * program's wiring. `example` is used by the test that reads all words.
 */
export interface Wording {
  readonly key: string;
  readonly example: Facts;
  readonly ja: (facts: Facts, tools: MessageTools) => Words;
  readonly en: (facts: Facts, tools: MessageTools) => Words;
}
