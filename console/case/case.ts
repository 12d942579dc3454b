import type {
  CaseDiagnosis,
  CasePage,
  CasePlan,
  CaseTransfer,
  EvidenceLine,
} from '../../client/kaeru.gen.ts';

/** Everything that the case page shows. */
export type CasePageData = CasePage;
export type { CasePlan, CaseTransfer, EvidenceLine };

/** An act on a case as it stands for the reader: what is not permitted says why. */
export type OfferedAct = CasePage['acts'][number];

/** One reason of a diagnosis, with what speaks for it. */
export type RankedReason = CaseDiagnosis['ranked'][number];
