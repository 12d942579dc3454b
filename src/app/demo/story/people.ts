import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { mnemonicToAccount } from 'viem/accounts';
import { KaeruClient } from '../../../../client/index.ts';
import { approvalDigest, approvalMessage } from '../../../custody/index.ts';
import { sleep } from '../../../std/index.ts';
import type { DemoStaff } from '../../desk/demo-staff.ts';
import type { WorldFacts } from '../../start/facts.ts';
import { type DevAccount, devAccountIndex, devMnemonic } from '../dev-accounts.ts';

type Language = 'ja' | 'en';

/** A code is refused once it was used; the next comes within this time. */
const codePeriodMs = 30_000;

/** The wallet of a customer of the demo: it signs what its owner reads. */
export function walletOf(name: DevAccount) {
  return mnemonicToAccount(devMnemonic, { addressIndex: devAccountIndex(name) });
}

/** A customer, come over from the exchange's own log-in. */
export async function customerClient(
  facts: WorldFacts,
  customer: string,
  language: Language,
): Promise<KaeruClient> {
  const response = await fetch(`${facts.exchange.url}/login`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ customer }),
  });
  const { token: handover } = (await response.json()) as { token: string };
  const nobody = new KaeruClient({ url: facts.http.url, language });
  const opened = await nobody.openCustomerSession({ body: { handover } });
  if (!opened.ok) throw new Error(`The hand-over was refused: ${opened.problem.title}`);
  const { token } = opened.value;
  return new KaeruClient({ url: facts.http.url, language, token: () => token });
}

/** The demo's staff, whose secrets lie in the world's folder. */
export function staffOf(facts: WorldFacts): readonly DemoStaff[] {
  return JSON.parse(readFileSync(join(facts.folder, 'demo-staff.json'), 'utf8')) as DemoStaff[];
}

/** A member of staff, signed in by password and one-time code. */
export async function staffClient(
  facts: WorldFacts,
  member: DemoStaff,
  language: Language,
): Promise<KaeruClient> {
  const nobody = new KaeruClient({ url: facts.http.url, language });
  const { login, password } = member;
  const totp = new TOTP({ secret: member.oneTimeSecret });
  for (let attempt = 0; ; attempt += 1) {
    const opened = await nobody.openStaffSession({
      body: { login, password, code: totp.generate() },
    });
    if (opened.ok) {
      const { token } = opened.value;
      return new KaeruClient({ url: facts.http.url, language, token: () => token });
    }
    // The code may have been used by an earlier run of this very story.
    if (opened.problem.code !== 'sign_in_refused' || attempt >= 2) {
      throw new Error(`${login} could not sign in: ${opened.problem.title}`);
    }
    await sleep(codePeriodMs - (Date.now() % codePeriodMs) + 500);
  }
}

/** A yes to these plans, signed by the member's own device key. */
export function signApproval(facts: WorldFacts, member: DemoStaff, digests: readonly string[]) {
  const file = join(facts.signer.folder, 'demo-devices', `${member.id}.json`);
  const device = JSON.parse(readFileSync(file, 'utf8')) as { key: string; privateKey: string };
  const message = approvalMessage(approvalDigest(digests));
  const signature = sign(null, message, createPrivateKey(device.privateKey));
  return {
    kind: 'ed25519' as const,
    key: device.key,
    signature: signature.toString('base64url'),
  };
}
