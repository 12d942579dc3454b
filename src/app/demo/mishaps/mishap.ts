import type { TransactionReceipt } from 'viem';
import { formatUnits } from 'viem';
import type { Address } from '../../../networks/index.ts';
import type { DemoChain } from '../chain.ts';
import { topUpToken } from '../fund.ts';
import type { Player, Stage } from '../stage.ts';

/** A way to lose a deposit, played with real transactions on the demo's nodes. */
export interface Mishap {
  /** What happens, for the list of mishaps. */
  readonly summary: string;
  play(stage: Stage): Promise<Played>;
}

/** What came of it: the transaction, whose loss it is, and the story in two languages. */
export interface Played {
  readonly network: string;
  readonly hash: string;
  /** The exchange's number of the customer who will claim it. */
  readonly customer: string;
  readonly ja: string;
  readonly en: string;
}

/** Tokens that a mishap can send, with their decimals. */
export const tokenDecimals = {
  wbtc: 8,
  usdt: 6,
  toll: 18,
  paused: 18,
  liar: 8,
  oldUsdt: 6,
  unlistedToken: 18,
} as const;

/** Names of those tokens. */
export type SendableToken = keyof typeof tokenDecimals;

/** The player's own wallet sends tokens that it gets first. Amounts in base units. */
export async function sendToken(
  chain: DemoChain,
  from: Player,
  token: SendableToken,
  to: Address,
  units: bigint,
): Promise<TransactionReceipt> {
  await topUpToken(chain, token, from.wallet, units);
  return chain.call({ from: from.wallet, on: token, function: 'transfer', args: [to, units] });
}

/** A played mishap of one transaction. */
export function played(
  chain: DemoChain,
  receipt: TransactionReceipt,
  claimant: Player,
  story: { readonly ja: string; readonly en: string },
): Played {
  return {
    network: chain.network,
    hash: receipt.transactionHash,
    customer: claimant.customer,
    ja: story.ja,
    en: story.en,
  };
}

/** `amountOf('wbtc', 5)`: whole units of a token in base units. */
export function amountOf(token: SendableToken, whole: number): bigint {
  return BigInt(whole) * 10n ** BigInt(tokenDecimals[token]);
}

/** An amount as people write it. */
export function written(token: SendableToken, units: bigint): string {
  return formatUnits(units, tokenDecimals[token]);
}
