import { alreadyCredited } from './already-credited.ts';
import { belowMinimum } from './below-minimum.ts';
import { collectible } from './collectible.ts';
import { contractAddress } from './contract-address.ts';
import { creditMissed } from './credit-missed.ts';
import { deadAddress } from './dead-address.ts';
import { failed } from './failed.ts';
import { fakeToken } from './fake-token.ts';
import { feeOnTransfer } from './fee-on-transfer.ts';
import { foreignContract } from './foreign-contract.ts';
import { hotWallet } from './hot-wallet.ts';
import { innerTransfer } from './inner-transfer.ts';
import { lyingLog } from './lying-log.ts';
import { manyInOne } from './many-in-one.ts';
import { migratedContract } from './migrated-contract.ts';
import type { Mishap } from './mishap.ts';
import { notOurs } from './not-ours.ts';
import { otherCustomer } from './other-customer.ts';
import { retiredAddress } from './retired-address.ts';
import { suspendedToken } from './suspended-token.ts';
import { toTokenContract } from './to-token-contract.ts';
import { unlistedCoin } from './unlisted-coin.ts';
import { unlistedToken } from './unlisted-token.ts';
import { wrongNetwork } from './wrong-network.ts';

/** Every mishap by its name: from those that come home to those that can't. */
export const mishaps = {
  'wrong-network': wrongNetwork,
  'other-customer': otherCustomer,
  'credit-missed': creditMissed,
  'unlisted-coin': unlistedCoin,
  'unlisted-token': unlistedToken,
  'contract-address': contractAddress,
  'retired-address': retiredAddress,
  'hot-wallet': hotWallet,
  'below-minimum': belowMinimum,
  'inner-transfer': innerTransfer,
  'suspended-token': suspendedToken,
  'migrated-contract': migratedContract,
  'fee-on-transfer': feeOnTransfer,
  'many-in-one': manyInOne,
  collectible: collectible,
  'already-credited': alreadyCredited,
  failed: failed,
  'fake-token': fakeToken,
  'lying-log': lyingLog,
  'to-token-contract': toTokenContract,
  'foreign-contract': foreignContract,
  'dead-address': deadAddress,
  'not-ours': notOurs,
} as const satisfies Readonly<Record<string, Mishap>>;

/** The name of a mishap. */
export type MishapName = keyof typeof mishaps;

export type { Mishap, Played } from './mishap.ts';
