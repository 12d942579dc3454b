import { readFileSync } from 'node:fs';
import { TOTP } from 'otpauth';
import { type AccessContext, type Session, signIn } from '../../../access/index.ts';
import {
  type CustomerId,
  exchangeCustomerId,
  findExchangeCustomer,
  followChanges,
} from '../../../accounts/index.ts';
import type { Actor } from '../../../audit/index.ts';
import type { Sender } from '../../../jobs/index.ts';
import { type Address, address } from '../../../networks/index.ts';
import type { RecoveryContext } from '../../../recovery/index.ts';
import { dayMs, invariant, sleep } from '../../../std/index.ts';
import type { DemoStaff } from '../../desk/demo-staff.ts';
import { type OpenedDesk, openDesk } from '../../desk/open-desk.ts';
import type { WorldFacts } from '../../start/facts.ts';
import { staffOf } from '../story/people.ts';

/** A customer that cases are made for. */
export interface Claimant {
  readonly id: CustomerId;
  readonly exchangeId: string;
  readonly language: 'ja' | 'en';
  readonly deposit: Address;
}

/** Everybody who acts while cases are made, over a desk of this very process. */
export interface Crew {
  readonly facts: WorldFacts;
  readonly desk: OpenedDesk;
  /** Acts with a queue that rests for a day: what is Kaeru's turn stays so until then. */
  resting(actor: Actor): RecoveryContext & AccessContext;
  /** A member of staff who has this role. */
  member(role: string): Actor;
  /** Both approvers with a fresh session each. */
  approvers(): Promise<readonly { readonly member: DemoStaff; readonly session: Session }[]>;
  close(): Promise<void>;
}

const codePeriodMs = 30_000;
const claimsEach = 30;

/** Opens the desk of a running world for this process. Its queue works on nothing here. */
export async function openCrew(facts: WorldFacts): Promise<Crew> {
  // Nobody is promised anything here: a power cut may take the last cases, and a second run makes them.
  const databaseUrl = `${facts.databaseUrl}?options=-c%20synchronous_commit%3Doff`;
  const desk = openDesk({ ...facts, databaseUrl }, () => {});
  await desk.queue.start();
  const queue: Sender = {
    enqueue: (tx, job, body) => desk.queue.enqueue(tx, job, body, { afterMs: dayMs }),
  };
  const resting = (actor: Actor) => ({ ...desk.actingAs(actor), queue });
  const staff = staffOf(facts);
  return {
    facts,
    desk,
    resting,
    member: (role) => {
      const found = staff.find(({ roles }) => roles.some((one) => one === role));
      invariant(found, `somebody of the demo's staff has the role ${role}`);
      return { kind: 'staff', id: found.id, roles: found.roles };
    },
    approvers: async () => {
      const two = staff.filter(({ roles }) => roles.includes('treasury') || roles.includes('risk'));
      return await Promise.all(
        two.map(async (member) => ({ member, session: await sessionOf(desk, member) })),
      );
    },
    close: async () => {
      await desk.queue.stop();
      await desk.close();
    },
  };
}

/** A code is good once: where it was used a moment ago, the next is waited for. */
async function sessionOf(desk: OpenedDesk, member: DemoStaff): Promise<Session> {
  const context = desk.actingAs({ kind: 'system', id: 'demo' });
  const { login, password } = member;
  const totp = new TOTP({ secret: member.oneTimeSecret });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const opened = await signIn(context, { login, password, code: totp.generate() });
    if (opened.ok) return opened.value.session;
    await sleep(codePeriodMs - (Date.now() % codePeriodMs) + 500);
  }
  throw new Error(`${login} could not sign in.`);
}

/** Customers enough for this many claims, half of them of each language. */
export async function claimantsFor(crew: Crew, claims: number): Promise<Claimant[]> {
  const { adminTokenFile, url } = crew.facts.exchange;
  invariant(adminTokenFile, 'the demo exchange lets the demo in');
  const count = 2 * Math.ceil(claims / 2 / claimsEach);
  const response = await fetch(`${url}/admin/customers`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'admin-token': readFileSync(adminTokenFile, 'utf8').trim(),
    },
    body: JSON.stringify({ count }),
  });
  if (!response.ok) throw new Error(`The exchange opened no customers: ${await response.text()}`);
  const { customers } = (await response.json()) as {
    customers: { customer: string; language: 'ja' | 'en'; address: string }[];
  };
  const context = crew.desk.actingAs({ kind: 'system', id: 'demo' });
  const followed = await followChanges(context, context.exchange);
  invariant(followed.ok, 'the exchange tells of its new customers');
  return await Promise.all(
    customers.map(async ({ customer, language, address: deposit }) => {
      const found = await findExchangeCustomer(crew.desk.database, exchangeCustomerId(customer));
      invariant(found, `${customer} is known`);
      const own = address(deposit.toLowerCase());
      return { id: found.id, exchangeId: customer, language, deposit: own };
    }),
  );
}
