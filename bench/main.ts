/**
 * `npm run bench`: how fast Kaeru is, set against the bare work on the same machine in the same run.
 * Prints one JSON object; a ratio that misses its limit shows `ok: false` and fails nothing, for a
 * busy machine is no defect. Each measure sets up by itself what it needs.
 */
import { benchDeskReads } from './desk-reads.ts';
import { benchDiagnosisReading } from './diagnosis-reading.ts';
import { benchLedger } from './ledger.ts';
import { benchReadTransfers } from './read-transfers.ts';

/** One promise about speed, and what was measured. */
interface Measure {
  readonly claim: string;
  readonly measured: number | null;
  readonly limit: { readonly atMost: number } | { readonly atLeast: number };
  readonly ok: boolean | null;
  /** Why nothing was measured, or what else was. */
  readonly note?: string;
}

/** A read of the desk may take this many times as long as the SQL it needs. */
const deskReadRatioMax = 1.5;
/** A posting may take this many times as long as the plain inserts of its rows. */
const ledgerRatioMax = 3;

function measured(claim: string, value: number, limit: Measure['limit'], note?: string): Measure {
  const ok = 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
  const rounded = Math.round(value * 100) / 100;
  return { claim, measured: rounded, limit, ok, ...(note ? { note } : {}) };
}

async function diagnosisReading(): Promise<Measure[]> {
  const result = await benchDiagnosisReading();
  const { ratio, ratioMax, roundTrips, roundTripsMax } = result;
  const took = `${result.oursMilliseconds.toFixed(2)} ms against ${result.bareMilliseconds.toFixed(2)} ms`;
  return [
    measured(
      'reading a transaction for its diagnosis, times the bare JSON-RPC calls it needs (medians)',
      ratio,
      { atMost: ratioMax },
      took,
    ),
    measured('round trips to a network for a diagnosis', roundTrips, { atMost: roundTripsMax }),
  ];
}

function readTransfers(): Measure[] {
  const claim = "reading the transfers of block 17173049, times as fast as viem's parseEventLogs";
  const correct = 'transfers of that block read exactly as they were recorded';
  const result = benchReadTransfers();
  if ('skipped' in result) {
    const limit = { atLeast: 40 };
    return [{ claim, measured: null, limit, ok: null, note: result.skipped }];
  }
  const { ratio, ratioMin, right, expected, oursMicroseconds, viemMicroseconds } = result;
  const took = `${oursMicroseconds.toFixed(1)} µs against ${viemMicroseconds.toFixed(1)} µs`;
  return [
    measured(claim, ratio, { atLeast: ratioMin }, took),
    measured(correct, right, { atLeast: expected }),
  ];
}

async function ledger(): Promise<Measure[]> {
  const { onDisk, notWaitingForDisk } = await benchLedger();
  const said = (where: string) =>
    `ledger postings, times as slow as plain inserts of the same rows, ${where}`;
  const of = (where: string) => (one: (typeof onDisk)[number]) =>
    measured(
      said(`${where}, ${one.connections} at once`),
      one.ratio,
      { atMost: ledgerRatioMax },
      `${one.postingsPerSecond} postings a second`,
    );
  return [
    ...onDisk.map(of('every commit on the disk')),
    ...notWaitingForDisk.map(of('not waiting for the disk')),
  ];
}

async function deskReads(): Promise<Measure[]> {
  return (await benchDeskReads()).map((one) => {
    const { read, ratio, oursMilliseconds, bareMilliseconds, statements } = one;
    return measured(
      `the desk's ${read} with 5,000 cases, times the bare SQL it needs (medians)`,
      ratio,
      { atMost: deskReadRatioMax },
      `${oursMilliseconds.toFixed(1)} ms against ${bareMilliseconds.toFixed(1)} ms of ${statements} statements`,
    );
  });
}

// One after the other: what is measured must not compete with another measure.
const measures = [
  ...(await diagnosisReading()),
  ...readTransfers(),
  ...(await ledger()),
  ...(await deskReads()),
];
const { version, arch } = process;
console.log(JSON.stringify({ node: version, arch, measures }, null, 2));
