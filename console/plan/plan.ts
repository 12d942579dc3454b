/** One transaction of a return, as approvers agree to it. Everything in it is signed. */
export interface PlanLine {
  readonly purpose: 'gas' | 'return' | 'sweep';
  readonly from: string;
  /** Derivation path of the key that `from` belongs to. */
  readonly key: string;
  readonly to: string;
  readonly valueWei: string;
  readonly data: string;
  readonly feeWeiMax: string;
  /** What the plan says of itself; it has to agree with the bytes. */
  readonly shows: {
    readonly asset: string;
    readonly symbol: string;
    readonly decimals: number;
    readonly amount: string;
    readonly recipient: string;
  };
}

/** The plan of a return: every transaction, to the byte. */
export interface ReturnPlan {
  readonly version: 1;
  readonly id: string;
  readonly caseNumber: string;
  readonly requester: string;
  readonly transferKey: string;
  readonly network: { readonly chainId: number };
  readonly lines: readonly PlanLine[];
  readonly expiresAt: string;
}

/** The plan of a credit or a compensation: what is added to whose balance. */
export interface CreditPlan {
  readonly version: 1;
  readonly id: string;
  readonly caseNumber: string;
  readonly requester: string;
  readonly transferKey: string;
  /** The exchange's id of the customer. */
  readonly customer: string;
  readonly asset: string;
  readonly units: string;
  readonly feeUnits: string;
  readonly expiresAt: string;
}

/** A plan by its kind. */
export type AnyPlan =
  | { readonly kind: 'return'; readonly plan: ReturnPlan }
  | { readonly kind: 'credit' | 'compensate'; readonly plan: CreditPlan };
