import type { Rule, TransactionRule } from '../rule.ts';
import { alreadyCredited } from './already-credited.ts';
import { belowMin } from './below-min.ts';
import { contractMigrated } from './contract-migrated.ts';
import { creditMissed } from './credit-missed.ts';
import { deadOrZeroAddress } from './dead-or-zero-address.ts';
import { depositSuspended } from './deposit-suspended.ts';
import { failedReverted } from './failed-reverted.ts';
import { fakeToken } from './fake-token.ts';
import { foreignContract } from './foreign-contract.ts';
import { hotWalletAddress } from './hot-wallet-address.ts';
import { internalContractTransfer } from './internal-contract-transfer.ts';
import { notOurs } from './not-ours.ts';
import { otherUsersAddress } from './other-users-address.ts';
import { reorged } from './reorged.ts';
import { replaced } from './replaced.ts';
import { retiredAddress } from './retired-address.ts';
import { riskHold } from './risk-hold.ts';
import { sentByUs } from './sent-by-us.ts';
import { toTokenContract } from './to-token-contract.ts';
import { unconfirmed } from './unconfirmed.ts';
import { unlistedNetwork } from './unlisted-network.ts';
import { unlistedToken } from './unlisted-token.ts';
import { wrongNetworkContractAddr } from './wrong-network-contract-addr.ts';
import { wrongNetworkSameKey } from './wrong-network-same-key.ts';

/**
 * The rules in the order in which they are tried. First what forbids an answer, then whether the
 * transaction stands, then whether it may ever be paid, then whose it is, then what is wrong with it,
 * and last that nothing is. Each rule's `place` says why it stands where it does.
 */
export const rules: readonly Rule[] = [
  riskHold,
  reorged,
  replaced,
  failedReverted,
  alreadyCredited,
  sentByUs,
  fakeToken,
  unconfirmed,
  deadOrZeroAddress,
  toTokenContract,
  foreignContract,
  notOurs,
  hotWalletAddress,
  otherUsersAddress,
  belowMin,
  depositSuspended,
  wrongNetworkContractAddr,
  wrongNetworkSameKey,
  unlistedNetwork,
  contractMigrated,
  unlistedToken,
  retiredAddress,
  internalContractTransfer,
  creditMissed,
];

/** The rules about the transaction as a whole: they hold for it even where it has no transfer. */
export const transactionRules: readonly TransactionRule[] = [
  reorged,
  replaced,
  failedReverted,
  unconfirmed,
];

export { unknown, unreadGroups, unreadNetworks } from './unknown.ts';
