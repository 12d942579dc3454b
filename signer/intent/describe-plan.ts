import type { Line, Plan, Purpose } from './plan.ts';
import { readLine } from './read-line.ts';

export type Language = 'ja' | 'en';

export interface PlanInWords {
  readonly heading: string;
  /** One sentence a line, in order. */
  readonly lines: readonly string[];
}

/** EVM networks count their own coin in 10^-18, whatever its name. */
const weiDecimals = 18;

/**
 * Tells a plan in words for those who approve it. What moves, how much and where to is decoded from
 * the bytes here; only how many decimals a token has and its name are taken from the plan, and the
 * base units and the contract stand beside them, for a name proves nothing.
 */
export function describePlan(plan: Plan, language: Language): PlanInWords {
  const { caseNumber, requester, transferKey, network, expiresAt } = plan;
  const heading =
    language === 'ja'
      ? `案件 ${caseNumber}（申請者 ${requester}）：送金 ${transferKey} の返却。` +
        `ネットワーク evm:${network.chainId}、承認期限 ${expiresAt}。`
      : `Case ${caseNumber} (requested by ${requester}): return of transfer ${transferKey}. ` +
        `Network evm:${network.chainId}, to be signed before ${expiresAt}.`;
  return { heading, lines: plan.lines.map((line) => describeLine(plan, line, language)) };
}

const purposeInWords: Record<Language, Record<Purpose, string>> = {
  ja: { gas: 'ガス代の補充', return: 'お客さまへの返却', sweep: '当社アドレスへの移動' },
  en: { gas: 'Gas for the fees', return: 'Return to the customer', sweep: 'Move to the exchange' },
};

function describeLine(plan: Plan, line: Line, language: Language): string {
  const purpose = purposeInWords[language][line.purpose];
  const movement = readLine(plan.network, line);
  if (!movement) {
    return language === 'ja'
      ? `${purpose}：内容を読み取れない取引です。承認しないでください。`
      : `${purpose}: a transaction that can't be read. Do not approve it.`;
  }
  const native = line.data === '0x';
  const decimals = native ? weiDecimals : line.shows.decimals;
  const amount = `${point(movement.amount, decimals)} ${shownName(line.shows.symbol)}`;
  const fee = point(BigInt(line.feeWeiMax), weiDecimals);
  if (language === 'ja') {
    const units = native
      ? `${movement.amount} wei`
      : `コントラクト ${line.to} の ${movement.amount} 単位`;
    return `${purpose}：${line.from} から ${movement.recipient} へ ${amount}（${units}）。手数料の上限はネットワークの通貨で ${fee}。`;
  }
  const units = native
    ? `${movement.amount} wei`
    : `${movement.amount} units of contract ${line.to}`;
  return `${purpose}: ${amount} (${units}) from ${line.from} to ${movement.recipient}. Network fee at most ${fee} of the network's own coin.`;
}

/** Letters and symbols that show nothing: Hangul fillers, an empty Braille cell, and their like. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\u2800]/gu;

/**
 * A stranger chose the name: what shows nothing is made visible, and a name in another script is kept
 * apart (Unicode's isolates), so that letters that run from right to left turn no number around.
 */
function shownName(symbol: string): string {
  const visible = symbol.replace(unseen, '\ufffd');
  return /^[\x21-\x7e]*$/.test(visible) ? visible : `\u2068${visible}\u2069`;
}

/** `units` with a decimal point `decimals` digits from the right, without trailing zeros. */
function point(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
