import { type Amount, eur, formatUnits, jpy, usd } from '../../money/index.ts';
import { type ChainTransfer, type NetworkId, networkById } from '../../networks/index.ts';
import type { Focus } from '../../recovery/index.ts';
import type { ClaimAnswer } from './claim-schema.ts';

/** An amount for programs and for people. */
export type AmountAnswer = NonNullable<ClaimAnswer['found']>['amount'];

/** An amount of the asset that was found, or of a national currency, with its text. */
export function presentAmount(value: Amount, focus: Focus | null): AmountAnswer {
  const currency = [jpy, usd, eur].find((one) => one.id === value.asset);
  return answerOf(value, currency ?? focus?.transfer);
}

/** What a transfer moved. */
export function presentTransferAmount(transfer: ChainTransfer, network: NetworkId): AmountAnswer {
  const { native } = networkById(network);
  const value = { asset: transfer.asset, units: transfer.amount };
  const { symbol, decimals } = transfer;
  return transfer.token === null
    ? answerOf(value, { symbol: symbol ?? native.symbol, decimals: decimals ?? native.decimals })
    : answerOf(value, transfer);
}

function answerOf(
  { asset, units }: Amount,
  printed: { readonly symbol: string | null; readonly decimals: number | null } | undefined,
): AmountAnswer {
  const symbol = printed?.symbol ?? null;
  const decimals = printed?.decimals ?? null;
  const number = decimals === null ? units.toString() : formatUnits(units, decimals);
  const text = symbol === null ? number : `${number} ${symbol}`;
  return { asset, units: units.toString(), symbol, decimals, text };
}
