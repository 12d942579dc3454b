import type { Address } from '../../networks/index.ts';
import type { SignerKeys } from '../start/signer.ts';
import type { DemoChain } from './chain.ts';
import { deployerOn } from './contracts.ts';
import { devAccounts } from './dev-accounts.ts';

const coin = 10n ** 18n;
const wbtcUnit = 10n ** 8n;
const usdtUnit = 10n ** 6n;

/**
 * Gives the exchange's own wallets what they work with, and no more when they have it: gas on both
 * networks, and a hot wallet with coins on the listed one.
 */
export async function fundWallets(chain: DemoChain, keys: SignerKeys): Promise<void> {
  await topUpCoin(chain, keys.gasWallet, 50n * coin);
  await topUpCoin(chain, keys.hotWallet, 200n * coin);
  if (chain.network !== 'ethereum') return;
  await topUpToken(chain, 'wbtc', keys.hotWallet, 100n * wbtcUnit);
  await topUpToken(chain, 'usdt', keys.hotWallet, 5_000_000n * usdtUnit);
}

/** Brings a balance of the network's coin up to `units`. */
export async function topUpCoin(chain: DemoChain, to: Address, units: bigint): Promise<void> {
  const missing = units - (await chain.balanceOf(to));
  if (missing > 0n) await chain.send({ from: devAccounts.bank, to, value: missing });
}

/** Brings a balance of a token up to `units`, by minting. */
export async function topUpToken(
  chain: DemoChain,
  token: 'wbtc' | 'usdt' | 'toll' | 'paused' | 'liar' | 'oldUsdt' | 'unlistedToken' | 'mirage',
  to: Address,
  units: bigint,
): Promise<void> {
  const missing = units - (await chain.balanceOf(to, chain.at(token)));
  if (missing <= 0n) return;
  const from = deployerOn(chain.chainId);
  await chain.call({ from, on: token, function: 'mint', args: [to, missing] });
}
