import type { Lists } from '../lists/index.ts';
import type { PaymentContext } from '../payments/index.ts';
import type { ProfileName } from '../profiles/index.ts';
import type { FeeSchedule } from './fees/index.ts';

/** What recovery reaches outside with, and the rules it goes by. */
export interface RecoveryContext extends PaymentContext {
  readonly lists: Lists;
  readonly profile: ProfileName;
  readonly schedule: FeeSchedule;
  /** Addresses of the house, on every EVM network the same. */
  readonly house: House;
}

/** Where the house's own keys are: derivation paths, never the keys. */
export interface House {
  readonly gas: { readonly path: string };
  readonly treasury: { readonly path: string };
}
