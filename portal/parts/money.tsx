import type { Amount as AmountAnswer, Claim, Option } from '../../client/index.ts';
import { Amount, amountText, Fiat, fiatText, isFiat } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

/** What an amount is worth in a national currency, as the API tells it. */
type Worth = NonNullable<Option['fiat']>;

/** An amount in words: for headings, buttons and titles. */
export function moneyText({ language }: Visit, value: AmountAnswer): string {
  return isFiat(value.symbol) ? fiatText(value, language, { as: 'exact' }) : amountText(value);
}

/** A crypto amount, or national money that is asked or paid. */
export function Money(props: {
  readonly value: AmountAnswer;
  readonly digits?: 'all' | 'significant';
  /** It is taken away. */
  readonly minus?: boolean;
  readonly big?: boolean;
}) {
  const { value, digits = 'significant', minus = false, big = false } = props;
  const signed =
    minus && !/^0+$/.test(value.units) ? { ...value, units: `-${value.units}` } : value;
  if (isFiat(value.symbol)) return <Fiat value={signed} as="exact" />;
  return <Amount value={signed} digits={digits} big={big} />;
}

/** About how much that is: `約7,499万円`. */
export function Remark({ worth, short }: { readonly worth: Worth; readonly short?: boolean }) {
  const { units, decimals, currency } = worth;
  return <Fiat value={{ units, decimals, symbol: currency }} short={short ?? false} />;
}

/** The symbol of what was found, or nothing where it has none. */
export function symbolOf(claim: Claim): string {
  return claim.found?.amount.symbol ?? '';
}
