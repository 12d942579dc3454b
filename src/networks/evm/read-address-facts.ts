import type { Address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { Unread } from '../reading.ts';
import type { RpcCall } from '../rpc-node.ts';
import { askAgreed } from './ask-agreed.ts';
import { bytesIn, count, quantity } from './hex.ts';

/** What an address is on one network, now. */
export interface AddressFacts {
  readonly address: Address;
  /** `delegated`: an ordinary key's address that borrows code (EIP-7702). */
  readonly code: 'none' | 'contract' | 'delegated';
  readonly isContract: boolean;
  /** Whose code runs there: of a minimal proxy (EIP-1167) or a delegated address. */
  readonly runsCodeOf: Address | null;
  /** Transactions that it sent; for a contract, contracts that it made. */
  readonly nonce: number;
  readonly balance: bigint;
}

const delegation = /^0xef0100([0-9a-f]{40})$/;
const minimalProxy = /^0x363d3d373d3d3d363d73([0-9a-f]{40})5af43d82803e903d91602b57fd5bf3$/;

/** Reads what each address is, in the order given: code, nonce and balance, as the nodes agree. */
export async function readAddressFacts(
  set: NodeSet,
  addresses: readonly Address[],
): Promise<{ readonly status: 'read'; readonly addresses: readonly AddressFacts[] } | Unread> {
  if (addresses.length === 0) return { status: 'read', addresses: [] };
  const agreed = await askAgreed(
    set,
    (block) => addresses.flatMap((one) => callsFor(one, block)),
    (results) => {
      const facts = addresses.map((one, index) => {
        const values = results.slice(index * 3, index * 3 + 3);
        return factsOf(
          one,
          values.map((result) => (result.ok ? result.value : undefined)),
        );
      });
      return facts.includes(null) ? null : (facts as AddressFacts[]);
    },
  );
  return agreed.status === 'read' ? { status: 'read', addresses: agreed.value } : agreed;
}

function callsFor(one: Address, block: string): RpcCall[] {
  return ['eth_getCode', 'eth_getTransactionCount', 'eth_getBalance'].map((method) => ({
    method,
    params: [one, block],
  }));
}

function factsOf(one: Address, [codeSaid, nonceSaid, balanceSaid]: unknown[]): AddressFacts | null {
  const code = bytesIn(codeSaid);
  const nonce = count(nonceSaid);
  const balance = quantity(balanceSaid);
  if (code === null || nonce === null || balance === null) return null;
  const delegate = delegation.exec(code)?.[1];
  const proxied = minimalProxy.exec(code)?.[1];
  const target = delegate ?? proxied;
  const kind = code === '0x' ? 'none' : delegate ? 'delegated' : 'contract';
  return {
    address: one,
    code: kind,
    isContract: kind === 'contract',
    runsCodeOf: target === undefined ? null : (`0x${target}` as Address),
    nonce,
    balance,
  };
}
