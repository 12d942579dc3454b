import { decodeLine } from './decode-line.ts';
import type { AnyPlan, CreditPlan, PlanLine, ReturnPlan } from './plan.ts';

type Language = 'ja' | 'en';

/** A plan in words: who asks for what until when, and a sentence a line. */
export interface PlanWords {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What a credit's asset is called; a return's plan says it itself. */
export interface AssetName {
  readonly symbol: string;
  readonly decimals: number;
}

/**
 * The words that a plan must be told in, composed here from its own bytes. What the server says is
 * laid beside them: the two agree to the letter, or nothing is signed.
 */
export function tellPlan(plan: AnyPlan, asset: AssetName, language: Language): PlanWords {
  return plan.kind === 'return'
    ? tellReturn(plan.plan, language)
    : tellCredit(plan.plan, asset, language);
}

const weiDecimals = 18;

function tellReturn(plan: ReturnPlan, language: Language): PlanWords {
  const { caseNumber: number, requester, transferKey, expiresAt } = plan;
  const network = `evm:${plan.network.chainId}`;
  const heading =
    language === 'ja'
      ? `案件 ${number}（申請者 ${requester}）：送金 ${transferKey} の返却。ネットワーク ${network}、承認期限 ${expiresAt}。`
      : `Case ${number} (requested by ${requester}): return of transfer ${transferKey}. Network ${network}, to be signed before ${expiresAt}.`;
  return { heading, lines: plan.lines.map((line) => tellLine(plan, line, language)) };
}

const purposes = {
  ja: { gas: 'ガス代の補充', return: 'お客さまへの返却', sweep: '当社アドレスへの移動' },
  en: { gas: 'Gas for the fees', return: 'Return to the customer', sweep: 'Move to the exchange' },
} as const;

function tellLine(plan: ReturnPlan, line: PlanLine, language: Language): string {
  const purpose = purposes[language][line.purpose];
  const moves = decodeLine(plan.network.chainId, line);
  if (!moves) {
    return language === 'ja'
      ? `${purpose}：内容を読み取れない取引です。承認しないでください。`
      : `${purpose}: a transaction that can't be read. Do not approve it.`;
  }
  const { contract, recipient } = moves;
  const decimals = contract ? line.shows.decimals : weiDecimals;
  const amount = `${point(moves.amount, decimals)} ${visibleName(line.shows.symbol)}`;
  const fee = point(BigInt(line.feeWeiMax), weiDecimals);
  if (language === 'ja') {
    const units = contract
      ? `コントラクト ${contract} の ${moves.amount} 単位`
      : `${moves.amount} wei`;
    return `${purpose}：${line.from} から ${recipient} へ ${amount}（${units}）。手数料の上限はネットワークの通貨で ${fee}。`;
  }
  const units = contract ? `${moves.amount} units of contract ${contract}` : `${moves.amount} wei`;
  return `${purpose}: ${amount} (${units}) from ${line.from} to ${recipient}. Network fee at most ${fee} of the network's own coin.`;
}

function tellCredit(plan: CreditPlan, asset: AssetName, language: Language): PlanWords {
  const amount = `${point(BigInt(plan.units), asset.decimals)} ${asset.symbol}`;
  const line =
    language === 'ja'
      ? `${plan.customer} の残高に ${amount} を入れます。`
      : `Credit ${amount} to the balance of ${plan.customer}.`;
  return { heading: plan.caseNumber, lines: [line] };
}

/** Letters that show nothing are made to show; another script's name is kept apart from numbers. */
function visibleName(symbol: string): string {
  const visible = symbol.replace(/[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\u2800]/gu, '\ufffd');
  return /^[\x21-\x7e]*$/.test(visible) ? visible : `\u2068${visible}\u2069`;
}

/** Base units with the point `decimals` digits from the right, without zeros at the end. */
function point(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}
