import { createPrivateKey, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { type Approval, approvalMessage } from '../../custody/index.ts';
import type { Database } from '../../db/index.ts';
import type { DemoDesk, DemoMember } from '../../http/index.ts';
import { type Clock, secondMs } from '../../std/index.ts';
import { writePrivately } from '../processes/known.ts';
import type { DemoStaff } from './demo-staff.ts';

const codePeriodSeconds = 30;

/** Where the application leaves approvers' keys for the demo's keeper of the root key. */
export function approverRequestsFolder(folder: string): string {
  return join(folder, 'approver-requests');
}

/**
 * What the demo world alone can do: its staff's secrets and the devices that the demo made for its
 * approvers lie in its folder.
 */
export function openDemoDesk(folder: string, database: Database, clock: Clock): DemoDesk {
  return {
    staff: async () => {
      const rows = await database
        .selectFrom('staff')
        .select(['id', 'one_time_last_step'])
        .execute();
      return staffOf(folder).map((member) => {
        const row = rows.find(({ id }) => id === member.id);
        return memberOf(member, row?.one_time_last_step ?? 0n, clock.now());
      });
    },
    approve: (staffId, digest) => signAsDevice(folder, staffId, digest),
    enrol: (person, key) => {
      const file = join(approverRequestsFolder(folder), `${key.id}.json`);
      writePrivately(file, JSON.stringify({ person, key }));
    },
  };
}

function staffOf(folder: string): readonly DemoStaff[] {
  return JSON.parse(readFileSync(join(folder, 'demo-staff.json'), 'utf8')) as DemoStaff[];
}

/** A code opens once: after one was used the next is offered, which is taken a little early. */
function memberOf(member: DemoStaff, lastStep: bigint, now: Date): DemoMember {
  const { oneTimeSecret, ...shown } = member;
  const period = codePeriodSeconds * secondMs;
  const step = Math.max(Math.floor(now.getTime() / period), Number(lastStep) + 1);
  const totp = new TOTP({ secret: oneTimeSecret, period: codePeriodSeconds });
  return {
    ...shown,
    code: totp.generate({ timestamp: step * period }),
    codeUntil: new Date((step + 1) * period),
  };
}

function signAsDevice(folder: string, staffId: string, digest: string): Approval | null {
  const file = join(folder, 'signer', 'demo-devices', `${staffId}.json`);
  if (!existsSync(file)) return null;
  const device = JSON.parse(readFileSync(file, 'utf8')) as { key: string; privateKey: string };
  const signature = sign(null, approvalMessage(digest), createPrivateKey(device.privateKey));
  return { kind: 'ed25519', key: device.key, signature: signature.toString('base64url') };
}
