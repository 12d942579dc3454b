import { type Plan, readLine } from '../custody/index.ts';
import { formatUnits } from '../money/index.ts';
import type { DescribedClaim } from '../recovery/index.ts';
import type { Language, Words } from './what-words.ts';

/** One thing about a plan that was compared, and what came of it. */
export interface PlanCheck {
  readonly field: 'to' | 'from' | 'amount' | 'fee' | 'token' | 'simulation';
  readonly ok: boolean;
  readonly text: string;
}

/**
 * Compares a return, line by line as its bytes say, with what was found and what the customer
 * accepted. It shows approvers why; what stops a wrong plan is the signer.
 */
export function planChecks(
  { claim, focus }: Pick<DescribedClaim, 'claim' | 'focus'>,
  language: Language,
): PlanCheck[] {
  const { plan: waiting, choice, destination } = claim;
  if (waiting?.kind !== 'return' || !focus || !choice) return [];
  const { plan, simulation } = waiting;
  const [back] = movesOf(plan, 'return');
  const [kept] = movesOf(plan, 'sweep');
  const checks: (PlanCheck | null)[] = [
    check('to', back?.recipient === destination?.address, sameAddress(claim, focus), language),
    check('from', back?.from === focus.transfer.to, words.from, language),
    check(
      'amount',
      back !== undefined && back.amount === choice.units && sumOf(plan) === focus.transfer.amount,
      words.amount,
      language,
    ),
    kept
      ? check('fee', kept.amount === choice.fee?.total.units, feeWords(kept, focus), language)
      : null,
    focus.transfer.token
      ? check('token', back?.contract === focus.transfer.token, words.token, language)
      : null,
    simulation ? { field: 'simulation', ok: true, text: words.simulated[language] } : null,
  ];
  return checks.flatMap((one) => one ?? []);
}

interface Move {
  readonly from: string;
  readonly recipient: string;
  readonly amount: bigint;
  readonly contract: string;
}

/** What the bytes of the lines of a purpose move. A line that can't be read moves nothing known. */
function movesOf(plan: Plan, purpose: 'return' | 'sweep'): Move[] {
  return plan.lines
    .filter((line) => line.purpose === purpose)
    .flatMap((line) => {
      const read = readLine(plan.network, line);
      if (!read) return [];
      return [
        { from: line.from, recipient: read.recipient, amount: read.amount, contract: line.to },
      ];
    });
}

function sumOf(plan: Plan): bigint {
  const moves = [...movesOf(plan, 'return'), ...movesOf(plan, 'sweep')];
  return moves.reduce((sum, move) => sum + move.amount, 0n);
}

function check(
  field: PlanCheck['field'],
  ok: boolean,
  { yes, no }: { readonly yes: Words; readonly no: Words },
  language: Language,
): PlanCheck {
  return { field, ok, text: (ok ? yes : no)[language] };
}

function sameAddress(claim: DescribedClaim['claim'], focus: NonNullable<DescribedClaim['focus']>) {
  const isSender = claim.destination?.address === focus.transfer.from;
  return {
    yes: isSender
      ? {
          ja: '送り元、お客さまが承諾した返還先と、42文字すべて一致',
          en: 'All 42 characters equal the sender and what the customer accepted',
        }
      : {
          ja: 'お客さまのものと確かめた返還先と、42文字すべて一致',
          en: 'All 42 characters equal the wallet that was shown to be the customer’s',
        },
    no: {
      ja: 'お客さまが承諾した返還先と違います',
      en: 'This is not the address that the customer accepted',
    },
  };
}

function feeWords(kept: Move, { transfer }: NonNullable<DescribedClaim['focus']>) {
  const { symbol, decimals } = transfer;
  const shown = decimals === null ? '' : `${formatUnits(kept.amount, decimals)} ${symbol ?? ''} = `;
  return {
    yes: {
      ja: `見積もりの手数料どおり。${shown}${kept.amount}最小単位`,
      en: `The fee of the quote; ${shown}${kept.amount} base units`,
    },
    no: { ja: '見積もりの手数料と違います', en: 'This is not the fee of the quote' },
  };
}

const words = {
  from: {
    yes: {
      ja: '届いたアドレスと一致。署名機が鍵から再導出した',
      en: 'Where it arrived; re-derived by the signer from its key',
    },
    no: { ja: '届いたアドレスと違います', en: 'This is not where it arrived' },
  },
  amount: {
    yes: {
      ja: '見積もりから手数料を引いた額と、最小単位まで一致',
      en: 'The quote less its fee, to the last unit',
    },
    no: {
      ja: '見積もりから手数料を引いた額と違います',
      en: 'This is not the quote less its fee',
    },
  },
  token: {
    yes: { ja: '届いたトークンのコントラクトと一致', en: 'The contract that it arrived as' },
    no: {
      ja: '届いたトークンのコントラクトと違います',
      en: 'This is not the contract that it arrived as',
    },
  },
  simulated: {
    ja: '試算で、残高の増減が最小単位まで一致',
    en: 'Simulated: balances moved by exactly these amounts',
  },
} as const;
