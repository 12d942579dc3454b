import { formatUnits } from '../../money/index.ts';
import { changeSentences } from './change-sentences.ts';
import type { Facts } from './facts.ts';
import type { NetworkDiagnosis, Reason, ReasonOutcome, TransferDiagnosis } from './reason.ts';
import { levels, sentences, type Words } from './sentences.ts';

/** What the sentences are filled with. */
export interface WordsContext {
  /** '5 WBTC'; null where there is no transfer to speak of. */
  readonly amount: Words | null;
  readonly symbol: string | null;
  readonly network: Words;
  /** The networks by which the exchange would have taken it. */
  readonly taken: Words;
}

/**
 * The reason as the customer is told: one to three short sentences, from facts alone. A result is
 * claimed at three levels only: expected (shown by control of the address), being looked into, or
 * not possible, with the reason.
 */
export function reasonWords(reason: Reason, context: WordsContext): Words {
  const byOutcome = sentences[reason.code];
  const sentence = byOutcome[variantOf(reason)] ?? byOutcome[reason.outcome] ?? byOutcome.any;
  return fill(sentence, { ...factsOf(reason), ...named(context) }, levels[reason.outcome]);
}

/** What would change the answer, as one sentence. */
export function changeWords(reason: Reason, context: WordsContext): Words {
  const { code, facts } = reason.wouldChange;
  return fill(changeSentences[code], { ...plain(facts), ...named(context) }, levels.wait);
}

/** What there is to say about a transfer (or, with null, about a transaction) on one network. */
export function wordsContext(
  facts: Facts,
  network: Pick<NetworkDiagnosis, 'network'> | null,
  one: TransferDiagnosis | null,
): WordsContext {
  const place = facts.networks.find((entry) => entry.network === network?.network);
  const transfer = one?.transfer;
  const symbol = transfer
    ? (transfer.symbol ?? nativeSymbol(facts, network, transfer.token))
    : null;
  return {
    amount: transfer ? amountText(transfer, symbol) : null,
    symbol,
    network: place?.label ?? { ja: 'ネットワーク', en: 'the network' },
    taken: takenBy(facts, symbol),
  };
}

function nativeSymbol(
  facts: Facts,
  network: Pick<NetworkDiagnosis, 'network'> | null,
  token: string | null,
): string | null {
  if (token !== null) return null;
  return facts.networks.find((entry) => entry.network === network?.network)?.native.symbol ?? null;
}

function amountText(transfer: TransferDiagnosis['transfer'], symbol: string | null): Words {
  const name = symbol ?? transfer.token ?? '';
  if (transfer.kind === 'nft') return same(`${name} #${transfer.tokenId ?? '?'}`.trim());
  // A contract that does not say its decimals leaves only its own count.
  if (transfer.decimals === null) {
    return {
      ja: `${name}(最小単位で ${transfer.amount})`,
      en: `${transfer.amount} base units of ${name}`,
    };
  }
  return same(`${formatUnits(transfer.amount, transfer.decimals)} ${name}`.trim());
}

function same(text: string): Words {
  return { ja: text, en: text };
}

/** Where the same asset is taken, by its name; else every network by which anything is. */
function takenBy(facts: Facts, symbol: string | null): Words {
  const assets = facts.assets.read ? facts.assets.entries : [];
  const same = assets.filter((asset) => asset.symbol === symbol).map((asset) => asset.network);
  const listed = facts.networks.filter((place) =>
    same.length > 0 ? same.includes(place.network) : place.listed,
  );
  const join = (language: 'ja' | 'en') => listed.map((place) => place.label[language]).join(', ');
  return { ja: join('ja') || 'ほかのネットワーク', en: join('en') || 'other networks' };
}

/** Finer than the outcome where the customer needs to hear something else. */
function variantOf(reason: Reason): string {
  const facts = factsOf(reason);
  if (reason.code === 'ALREADY_CREDITED' && facts['credit.to']) return String(facts['credit.to']);
  if (reason.code === 'UNKNOWN') return reason.wouldChange.code;
  return reason.outcome;
}

function factsOf(reason: Reason): Record<string, string> {
  return {
    ...plain(reason.wouldChange.facts),
    ...Object.fromEntries([...reason.because].reverse().map(({ fact, value }) => [fact, value])),
  };
}

/** Amounts in base units become readable where the facts say how. */
function plain(facts: Readonly<Record<string, string>>): Record<string, string> {
  const { minimum, missing, decimals } = facts;
  if (decimals === undefined) return { ...facts };
  const readable = (units: string | undefined) =>
    formatUnits(BigInt(units ?? '0'), Number(decimals));
  return { ...facts, minimum: readable(minimum), missing: readable(missing) };
}

function named(context: WordsContext): Record<string, string | Words> {
  return {
    amount: context.amount ?? '',
    symbol: context.symbol ?? '',
    network: context.network,
    taken: context.taken,
  };
}

function fill(words: Words, values: Readonly<Record<string, string | Words>>, level: Words): Words {
  const filled = (language: 'ja' | 'en') =>
    words[language].replace(/\{([a-z._]+)\}/g, (_, name: string) => {
      const value = name === 'level' ? level : values[name];
      return value === undefined ? '–' : typeof value === 'string' ? value : value[language];
    });
  return { ja: filled('ja').trim(), en: filled('en').trim() };
}

/** The three levels at which a result may be claimed, and which outcome is at which. */
export const claimedLevel: Readonly<
  Record<ReasonOutcome, 'expected' | 'looking' | 'not_possible'>
> = {
  credit: 'expected',
  refund: 'expected',
  wait: 'looking',
  hold: 'looking',
  keep: 'not_possible',
  compensate: 'not_possible',
  refuse: 'not_possible',
};
