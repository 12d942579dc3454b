import type { ClaimState } from '../../../recovery/index.ts';
import type { WorldFacts } from '../../start/facts.ts';
import { stageOf } from '../stage.ts';
import { approveAll, type Planned, payNow, untilEnded } from './approve.ts';
import { type Claimant, type Crew, claimantsFor, openCrew } from './crew.ts';
import { sendDeposits } from './deposits.ts';
import { behindApproval, type CaseToMake, lossFor, reach } from './reach.ts';
import { missing, type Share } from './shares.ts';

/** What filling came to. */
export interface Filled {
  /** Claims made now. */
  readonly made: number;
  /** Claims there are, by `state language`. */
  readonly cases: Readonly<Record<string, number>>;
}

/** As many as keep both processors at work: most of the time goes to reading the nodes. */
const atOnce = 6;
/** Deposits are sent and claimed in portions, so that a run that is killed has kept most of its work. */
const portion = 500;

/**
 * Fills a running demo world until `cases` claims stand in it: every state in both languages, evenly.
 * Each case is a real deposit on a demo node, filed, read, diagnosed and decided by the same commands
 * as any other; only the queue rests, so that what is Kaeru's turn is there to be seen for a while.
 */
export async function fill(
  facts: WorldFacts,
  cases: number,
  say: (line: string) => void,
): Promise<Filled> {
  const crew = await openCrew(facts);
  try {
    const have = await countCases(crew);
    const toMake = missing(cases, ({ state, language }) => have[`${state} ${language}`] ?? 0);
    const claimants = await claimantsFor(crew, cases);
    for (let from = 0; from < toMake.length; from += portion) {
      await makeCases(crew, claimants, toMake.slice(from, from + portion), from);
      say(`  ${Math.min(from + portion, toMake.length)} of ${toMake.length} cases made`);
    }
    return { made: toMake.length, cases: await countCases(crew) };
  } finally {
    await crew.close();
  }
}

async function makeCases(
  crew: Crew,
  claimants: readonly Claimant[],
  shares: readonly Share[],
  offset: number,
): Promise<void> {
  const of = (language: Share['language']) => claimants.filter((one) => one.language === language);
  const readers = { ja: of('ja'), en: of('en') };
  const given = shares.map((share, at) => {
    const own = readers[share.language];
    return { ...share, claimant: own[(offset + at) % own.length] as Claimant };
  });
  const hashes = await sendDeposits(
    stageOf(crew.facts),
    given.map(({ state, claimant }) => ({ loss: lossFor[state], to: claimant.deposit })),
  );
  const toMake = given.map((one, at): CaseToMake => ({ ...one, hash: hashes[at] ?? '' }));
  const planned: Planned[] = [];
  await inParallel(toMake, async (one) => {
    const number = await reach(crew, one);
    if (behindApproval.includes(one.state)) planned.push({ number, one });
  });
  await approveAll(crew, planned);
  await inParallel(planned, (one) => payNow(crew, one));
  await untilEnded(crew, planned);
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const worker = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function countCases({ desk }: Crew): Promise<Record<string, number>> {
  const rows = await desk.database
    .selectFrom('claims')
    .select((on) => ['state', 'language', on.fn.countAll<bigint>().as('count')])
    .groupBy(['state', 'language'])
    .execute();
  const named = rows.map((row) => {
    const state = row.state as ClaimState;
    return [`${state} ${row.language}`, Number(row.count)] as const;
  });
  return Object.fromEntries(named);
}
