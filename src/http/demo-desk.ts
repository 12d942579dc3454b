import type { Approval, ApproverKey } from '../custody/index.ts';

/** A member of the demo's staff, as its log-in page offers them: whoever comes in may be anybody. */
export interface DemoMember {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly password: string;
  /** A one-time code that was not used yet. It opens once. */
  readonly code: string;
  readonly codeUntil: Date;
}

/** What only the demo can do, since it alone has everybody's secrets. */
export interface DemoDesk {
  staff(): Promise<readonly DemoMember[]>;
  /** This member's yes to an approval digest, by the device that the demo made; null without one. */
  approve(staffId: string, digest: string): Approval | null;
  /** Asks whoever holds the demo's root key to take this member's key into the signer's policy. */
  enrol(staffId: string, key: ApproverKey): void;
}
