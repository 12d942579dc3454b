import {
  type Because,
  type Claim,
  changeWords,
  type DescribedClaim,
  type Facts,
  type Focus,
  factWords,
  type Reason,
  type ReasonCode,
  type ReasonOutcome,
  reasonWords,
  wordsContext,
} from '../recovery/index.ts';
import { factsBeside } from './facts-beside.ts';
import { ruledOut } from './ruled-out.ts';
import { type Language, reasonTitle } from './what-words.ts';

/** One fact, as a specialist reads it. */
export interface EvidenceLine {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
  /** How the value is printed. */
  readonly kind: ValueKind;
  readonly source: string;
  /** When it was read; null for a claim that was looked at before facts were kept. */
  readonly at: Date | null;
}

/** `flag` is yes or no; `units` a whole number. */
export type ValueKind = 'address' | 'hash' | 'time' | 'units' | 'flag' | 'text';

/** One reason, in the order in which it decides. */
export interface RankedReason {
  readonly code: ReasonCode;
  readonly title: string;
  readonly sentence: string;
  readonly outcome: ReasonOutcome;
  readonly because: readonly EvidenceLine[];
  readonly wouldChange: string | null;
  readonly main: boolean;
}

/** A reason that was looked for and does not apply, with the fact that says so. */
export interface RuledOut {
  readonly code: ReasonCode;
  readonly title: string;
  readonly sentence: string;
  readonly source: string;
}

/** The machine's answer whole: what it is, what else is true, what is not, and what a person made of it. */
export interface CaseDiagnosis {
  readonly ranked: readonly RankedReason[];
  readonly ruledOut: readonly RuledOut[];
  readonly correction: Claim['correction'];
  /** How many facts the ranked reasons stand on. */
  readonly facts: number;
  readonly nodes: { readonly asked: number; readonly agreeMin: number } | null;
  readonly foundOn: readonly string[];
  readonly notFoundOn: readonly string[];
  readonly unread: readonly { readonly network: string; readonly why: string }[];
  readonly at: Date | null;
}

/** Null before the first answer. */
export function caseDiagnosis(
  { claim, focus }: Pick<DescribedClaim, 'claim' | 'focus'>,
  facts: Facts | null,
  language: Language,
): CaseDiagnosis | null {
  const { diagnosis, evidence } = claim;
  if (!diagnosis) return null;
  const reasons = reasonsOf(claim, focus);
  const at = facts?.asOf ?? null;
  const beside = facts && focus ? factsBeside(claim, facts, focus) : [];
  const ranked = reasons.map((reason, index): RankedReason => {
    const words = facts && wordsContext(facts, placeOf(claim, focus), focus);
    const told = index === 0 ? claim.answer : null;
    return {
      code: reason.code,
      title: reasonTitle(reason.code, language),
      sentence: (told?.why ?? (words && reasonWords(reason, words)))?.[language] ?? '',
      outcome: reason.outcome,
      because: [...reason.because, ...(index === 0 ? notIn(reason, beside) : [])].map((one) =>
        evidenceLine(one, at, language),
      ),
      wouldChange: (told?.change ?? (words && changeWords(reason, words)))?.[language] ?? null,
      main: index === 0,
    };
  });
  return {
    ranked,
    ruledOut: facts && focus ? ruledOut(claim, facts, focus, language) : [],
    correction: claim.correction,
    facts: ranked.reduce((sum, reason) => sum + reason.because.length, 0),
    nodes: evidence && { asked: evidence.nodes, agreeMin: evidence.agreeMin },
    foundOn: diagnosis.found.map((one) => one.network),
    notFoundOn: diagnosis.notFoundOn,
    unread: diagnosis.unread.map(({ network, why }) => ({ network, why })),
    at,
  };
}

/** What is beside the facts that decided says nothing twice. */
function notIn({ because }: Reason, beside: readonly Because[]): readonly Because[] {
  return beside.filter(({ fact }) => !because.some((one) => one.fact === fact));
}

function placeOf({ diagnosis }: Claim, focus: Focus | null) {
  return focus ?? diagnosis?.found.find((one) => one.reasons.length > 0) ?? null;
}

/** Of the transfer it is about; else of the transaction, else of the search. */
function reasonsOf(claim: Claim, focus: Focus | null): readonly Reason[] {
  const { diagnosis } = claim;
  if (focus && focus.reasons.length > 0) return focus.reasons;
  const onNetwork = diagnosis?.found.find((one) => one.reasons.length > 0)?.reasons;
  return onNetwork ?? diagnosis?.reasons ?? [];
}

/** A fact with what it is called. */
export function evidenceLine(
  { fact, value, source }: Because,
  at: Date | null,
  language: Language,
): EvidenceLine {
  return { fact, label: factWords[fact][language], value, kind: kindOf(value), source, at };
}

function kindOf(value: string): ValueKind {
  if (/^0x[0-9a-f]{40}$/i.test(value)) return 'address';
  if (/^0x[0-9a-f]{64}$/i.test(value)) return 'hash';
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return 'time';
  if (/^\d+$/.test(value)) return 'units';
  return /^(yes|no|true|false|unknown)$/.test(value) ? 'flag' : 'text';
}
