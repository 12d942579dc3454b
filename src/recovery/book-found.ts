import type { Tx } from '../db/index.ts';
import {
  bookedAgain,
  type FoundOnChain,
  findEntry,
  foundOnChain,
  foundOnChainKey,
  foundReversed,
  post,
  timesReversed,
} from '../ledger/index.ts';
import { amount } from '../money/index.ts';
import { invariant } from '../std/index.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import type { Focus } from './focus-on.ts';

/**
 * What lies final at an address of ours is owed to the claim from now on. A transfer is owed to one
 * claim at a time: when an earlier one was withdrawn or refused, its debt is taken back first.
 */
export async function bookFound(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  { transfer, network, key }: Focus,
): Promise<void> {
  invariant(key, 'what was found has moved, so it has a key');
  const found: FoundOnChain = {
    caseNumber: claim.number,
    transfer: key,
    network,
    address: transfer.to,
    amount: amount(transfer.asset, transfer.amount),
  };
  const edition = 1 + (await timesReversed(tx, foundOnChainKey(key)));
  const entry = bookedAgain(foundOnChain(found), edition);
  const standing = await findEntry(tx, entry.key);
  if (standing?.caseNumber === claim.number) return;
  if (standing) {
    const owedBefore = { ...found, caseNumber: standing.caseNumber, edition };
    const takenBack = await post(tx, context, foundReversed(owedBefore));
    invariant(takenBack.ok, `${claim.number}: what was owed to ${standing.caseNumber} is free`);
  }
  const next = standing ? bookedAgain(foundOnChain(found), edition + 1) : entry;
  const booked = await post(tx, context, next);
  invariant(booked.ok, `${claim.number}: what was found is booked as owed`);
}

/**
 * The chain has taken the transfer back: nothing of it is owed any more. What the chain shows anew is
 * booked anew.
 */
export async function takeBackFound(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  { transfer, network, key }: Focus,
): Promise<void> {
  if (key === null) return;
  const edition = 1 + (await timesReversed(tx, foundOnChainKey(key)));
  const found: FoundOnChain = {
    caseNumber: claim.number,
    transfer: key,
    network,
    address: transfer.to,
    amount: amount(transfer.asset, transfer.amount),
  };
  const standing = await findEntry(tx, bookedAgain(foundOnChain(found), edition).key);
  if (standing?.caseNumber !== claim.number) return;
  const takenBack = await post(tx, context, foundReversed({ ...found, edition }));
  invariant(takenBack.ok, `${claim.number}: what was owed and is gone was not paid`);
}
