import { type ChildProcess, spawn } from 'node:child_process';
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoDevice, initDemoSigner } from '../signer/init.ts';
import {
  type Address,
  type Approval,
  approvalDigest,
  approvalMessage,
  type Fees,
  type Line,
  type Plan,
  planDigest,
  transferData,
} from '../signer/intent/index.ts';
import { type Policy, readPolicy, rootPublicKeyOf, writePolicy } from '../signer/policy.ts';
import { openSigner, type Signer } from '../signer/signer.ts';

/** Addresses that play a part in every test plan. Only the last two are not the signer's own. */
export interface Cast {
  readonly gasWallet: Address;
  readonly deposit: Address;
  readonly treasury: Address;
  readonly customer: Address;
  readonly token: Address;
}

export const paths = {
  deposit: "m/44'/60'/0'/0/7",
  treasury: "m/44'/60'/2'/0/0",
  gasWallet: "m/44'/60'/3'/0/0",
} as const;

export const fees = {
  type: 'eip1559',
  maxFeePerGasWei: '2000000000',
  maxPriorityFeePerGasWei: '1000000000',
  gasLimit: '100000',
} as const satisfies Fees;

/** What a test does with a demo signer of its own, in a temporary folder. */
export interface TestSigner {
  readonly folder: string;
  readonly cast: Cast;
  readonly clock: { now: Date };
  /** The signer as it is now; another one after `restart`. */
  signer(): Signer;
  restart(): Signer;
  close(): void;
  /** Signs a changed policy with the demo's root key, one version higher, and restarts. */
  changePolicy(change: (policy: Policy) => Policy): void;
}

export const requester = 'staff-requester';
export const approvers = ['staff-a', 'staff-b', 'staff-c'] as const;

export function testSigner(): TestSigner {
  const folder = mkdtempSync(join(tmpdir(), 'kaeru-signer-'));
  // The requester is an approver too, on other days.
  initDemoSigner(folder, { persons: [...approvers, requester], costLog2: 8 });
  const clock = { now: new Date('2026-11-22T09:00:00.000Z') };
  const open = () => openSigner({ folder, now: () => clock.now });
  let signer = open();
  const address = (path: string) => {
    const answer = signer.addressOf({ path });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.address as Address;
  };
  const cast: Cast = {
    gasWallet: address(paths.gasWallet),
    deposit: address(paths.deposit),
    treasury: address(paths.treasury),
    customer: `0x${'c5'.repeat(20)}`,
    token: '0x2260fac5e5542a773aa44fbcfedf7c193bc2c599',
  };
  const restart = () => {
    signer.close();
    signer = open();
    return signer;
  };
  return {
    folder,
    cast,
    clock,
    signer: () => signer,
    restart,
    close: () => {
      signer.close();
      rmSync(folder, { recursive: true, force: true });
    },
    changePolicy: (change) => {
      const path = join(folder, 'policy.json');
      const rootKey = readFileSync(join(folder, 'demo-root-key.pem'), 'utf8');
      const { policy } = readPolicy(path, rootPublicKeyOf(rootKey));
      writePolicy(path, { ...change(policy), version: policy.version + 1 }, rootKey);
      restart();
    },
  };
}

/** Gas to the deposit address, 4.95 WBTC to the customer, 0.05 to the treasury. */
export function planOf(cast: Cast, change: Partial<Plan> = {}): Plan {
  const id = randomUUID();
  return {
    version: 1,
    id,
    caseNumber: 'R-2026-000123',
    requester,
    transferKey: `evm:61/0x${id.replaceAll('-', '').repeat(2)}/log:0`,
    network: { chainId: 61 },
    lines: [
      gasLine(cast, 400_000_000_000_000n),
      tokenLine(cast, 'return', cast.customer, 495_000_000n),
      tokenLine(cast, 'sweep', cast.treasury, 5_000_000n),
    ],
    expiresAt: '2026-12-01T00:00:00.000Z',
    ...change,
  };
}

export function gasLine(cast: Cast, wei: bigint): Line {
  return {
    purpose: 'gas',
    from: cast.gasWallet,
    key: paths.gasWallet,
    to: cast.deposit,
    valueWei: String(wei),
    data: '0x',
    feeWeiMax: '300000000000000',
    shows: {
      asset: 'evm:61/native',
      symbol: 'ETC',
      decimals: 18,
      amount: String(wei),
      recipient: cast.deposit,
    },
  };
}

export function tokenLine(
  cast: Cast,
  purpose: 'return' | 'sweep',
  recipient: Address,
  units: bigint,
): Line {
  return {
    purpose,
    from: cast.deposit,
    key: paths.deposit,
    to: cast.token,
    valueWei: '0',
    data: transferData(recipient, units),
    feeWeiMax: '300000000000000',
    shows: {
      asset: `evm:61/token:${cast.token}`,
      symbol: 'WBTC',
      decimals: 8,
      amount: String(units),
      recipient,
    },
  };
}

/** Approves plans as these persons' devices would. */
export function approve(
  folder: string,
  plans: readonly Plan[],
  persons: readonly string[] = approvers.slice(0, 2),
): Approval[] {
  const message = approvalMessage(approvalDigest(plans.map(planDigest)));
  return persons.map((person) => {
    const file = readFileSync(join(folder, 'demo-devices', `${person}.json`), 'utf8');
    const device = JSON.parse(file) as DemoDevice;
    const signature = sign(null, message, createPrivateKey(device.privateKey));
    return { kind: 'ed25519', key: device.key, signature: signature.toString('base64url') };
  });
}

export interface SignatureRequest {
  readonly plan: Plan;
  readonly cluster?: readonly string[];
  readonly approvals: readonly Approval[];
  readonly line: number;
  readonly nonce: number;
  readonly fees: Fees;
}

/** A request that is in order: the return line of a fresh plan, approved by two. */
export function requestOf(
  { folder, cast }: Pick<TestSigner, 'folder' | 'cast'>,
  change: Partial<SignatureRequest> = {},
): SignatureRequest {
  const plan = change.plan ?? planOf(cast);
  return { plan, approvals: approve(folder, [plan]), line: 1, nonce: 0, fees, ...change };
}

/** The signer as its own process, ready to be asked. */
export async function startSignerProcess(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ process: ChildProcess; exited: Promise<number | null> }> {
  const child = spawn(process.execPath, ['signer/main.ts', 'start', '--folder', folder], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('"ready"')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the signer did not start: ${said}`)));
  });
  return { process: child, exited };
}

export interface SocketReply {
  readonly status: number;
  readonly body: { refused?: { code: string }; hash?: string; rawTransaction?: string };
}

/** One raw request to a signer's socket; null when the connection broke before the answer. */
export function askSocket(
  socketPath: string,
  path: string,
  body?: string | Buffer,
  method = 'POST',
): Promise<SocketReply | null> {
  return new Promise((resolve) => {
    const request = httpRequest({ socketPath, path, method, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('error', () => resolve(null));
      response.on('end', () => {
        const answer = JSON.parse(text) as SocketReply['body'];
        resolve({ status: response.statusCode ?? 0, body: answer });
      });
    });
    request.on('error', () => resolve(null));
    request.end(body);
  });
}
