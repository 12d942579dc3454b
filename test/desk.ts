import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JWK, SignJWT } from 'jose';
import { pino } from 'pino';
import {
  createStaff,
  type PasskeySite,
  type Session,
  type StaffRole,
} from '../src/access/index.ts';
import { openSession } from '../src/access/open-session.ts';
import type { Actor } from '../src/audit/index.ts';
import { signerCustody } from '../src/custody/index.ts';
import { type Database, EventBus } from '../src/db/index.ts';
import { exchangeClient } from '../src/exchange/index.ts';
import { allRoutes, type DemoDesk, type Desk, httpApp } from '../src/http/index.ts';
import { Queue } from '../src/jobs/index.ts';
import { loadLists } from '../src/lists/index.ts';
import { advanceJob } from '../src/payments/index.ts';
import { feeJob, lookJob, planJob, standardSchedule } from '../src/recovery/index.ts';
import { newId, refuse } from '../src/std/index.ts';
import { testDatabase } from './postgres.ts';

/** A clock that a test sets. */
export class SetClock {
  time = new Date('2026-11-24T03:00:00.000Z');
  now(): Date {
    return this.time;
  }
  pass(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }
}

/** The desk's HTTP side on a database of its own; nodes, signer and exchange do not answer. */
export interface TestDesk {
  readonly app: ReturnType<typeof httpApp>;
  readonly desk: Desk;
  readonly database: Database;
  readonly clock: SetClock;
  /** Everything that was logged. */
  readonly log: string[];
  /** A hand-over as the exchange's log-in signs it. */
  handover(customer: string): Promise<string>;
  /** The token of a session of this customer, as named at the exchange. */
  customer(name: string): Promise<string>;
  /** The token of a session of a new member of staff. */
  staff(...roles: StaffRole[]): Promise<string>;
  /** A staff member whose every role was taken away. */
  staffWithoutRole(): Promise<string>;
  call(method: string, path: string, options?: CallOptions): Promise<Response>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly token?: string | undefined;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where the test's passkeys are used. */
export const testSite: PasskeySite = {
  rpId: 'desk.example',
  origins: ['https://desk.example'],
  name: 'Kaeru',
};

const nowhere = { url: 'http://127.0.0.1:9', socket: '/nowhere/signer.sock' };

/** Opens a desk for tests of its HTTP side. Close it after. */
export async function testDesk(
  options: { readonly demo?: boolean; readonly demoDesk?: DemoDesk } = {},
): Promise<TestDesk> {
  const { database, url } = await testDatabase();
  const clock = new SetClock();
  const log: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  const queue = new Queue(url, [advanceJob, lookJob, planJob, feeJob], (error) => {
    log.push(String(error));
  });
  await queue.start();
  const folder = mkdtempSync(join(tmpdir(), 'kaeru-desk-'));
  const login = generateKeyPairSync('ed25519');
  const jwk = { ...login.publicKey.export({ format: 'jwk' }), kid: 'login' };
  const parts = { database, clock, queue, folder, keys: [jwk], demo: options.demo ?? true };
  const desk = deskOf({ ...parts, demoDesk: options.demoDesk ?? null });
  const app = httpApp(desk, allRoutes, logger);
  const handover = (customer: string) => signHandover(login.privateKey, issuer, customer, clock);
  const call = callerOf(app);
  return {
    ...{ app, desk, database, clock, log, handover, call },
    customer: async (name) => {
      const body = { handover: await handover(name) };
      const opened = await call('POST', '/v1/sessions', { body });
      return ((await opened.json()) as { token: string }).token;
    },
    staff: async (...roles) => (await signedInStaff(desk, roles)).token,
    staffWithoutRole: async () => {
      const { id, token } = await signedInStaff(desk, ['support']);
      await database.updateTable('staff').set({ roles: [] }).where('id', '=', id).execute();
      return token;
    },
    close: async () => {
      await queue.stop();
      await database.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const issuer = 'https://exchange.example';

/** The desk itself: its own database and queue, and nothing else that answers. */
function deskOf(parts: {
  readonly database: Database;
  readonly clock: SetClock;
  readonly queue: Queue;
  readonly folder: string;
  readonly keys: JWK[];
  readonly demo: boolean;
  readonly demoDesk: DemoDesk | null;
}): Desk {
  const { folder, keys, demoDesk, ...own } = parts;
  const key = { id: 'kaeru', privateKey: generateKeyPairSync('ed25519').privateKey };
  const shared = {
    ...own,
    custody: signerCustody(nowhere.socket),
    stillOwed: async () => 'unread' as const,
    exchange: exchangeClient({ url: nowhere.url, key, clock: own.clock }),
    chains: { all: [], of: () => null },
    lists: loadLists(folder),
    profile: 'open' as const,
    schedule: standardSchedule,
    house: { gas: { path: "m/44'/60'/3'/0/0" }, treasury: { path: "m/44'/60'/2'/0/0" } },
    accessKey: Buffer.alloc(32, 7),
    site: testSite,
    bus: new EventBus([]),
  };
  return {
    ...shared,
    readiness: async () => ({ database: true, signer: false, exchange: false }),
    signedIn: (session, language) => ({
      ...shared,
      actor: session?.actor ?? ({ kind: 'staff', id: 'nobody', roles: [] } satisfies Actor),
      session: session as Session,
      language,
      handoverIssuer: { issuer, keys, loginUrl: `${issuer}/login` },
      outsideHeads: async () => refuse('signer_unreachable'),
      demoDesk,
    }),
  };
}

function callerOf(app: TestDesk['app']): TestDesk['call'] {
  return async (method, path, { token, body, headers } = {}) => {
    const given = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    return await app.request(path, {
      method,
      headers: {
        ...(given === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(given === undefined ? {} : { body: given }),
    });
  };
}

async function signedInStaff(desk: Desk, roles: readonly StaffRole[]) {
  const login = `${newId()}@desk.example`;
  const created = await createStaff(
    { ...desk, actor: { kind: 'system', id: 'test' } },
    { login, name: '試験', password: `long enough ${newId()}`, roles },
  );
  if (!created.ok) throw new Error(created.code);
  const { id } = created.value;
  const opened = await openSession(desk.database, desk.clock, {
    actor: { kind: 'staff', id, roles: [...roles] },
    factor: 'password_and_code',
  });
  return { id, token: opened.token as string };
}

function signHandover(key: KeyObject, issuer: string, customer: string, clock: SetClock) {
  const seconds = Math.floor(clock.now().getTime() / 1000);
  return new SignJWT({ language: 'ja', auth_time: seconds })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'handover+jwt', kid: 'login' })
    .setIssuer(issuer)
    .setAudience('kaeru')
    .setSubject(customer)
    .setJti(newId())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 60)
    .sign(key);
}
