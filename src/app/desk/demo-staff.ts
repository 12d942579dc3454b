import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStaff, type StaffRole } from '../../access/index.ts';
import type { Database } from '../../db/index.ts';
import { invariant, randomHex, systemClock } from '../../std/index.ts';
import { writePrivately } from '../processes/known.ts';
import { accessKeyOf } from './access-key.ts';

/** A member of the demo's staff, with what a script needs to sign in as them. */
export interface DemoStaff {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly password: string;
  /** Base32, for the one-time codes. */
  readonly oneTimeSecret: string;
}

const people: readonly Pick<DemoStaff, 'login' | 'name' | 'roles'>[] = [
  { login: 'sato@demo.example', name: '佐藤 Sato', roles: ['support', 'recovery'] },
  { login: 'takahashi@demo.example', name: '高橋 Takahashi', roles: ['treasury'] },
  { login: 'mori@demo.example', name: '森 Mori', roles: ['risk'] },
  { login: 'ito@demo.example', name: '伊藤 Ito', roles: ['compensation'] },
  { login: 'kimura@demo.example', name: '木村 Kimura', roles: ['auditor', 'administrator'] },
  // A change of staff takes two administrators.
  { login: 'nakamura@demo.example', name: '中村 Nakamura', roles: ['administrator'] },
];

/**
 * The demo's staff, made at the first start; their passwords are random and lie beside the demo's
 * other secrets, readable by their owner alone. Those who may approve are named to the signer.
 */
export async function demoStaff(database: Database, folder: string): Promise<DemoStaff[]> {
  const file = join(folder, 'demo-staff.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoStaff[]) : [];
  const staff: DemoStaff[] = [];
  for (const person of people) {
    const earlier = known.find((one) => one.login === person.login);
    staff.push((await stillThere(database, earlier)) ?? (await enlist(database, folder, person)));
  }
  writePrivately(file, JSON.stringify(staff, null, 2));
  return staff;
}

/** Who of the staff approves: the people whose device keys the demo's signing policy holds. */
export function demoApprovers(staff: readonly DemoStaff[]): string[] {
  return staff
    .filter(({ roles }) => roles.includes('treasury') || roles.includes('risk'))
    .map(({ id }) => id);
}

async function stillThere(
  database: Database,
  member: DemoStaff | undefined,
): Promise<DemoStaff | null> {
  if (!member) return null;
  const row = await database
    .selectFrom('staff')
    .select('id')
    .where('id', '=', member.id)
    .executeTakeFirst();
  return row ? member : null;
}

async function enlist(
  database: Database,
  folder: string,
  person: Pick<DemoStaff, 'login' | 'name' | 'roles'>,
): Promise<DemoStaff> {
  const password = `demo-${randomHex(16)}`;
  const created = await createStaff(
    {
      database,
      clock: systemClock,
      accessKey: accessKeyOf(folder),
      actor: { kind: 'system', id: 'demo' },
    },
    { ...person, password },
  );
  invariant(created.ok, `${person.login} joins the demo's staff`);
  return { ...person, id: created.value.id, password, oneTimeSecret: created.value.oneTime.secret };
}
