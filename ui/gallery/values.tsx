import {
  Address,
  Amount,
  AssetOnNetwork,
  BaseUnits,
  CopyButton,
  Day,
  Deadline,
  Digest,
  Duration,
  type Family,
  Fiat,
  families,
  Hash,
  Icon,
  iconNames,
  Memo,
  NetworkName,
  RelativeTime,
  StatePill,
  type StateTable,
  StatusPill,
  stateLooks,
  Time,
  UnknownToken,
} from '../index.ts';
import { Chapter, Specimen } from './gallery.tsx';
import { deposit, forged, hash, most, sender, wbtc, yen } from './samples.ts';
import type { View } from './view.ts';

/** Everything that prints a value, and the pills. */
export function Values(_: { readonly view: View }) {
  return (
    <>
      <Money />
      <Names />
      <Times />
      <Pills />
      <Chapter title="Icon">
        <div className="icons">
          {iconNames.map((name) => (
            <span key={name}>
              <Icon name={name} />
              {name}
            </span>
          ))}
        </div>
      </Chapter>
    </>
  );
}

function Money() {
  return (
    <Chapter title="Amount, Fiat, BaseUnits">
      <div className="shelf">
        <Amount value={wbtc(499_920_000n)} big />
        <Amount value={wbtc(500_000_000n)} digits="all" />
        <Amount value={wbtc(-80_000n)} digits="all" />
        <Amount value={wbtc(80_000n)} sign="always" />
        <Amount value={{ units: 3n, decimals: 18, symbol: 'ETH' }} fractionMax={8} />
        <Amount value={{ units: 1_234_567_890_123_456_789n, decimals: 18, symbol: 'ETH' }} />
      </div>
      <Specimen name="78 digits">
        <Amount value={most} digits="all" />
      </Specimen>
      <div className="shelf">
        <Fiat value={yen(74_988_000n)} />
        <Fiat value={yen(74_988_000n)} short />
        <Fiat value={yen(33_000n)} as="exact" />
        <BaseUnits value={wbtc(499_920_000n)} />
      </div>
    </Chapter>
  );
}

function Names() {
  return (
    <Chapter title="Address, Hash, Digest, Memo, NetworkName">
      <Specimen name="full: where somebody decides">
        <Address value={sender} />
      </Specimen>
      <Specimen name="beside one that looks alike">
        <Address value={forged} differsFrom={sender} />
      </Specimen>
      <Specimen name="hash, digest">
        <Hash value={hash} />
        <Digest value={hash} />
      </Specimen>
      <div className="shelf">
        <Address value={deposit} short />
        <CopyButton value={deposit} name="0x" />
        <Hash value={hash} short />
        <Address value="bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4" short />
        <Memo value="10  0420 11" />
        <UnknownToken address={deposit} symbol="USDC.e" />
      </div>
      <div className="shelf">
        <NetworkName label="Polygon" id="evm:137" />
        <NetworkName label="Bitcoin" />
        <AssetOnNetwork symbol="WBTC" network="Polygon" />
      </div>
    </Chapter>
  );
}

function Times() {
  return (
    <Chapter title="Time, Day, Deadline, Duration">
      <div className="shelf">
        <Time at="2026-11-22T05:05:09Z" />
        <Time at="2026-11-22T05:05:09Z" to="second" zone="UTC" />
        <Time at="2025-11-22T05:05:09Z" to="date" />
        <Time at="2026-11-22T05:05:09Z" relative />
        <Day of="2026-11-24" />
        <Duration ms={162_000_000} />
        <RelativeTime at="2026-11-22T03:00:00Z" />
      </div>
      <div className="shelf">
        <Deadline at="2026-11-24T03:00:00Z" />
        <Deadline at="2026-11-22T07:00:00Z" />
        <Deadline at="2026-11-22T04:00:00Z" />
      </div>
    </Chapter>
  );
}

function Pills() {
  return (
    <Chapter title="StatusPill, StatePill">
      <div className="shelf">
        {(Object.keys(families) as Family[]).map((family) => (
          <StatusPill key={family} family={family} />
        ))}
      </div>
      {(Object.keys(stateLooks) as StateTable[]).map((table) => (
        <Specimen key={table} name={table}>
          <div className="shelf">
            {Object.keys(stateLooks[table]).map((state) => (
              <StatePill key={state} table={table} state={state} />
            ))}
          </div>
        </Specimen>
      ))}
    </Chapter>
  );
}
