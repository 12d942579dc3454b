import type { Language } from '../language.ts';
import type { ClaimAnswer } from '../routes/claim-schema.ts';
import { exactRow, type Paper, type Part, rowOf } from './paper.ts';
import { exactTime, wholeAmount } from './paper-values.ts';

/**
 * What was paid out, from what, and what it cost: made of the very answer that the page shows. Null
 * before anything was.
 */
export function receiptPaper(
  claim: ClaimAnswer,
  language: Language,
  timeZone: string,
): Paper | null {
  if (!claim.receiptAvailable) return null;
  return {
    ...{ kind: 'receipt', language, caseNumber: claim.number },
    title: words.title[language],
    parts: [
      { heading: null, sentences: [claim.headline], rows: [] },
      paidPart(claim, language, timeZone),
      feePart(claim, language),
      foundPart(claim, words.deposit[language], language, timeZone),
      { heading: words.way[language], sentences: wayOf(claim), rows: [] },
      { heading: words.tax[language], sentences: [words.taxSays[language]], rows: [] },
      ...(claim.lesson.length > 0
        ? [{ heading: words.next[language], sentences: claim.lesson, rows: [] }]
        : []),
    ],
  };
}

function paidPart(claim: ClaimAnswer, language: Language, timeZone: string): Part {
  const { choice, destination, endedAt, transactions } = claim;
  const sent = transactions.find(({ purpose }) => purpose === 'return');
  return {
    heading: words.paid[language],
    sentences: [],
    rows: [
      ...rowOf(words.case[language], claim.number),
      ...rowOf(words.received[language], choice?.amount && wholeAmount(choice.amount, language)),
      ...rowOf(words.how[language], choice?.title),
      ...rowOf(words.when[language], endedAt && exactTime(endedAt, language, timeZone)),
      ...exactRow(words.to[language], destination?.address),
      ...(sent ? exactRow(words.transaction[language], sent.hash) : []),
    ],
  };
}

function feePart(claim: ClaimAnswer, language: Language): Part {
  const option = claim.quote?.options.find(({ kind }) => kind === claim.choice?.option);
  const fee = option?.fee ?? null;
  if (!fee || fee.total.units === '0') {
    return { heading: words.fee[language], sentences: [words.free[language]], rows: [] };
  }
  const tax = fee.tax.units === '0' ? null : wholeAmount(fee.tax, language);
  return {
    heading: words.fee[language],
    sentences: [],
    rows: [
      ...rowOf(words.feeTotal[language], wholeAmount(fee.total, language)),
      ...rowOf(words.feeTax[language], tax),
      ...rowOf(words.feeFor[language], fee.purpose),
      ...rowOf(
        words.feeFrom[language],
        fee.inKind ? words.inKind[language] : words.feeStatus[claim.fee?.status ?? '']?.[language],
      ),
      ...rowOf(words.invoice[language], claim.fee?.invoice),
    ],
  };
}

/** The transfer that it is about, under this heading. */
export function foundPart(
  claim: ClaimAnswer,
  heading: string,
  language: Language,
  timeZone: string,
): Part {
  const { found, evidence } = claim;
  const chain = evidence && `${evidence.network} (${evidence.networkId})`;
  return {
    heading,
    sentences: [],
    rows: [
      ...rowOf(words.amount[language], found && wholeAmount(found.amount, language)),
      ...rowOf(words.network[language], chain ?? found?.network),
      ...rowOf(
        words.blockTime[language],
        evidence?.blockTime && exactTime(evidence.blockTime, language, timeZone),
      ),
      ...exactRow(words.from[language], found?.from),
      ...exactRow(words.arrivedAt[language], found?.to),
      ...exactRow(words.transaction[language], claim.transaction),
      ...rowOf(words.block[language], evidence && blockOf(evidence, language)),
      ...rowOf(words.readBy[language], evidence && words.nodes[language](evidence.agreeMin)),
    ],
  };
}

function blockOf(
  evidence: NonNullable<ClaimAnswer['evidence']>,
  language: Language,
): string | null {
  const { block, confirmations, confirmationsMin } = evidence;
  if (block === null) return null;
  return language === 'ja'
    ? `${block}（確認数${confirmations}、${confirmationsMin}で確定）`
    : `${block} (${confirmations} confirmations, final at ${confirmationsMin})`;
}

function wayOf({ route }: ClaimAnswer): string[] {
  return route.map(({ label, text, via }) =>
    [`${label}: ${text}`, ...(via ? [via] : [])].join(' → '),
  );
}

const words = {
  title: { ja: 'お手続き完了の控え', en: 'Receipt of a completed recovery' },
  paid: { ja: 'お受け取りの内容', en: 'What you received' },
  case: { ja: '受付番号', en: 'Case' },
  received: { ja: 'お受け取りの額', en: 'Amount' },
  how: { ja: '方法', en: 'How' },
  when: { ja: '完了した時刻', en: 'Completed' },
  to: { ja: 'お届け先のアドレス', en: 'Destination' },
  transaction: { ja: '取引の番号', en: 'Transaction' },
  fee: { ja: '手数料', en: 'Fee' },
  free: { ja: '手数料はいただいていません。', en: 'There was no fee.' },
  feeTotal: { ja: '手数料（税込）', en: 'Fee, tax included' },
  feeTax: { ja: 'うち税', en: 'Tax in it' },
  feeFor: { ja: '内容', en: 'For' },
  feeFrom: { ja: 'お支払い', en: 'Paid' },
  inKind: { ja: '見つかった資産から差し引きました', en: 'Taken from what was found' },
  feeStatus: {
    due: { ja: 'これからいただきます', en: 'To be charged' },
    charged: { ja: '口座の残高からいただきました', en: 'Taken from your balance' },
    unpaid: { ja: '未払い', en: 'Unpaid' },
  } as Readonly<Record<string, { readonly ja: string; readonly en: string }>>,
  invoice: { ja: '請求番号', en: 'Invoice' },
  deposit: { ja: '見つかった入金', en: 'The deposit that was found' },
  amount: { ja: '数量', en: 'Amount' },
  network: { ja: 'ネットワーク', en: 'Network' },
  blockTime: { ja: '届いた時刻', en: 'Arrived' },
  from: { ja: '送り元のアドレス', en: 'From' },
  arrivedAt: { ja: '送り先のアドレス', en: 'Sent to' },
  block: { ja: 'ブロック', en: 'Block' },
  readBy: { ja: '調べ方', en: 'Read by' },
  nodes: {
    ja: (count: number) => `${count}つ以上のノードが、同じ答えを返しました`,
    en: (count: number) => `at least ${count} node${count === 1 ? '' : 's'} with the same answer`,
  },
  way: { ja: '資産の道すじ', en: 'The way it took' },
  tax: { ja: '税について', en: 'About tax' },
  taxSays: {
    ja: 'この控えは、お手続きの内容と手数料の記録です。税務上の扱いは、税務署または税理士にご確認ください。',
    en: 'This records what was done and what it cost. For its treatment in tax, ask your tax office or adviser.',
  },
  next: { ja: '次に送るときのために', en: 'For the next time' },
} as const;
