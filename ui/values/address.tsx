import { Fragment } from 'react';
import { compareAddresses, groupsOf, memoText, shortOf } from '../format/index.ts';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';

/**
 * An address, hash or digest. Where somebody decides it is whole, in groups of four (margins, not
 * spaces: selecting it copies the bare string); with `short` it only tells one from another.
 */
export function Address(props: {
  readonly value: string;
  readonly short?: boolean;
  /** Another address that it is laid beside: the groups that differ are marked. */
  readonly differsFrom?: string;
}) {
  const { value, short = false, differsFrom } = props;
  return short ? <Short value={value} /> : <Whole value={value} differsFrom={differsFrom} />;
}

/** A transaction's or block's hash. Looks like an address, and is read like one. */
export function Hash(props: { readonly value: string; readonly short?: boolean }) {
  return <Address {...props} />;
}

/** What is signed, always whole. */
export function Digest({ value }: { readonly value: string }) {
  return <Address value={value} />;
}

function Short({ value }: { readonly value: string }) {
  const short = shortOf(value);
  if (!short) return <Whole value={value} differsFrom={undefined} />;
  return (
    <span className="addr short" translate="no" title={value}>
      {short.prefix && <span className="p">{short.prefix}</span>}
      {short.first}
      <i>…</i>
      {short.middle}
      <i>…</i>
      {short.last}
    </span>
  );
}

function Whole(props: { readonly value: string; readonly differsFrom: string | undefined }) {
  const { prefix, groups } = groupsOf(props.value);
  const differing = props.differsFrom
    ? compareAddresses(props.differsFrom, props.value).differing
    : [];
  return (
    <span className="addr" translate="no">
      {prefix && <span className="p">{prefix}</span>}
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place.
        <Fragment key={at}>
          {at > 0 && <wbr />}
          <span className={differing.includes(at) ? 'g differs' : 'g'}>{group}</span>
        </Fragment>
      ))}
    </span>
  );
}

/** A memo or tag, whole, its spaces visible. */
export function Memo({ value }: { readonly value: string }) {
  return (
    <span className="addr memo" translate="no">
      {memoText(value)}
    </span>
  );
}

/** A token that nobody knows: its address first, what it calls itself in quotes. */
export function UnknownToken(props: { readonly address: string; readonly symbol: string | null }) {
  const { language } = useReading();
  const [open, close] = language === 'ja' ? ['「', '」'] : ['“', '”'];
  return (
    <span className="unknown-token">
      <Address value={props.address} short />
      {props.symbol !== null && (
        <small>
          {ownWord('selfNamed', language)}
          {open}
          {props.symbol}
          {close}
        </small>
      )}
    </span>
  );
}
