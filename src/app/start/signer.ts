import { request } from 'node:http';
import { type routes as Routes, routes } from '../../../signer/intent/index.ts';
import { type Address, address } from '../../networks/index.ts';
import { nodeProgram } from './programs.ts';
import type { Program } from './supervise.ts';

/** What the world must know of the signer's keys: public parts only. */
export interface SignerKeys {
  /** Account-level public key m/44'/60'/0', under which every deposit address lies. */
  readonly xpub: string;
  readonly hotWallet: Address;
  readonly treasury: Address;
  readonly gasWallet: Address;
}

/** Where the demo's keys are derived (BIP-44). */
export const keyPaths = {
  deposits: "m/44'/60'/0'",
  hotWallet: "m/44'/60'/1'/0/0",
  treasury: "m/44'/60'/2'/0/0",
  gasWallet: "m/44'/60'/3'/0/0",
} as const;

const askTimeoutMs = 10_000;

/** The signer as a process of its own. With `demo` it makes its keys and policy at first start. */
export function signerProgram(
  folder: string,
  socket: string,
  approvers: readonly string[],
): Program {
  const args = ['start', '--folder', folder, '--socket', socket, '--demo'];
  const named = approvers.flatMap((person) => ['--approver', person]);
  return nodeProgram('signer', 'signer/main.ts', [...args, ...named], async () => {
    await askSigner(socket, 'status');
    return true;
  });
}

/** Asks the signer for the public parts of its keys. */
export async function readSignerKeys(socket: string): Promise<SignerKeys> {
  const addressOf = async (path: string) => {
    const reply = await askSigner<{ address: string }>(socket, 'addresses', { path });
    return address(reply.address.toLowerCase());
  };
  const { xpub } = await askSigner<{ xpub: string }>(socket, 'xpub', { path: keyPaths.deposits });
  return {
    xpub,
    hotWallet: await addressOf(keyPaths.hotWallet),
    treasury: await addressOf(keyPaths.treasury),
    gasWallet: await addressOf(keyPaths.gasWallet),
  };
}

/** One question over the signer's socket; throws when it is refused or not answered. */
function askSigner<T>(socket: string, route: keyof typeof Routes, body?: object): Promise<T> {
  const { method, path } = routes[route];
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socket, method, path, timeout: askTimeoutMs }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(JSON.parse(text) as T)
          : reject(new Error(`The signer refused ${path}: ${text.slice(0, 300)}`)),
      );
    });
    call.on('timeout', () => call.destroy(new Error('The signer did not answer in time.')));
    call.on('error', reject);
    call.end(body ? JSON.stringify(body) : undefined);
  });
}
