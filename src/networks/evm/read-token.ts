import type { Address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { Unread } from '../reading.ts';
import type { RpcCall } from '../rpc-node.ts';
import { askAgreed } from './ask-agreed.ts';
import { decodeBool, decodeDecimals, decodeSymbol } from './decode-words.ts';
import { bytesIn } from './hex.ts';

/** What a token contract says of itself; claims, not proofs. */
export interface TokenFacts {
  readonly token: Address;
  readonly isContract: boolean;
  readonly symbol: string | null;
  readonly decimals: number | null;
  /** Whether its issuer has stopped transfers; null when it has no `paused()`. */
  readonly paused: boolean | null;
}

/** `symbol()`, `decimals()`, `paused()`. */
const questions = ['0x95d89b41', '0x313ce567', '0x5c975abb'] as const;

/** Reads a token's symbol, decimals and whether it is paused, as the nodes agree. */
export async function readToken(
  set: NodeSet,
  token: Address,
): Promise<{ readonly status: 'read'; readonly token: TokenFacts } | Unread> {
  const agreed = await askAgreed(
    set,
    (block): RpcCall[] => [
      { method: 'eth_getCode', params: [token, block] },
      ...questions.map((data) => ({ method: 'eth_call', params: [{ to: token, data }, block] })),
    ],
    (results): TokenFacts | null => {
      const values = results.map((result) => (result.ok ? result.value : undefined));
      const code = bytesIn(values[0]);
      if (code === null) return null;
      return {
        token,
        isContract: code !== '0x',
        symbol: decodeSymbol(values[1]),
        decimals: decodeDecimals(values[2]),
        paused: decodeBool(values[3]),
      };
    },
  );
  return agreed.status === 'read' ? { status: 'read', token: agreed.value } : agreed;
}
