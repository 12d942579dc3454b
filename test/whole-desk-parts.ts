import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoDevice, initDemoSigner } from '../signer/init.ts';
import { createStaff, type Session, type StaffRole } from '../src/access/index.ts';
import { type CustomerId, findExchangeCustomer } from '../src/accounts/index.ts';
import { contractAddress } from '../src/app/demo/contracts.ts';
import { demoListing } from '../src/app/demo/listing.ts';
import { forwarderInitCodeHash } from '../src/app/start/exchange.ts';
import { keyPaths } from '../src/app/start/signer.ts';
import {
  type Approval,
  approvalDigest,
  approvalMessage,
  type Custody,
  signerCustody,
} from '../src/custody/index.ts';
import type { Database } from '../src/db/index.ts';
import { type Clock, later, newId, secondMs } from '../src/std/index.ts';
import { type TestExchange, testExchange } from './reference-exchange.ts';
import { startSignerProcess } from './signer.ts';

/** The test desk's staff, by what they may do. */
export type StaffName = 'support' | 'appeals' | 'treasury' | 'risk' | 'compensation';

export const rolesOf: Readonly<Record<StaffName, readonly StaffRole[]>> = {
  support: ['support', 'recovery'],
  appeals: ['risk'],
  treasury: ['treasury'],
  risk: ['risk'],
  compensation: ['compensation'],
};

/** Customers of the reference exchange, with their wallet among the node's own accounts. */
export type CustomerName = 'aiko' | 'ben' | 'chen';
export const exchangeIdOf = { aiko: 'ex-1000', ben: 'ex-1001', chen: 'ex-1002' } as const;

/** A clock that moves only when it is told to. */
export interface MovableClock extends Clock {
  advance(milliseconds: number): void;
}

/** Begins now, since the signer goes by the machine's clock, and moves only when it is told to. */
export function movingClock(): MovableClock {
  let aheadMs = 0;
  const start = new Date();
  return {
    now: () => later(start, aheadMs),
    advance: (milliseconds) => {
      aheadMs += milliseconds;
    },
  };
}

export function must<T>(
  outcome: { ok: true; value: T } | { ok: false; code: string; facts?: object },
): T {
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.facts ?? {})}`);
  return outcome.value;
}

export async function enlistAll(
  database: Database,
  clock: Clock,
): Promise<Record<StaffName, string>> {
  const context = {
    database,
    clock,
    accessKey: new Uint8Array(32),
    actor: { kind: 'system' as const, id: 'test' },
  };
  const ids = await Promise.all(
    Object.entries(rolesOf).map(async ([name, roles]) => {
      const login = `${name}@test.example`;
      const password = `a long password of ${name} ${newId()}`;
      const created = await createStaff(context, { login, name, roles, password });
      return [name, must(created).id] as const;
    }),
  );
  return Object.fromEntries(ids) as Record<string, string> as Record<StaffName, string>;
}

export function sessionOf(actor: Session['actor'], clock: Clock): Session {
  const now = clock.now();
  const ends = { idleUntil: later(now, 900 * secondMs), endsAt: later(now, 3_600 * secondMs) };
  return { id: 'test', actor, factor: 'passkey', startedAt: now, freshAt: now, ...ends };
}

export async function openSigner(folder: string, persons: readonly string[]) {
  initDemoSigner(folder, { persons, costLog2: 8 });
  let running = await startSignerProcess(folder);
  const { socket } = JSON.parse(readFileSync(join(folder, 'signer.json'), 'utf8')) as {
    socket: string;
  };
  return {
    custody: signerCustody(join(folder, socket)),
    stop: async () => {
      running.process.kill('SIGTERM');
      await running.exited;
    },
    start: async () => {
      running = await startSignerProcess(folder);
    },
  };
}

export function signApproval(folder: string, person: string, digests: readonly string[]): Approval {
  const file = readFileSync(join(folder, 'demo-devices', `${person}.json`), 'utf8');
  const device = JSON.parse(file) as DemoDevice;
  const message = approvalMessage(approvalDigest(digests));
  const signature = sign(null, message, createPrivateKey(device.privateKey));
  return { kind: 'ed25519', key: device.key, signature: signature.toString('base64url') };
}

/** The reference exchange with the demo's listing, deriving from the signer's own account. */
export async function openExchange(custody: Custody): Promise<TestExchange> {
  const own = async (purpose: string, path: string) => ({
    address: must(await custody.addressOf(path)),
    purpose,
    control: { kind: 'hd', path },
  });
  return await testExchange({
    xpub: must(await custody.xpubOf(keyPaths.deposits)),
    ownAddresses: [
      await own('hot', keyPaths.hotWallet),
      await own('treasury', keyPaths.treasury),
      await own('gas', keyPaths.gasWallet),
    ],
    contractDeposits: {
      factory: contractAddress(1, 'forwarderFactory'),
      initCodeHash: forwarderInitCodeHash(must(await custody.addressOf(keyPaths.treasury))),
    },
    assets: demoListing(1),
  });
}

export async function readPeople(database: Database): Promise<Record<CustomerName, CustomerId>> {
  const found = await Promise.all(
    Object.entries(exchangeIdOf).map(async ([name, id]) => {
      const customer = await findExchangeCustomer(database, id as never);
      if (!customer) throw new Error(`${id} was not imported`);
      return [name, customer.id] as const;
    }),
  );
  return Object.fromEntries(found) as Record<CustomerName, CustomerId>;
}

/** A list that calls tokens genuine which the demo does not, so that they have a price. */
export function writeTokenList(folder: string, now: Date): void {
  const entries = (['toll', 'paused'] as const).map((name) => ({
    network: 'evm:61',
    address: contractAddress(61, name),
    is: 'genuine',
    label: name,
  }));
  const list = {
    ...{ list: 'test-tokens', kind: 'tokens', version: '1', licence: 'CC0-1.0' },
    source: 'Made for a test.',
    asOf: now.toISOString().slice(0, 10),
    entries,
  };
  writeFileSync(join(folder, 'lists', 'test-tokens.json'), JSON.stringify(list));
}
