import { permit } from '../access/index.ts';
import type { Context } from '../audit/index.ts';
import { type Case, readCase } from '../cases/index.ts';
import type { Database } from '../db/index.ts';
import {
  type Claim,
  type DescribedClaim,
  describeClaim,
  type RecoveryContext,
  readClaim,
  readFacts,
} from '../recovery/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { type Act, type ActSituation, actsFor } from './acts.ts';
import { type CaseDiagnosis, caseDiagnosis } from './case-diagnosis.ts';
import { type CaseHistory, caseHistory } from './case-history.ts';
import { type CaseMoney, caseMoney } from './case-money.ts';
import { type CasePayment, casePayment } from './case-payment.ts';
import { type CasePlan, casePlan } from './case-plan.ts';
import { caseProcedure, caseStages, type ProcedureStep, type Stage } from './case-steps.ts';
import { type CaseTransfer, caseTransfers } from './case-transfers.ts';
import { maskedCustomer } from './masked-customer.ts';
import { type NextAct, nextActFor } from './next-act.ts';
import { type StaffName, staffNames } from './staff-names.ts';
import type { Language } from './what-words.ts';

/** A case whole, for one reader. */
export interface CasePage {
  readonly described: DescribedClaim;
  readonly case: Case;
  readonly aside: { readonly until: Date; readonly waitsFor: string } | null;
  readonly owner: StaffName | null;
  /** In whole yen, as of the quote; null where nobody had a price. */
  readonly worthYen: bigint | null;
  readonly next: NextAct;
  readonly acts: readonly Act[];
  readonly diagnosis: CaseDiagnosis | null;
  readonly transfers: readonly CaseTransfer[];
  /** Null while there is none, and for whoever may not read plans. */
  readonly plan: CasePlan | null;
  readonly payment: CasePayment | null;
  readonly money: CaseMoney;
  readonly customer: {
    readonly id: string;
    readonly language: string;
    readonly earlierCases: readonly string[];
  };
  readonly history: CaseHistory;
  readonly stages: readonly Stage[];
  readonly procedure: readonly ProcedureStep[];
  /** The customer's other cases of the same transaction. */
  readonly siblings: readonly string[];
  readonly cluster: { readonly key: string; readonly numbers: readonly string[] } | null;
  /** The names of everybody who is named by an id. */
  readonly names: ReadonlyMap<string, StaffName>;
}

/** Everything that the desk sees of a case. Personal data is not among it. */
export async function readCasePage(
  context: Pick<RecoveryContext, 'clock' | 'profile'> & Pick<Context, 'database' | 'actor'>,
  number: string,
  language: Language,
): Promise<Outcome<CasePage, 'not_permitted' | 'claim_not_found'>> {
  const { database, actor } = context;
  const permitted = permit(actor, 'case.read');
  if (!permitted.ok) return permitted;
  const [claim, opened] = await Promise.all([
    readClaim(database, number),
    readCase(database, actor, number),
  ]);
  if (!claim || !opened.ok) return refuse('claim_not_found', { number });
  const described = await describeClaim(context, claim);
  const [facts, plan, payment, money, history, around, row] = await Promise.all([
    readFacts(database, number),
    casePlan(database, described, language),
    casePayment(database, claim, language),
    caseMoney(database, described),
    caseHistory(database, number, language),
    casesAround(database, claim),
    caseRow(database, number),
  ]);
  const names = await staffNames(database, [
    opened.value.owner,
    claim.hold?.by ?? null,
    claim.correction?.by ?? null,
    claim.closure?.by ?? null,
  ]);
  const { owner } = opened.value;
  const situation: ActSituation = {
    state: claim.state,
    involved: row.involved,
    approvedBy: plan?.approvals.map((one) => one.staff) ?? [],
    hasDiagnosis: claim.diagnosis !== null,
    owner,
  };
  return done({
    described,
    case: opened.value,
    aside: row.aside,
    worthYen: row.worthYen,
    owner: owner === null ? null : (names.get(owner) ?? null),
    next: nextActFor(actor, situation, language),
    acts: actsFor(actor, situation, language),
    diagnosis: caseDiagnosis(described, facts, language),
    transfers: caseTransfers(described),
    plan: permit(actor, 'plan.read').ok ? plan : null,
    payment,
    money,
    customer: {
      id: maskedCustomer(claim.customer),
      language: claim.language,
      earlierCases: around.earlier,
    },
    history,
    stages: caseStages(history.entries, plan, language),
    procedure: caseProcedure(described, plan, language),
    siblings: around.siblings,
    cluster: around.cluster,
    names,
  });
}

async function caseRow(database: Database, number: string) {
  const row = await database
    .selectFrom('cases')
    .innerJoin('claims', 'claims.number', 'cases.number')
    .select(['snoozed_until', 'waits_for', 'involved', 'worth_yen'])
    .where('cases.number', '=', number)
    .executeTakeFirstOrThrow();
  const { snoozed_until: until, waits_for: waitsFor, involved, worth_yen: worthYen } = row;
  return { involved, worthYen, aside: until && waitsFor !== null ? { until, waitsFor } : null };
}

const aroundMax = 50;

/** The customer's other cases, and open ones of the same cause, asset and network. */
async function casesAround(database: Database, claim: Claim) {
  const own = await database
    .selectFrom('claims')
    .select(['number', 'transaction_hash'])
    .where('customer_id', '=', claim.customer)
    .where('number', '<>', claim.number)
    .orderBy('created_at', 'desc')
    .limit(aroundMax)
    .execute();
  const siblings = own.filter(
    (one) => claim.transactionHash !== null && one.transaction_hash === claim.transactionHash,
  );
  const earlier = own.filter((one) => !siblings.includes(one));
  return {
    siblings: siblings.map((one) => one.number),
    earlier: earlier.map((one) => one.number),
    cluster: claim.cluster === null ? null : await clusterOf(database, claim, claim.cluster),
  };
}

async function clusterOf(database: Database, claim: Claim, key: string) {
  const rows = await database
    .selectFrom('claims')
    .select('number')
    .where('cluster', '=', key)
    .where('state', '=', claim.state)
    .where('number', '<>', claim.number)
    .orderBy('created_at')
    .limit(aroundMax)
    .execute();
  return rows.length === 0 ? null : { key, numbers: rows.map((row) => row.number) };
}
