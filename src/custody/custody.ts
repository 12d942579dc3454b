import type { Approval, Fees, Plan, SignerStatus } from '../../signer/intent/index.ts';
import type { Address, TxHash } from '../networks/index.ts';
import type { Outcome } from '../std/index.ts';
import type { CustodyCode } from './problems.ts';

/**
 * Whoever holds the keys, seen from the desk. Every failure is an outcome, and none of them means
 * that nothing was signed: the same request, asked again, gets the same bytes.
 */
export interface Custody {
  /** The address of the key at a path (`m/44'/60'/0'/0/7`), derived now, on every EVM network. */
  addressOf(path: string): Promise<Outcome<Address, CustodyCode>>;
  /** The extended public key of an account (`m/44'/60'/0'`). */
  xpubOf(accountPath: string): Promise<Outcome<string, CustodyCode>>;
  /** Signs one line of an approved plan. The bytes have been checked against the line. */
  sign(request: SignRequest): Promise<Outcome<SignedLine, CustodyCode>>;
  /** Vouches for the head of the audit record, which may only move forward. */
  signAuditHead(head: AuditHead): Promise<Outcome<SignedAuditHead, CustodyCode>>;
  /** Public keys, policy version, newest entry of the signer's store. */
  status(): Promise<Outcome<SignerStatus, CustodyCode>>;
}

/** What is to be signed: a line of a plan, at a nonce and a price, with the approvals of people. */
export interface SignRequest {
  readonly plan: Plan;
  /** Digests of the plans that were approved together, this one among them; absent for one alone. */
  readonly cluster?: readonly string[];
  readonly approvals: readonly Approval[];
  /** Index of the line in the plan. */
  readonly line: number;
  readonly nonce: number;
  readonly fees: Fees;
}

/** Signed bytes, ready to be sent, whose hash was made from them here. */
export interface SignedLine {
  readonly rawTransaction: `0x${string}`;
  readonly hash: TxHash;
  /** Those in the bytes: higher than asked for when that much had been signed for already. */
  readonly fees: Fees;
}

/** The newest entry of the audit record. */
export interface AuditHead {
  readonly sequence: bigint;
  /** SHA-256 as 64 hex digits. */
  readonly hash: string;
}

/** Ed25519, both as base64url; over `auditHeadMessage`. */
export interface SignedAuditHead {
  readonly signature: string;
  readonly publicKey: string;
}
