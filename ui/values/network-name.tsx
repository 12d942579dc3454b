import { assetOnNetworkText, networkText } from '../format/index.ts';
import { useReading } from '../reading.tsx';

/** A network by its full name and number; never by a logo alone. */
export function NetworkName(props: {
  readonly label: string;
  readonly id?: string | number | null;
}) {
  const { language } = useReading();
  return <span className="net">{networkText(props.label, props.id ?? null, language)}</span>;
}

/** An asset where its symbol alone could mean two. */
export function AssetOnNetwork(props: { readonly symbol: string; readonly network: string }) {
  const { language } = useReading();
  return <span className="net">{assetOnNetworkText(props.symbol, props.network, language)}</span>;
}
