import {
  type AmountOptions,
  type AmountValue,
  amountParts,
  baseUnitsText,
  type FiatOptions,
  fiatText,
  noBreak,
} from '../format/index.ts';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';

/** Beyond so many characters a figure may break, or it would push the page aside. */
const nowrapMax = 26;

/**
 * A quantity of an asset: figure, dimmed zeros, quieter unit. Portal headlines take the default, its
 * receipts and the console `digits="all"`.
 */
export function Amount(
  props: AmountOptions & {
    readonly value: AmountValue;
    /** Without its symbol, in columns whose heading names it. */
    readonly bare?: boolean;
    /** The large figure of a page. */
    readonly big?: boolean;
  },
) {
  const { value, bare = false, big = false, ...options } = props;
  const { sign, below, digits, zeros, cut, symbol } = amountParts(value, options);
  const long = digits.length + zeros.length > nowrapMax;
  return (
    <span className={`amt${big ? ' big' : ''}${long ? ' long' : ''}`}>
      {below && `<${noBreak}`}
      {sign}
      {digits}
      {zeros && <span className="z">{zeros}</span>}
      {cut && '…'}
      {!bare && symbol && (
        <>
          {noBreak}
          <span className="u">{symbol}</span>
        </>
      )}
    </span>
  );
}

/** The exact whole number that is signed, booked or audited. */
export function BaseUnits({ value }: { readonly value: AmountValue }) {
  const { language } = useReading();
  return (
    <span className="num base-units">
      {baseUnitsText(value.units)}
      {noBreak}
      {ownWord('baseUnits', language)}
    </span>
  );
}

/** National money: by default a remark beside an amount (`約7,499万円`). */
export function Fiat(props: FiatOptions & { readonly value: AmountValue }) {
  const { value, ...options } = props;
  const { language } = useReading();
  return <span className="num fiat">{fiatText(value, language, options)}</span>;
}
