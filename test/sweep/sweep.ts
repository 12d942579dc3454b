import { rmSync } from 'node:fs';
import type { Played } from '../../src/app/demo/mishaps/index.ts';
import { sendToken } from '../../src/app/demo/mishaps/mishap.ts';
import { type Player, type Stage, stageOf } from '../../src/app/demo/stage.ts';
import { startWorld, type World } from '../../src/app/start/world.ts';
import { type Database, openDatabase } from '../../src/db/index.ts';
import { ownedFolder } from '../runner/clear-stale.ts';
import { type CaseEnd, type CaseToPlay, playCase } from './case.ts';
import { DeskPeople } from './desk-people.ts';
import { type ExchangeSide, exchangeSide } from './exchange-side.ts';

type Name = 'aiko' | 'ben' | 'chen';

/** Somebody who loses a deposit, claims it, has it back, and loses the next. */
export interface Lane {
  readonly name: Name;
  readonly option: CaseToPlay['option'];
}

/** A case that was played to its end, or the sentence that says why it was not. */
export type Ended = CaseEnd & { readonly lane: string; readonly hash: string };

const wbtcUnits = 5n * 10n ** 8n;
const restartPauseMsMax = 250;

/** A world in which many cases are played while its programs are killed. */
export class Sweep {
  readonly world: World;
  readonly database: Database;
  readonly people: DeskPeople;
  readonly stage: Stage;
  readonly exchange: ExchangeSide;
  readonly ended: Ended[] = [];
  readonly failed: string[] = [];
  #losing: Promise<unknown> = Promise.resolve();
  readonly #underWay = new Map<string, string>();

  constructor(world: World) {
    this.world = world;
    this.database = openDatabase(world.facts.databaseUrl);
    this.people = new DeskPeople(world.facts);
    this.stage = stageOf(world.facts);
    this.exchange = exchangeSide(world.facts);
  }

  /** The cases that are being played, with the state that was last seen. */
  underWay = (): string[] => [...this.#underWay].map(([lane, state]) => `${lane} ${state}`);

  /** Loses a deposit, unless one is given, and plays it to its end; a failure is kept for the test. */
  async play(
    lane: Lane,
    onState: (state: string) => Promise<void> = async () => {},
    given?: Played,
  ): Promise<void> {
    const label = `${lane.name} ${lane.option}`;
    try {
      const lost = given ?? (await this.lose(lane));
      const toPlay = { lost, wallet: lane.name, option: lane.option };
      const { facts } = this.world;
      const end = await playCase(facts, this.database, this.people, toPlay, async (claim) => {
        this.#underWay.set(label, `${claim.number} ${claim.state}`);
        await onState(claim.state);
      });
      this.ended.push({ ...end, lane: label, hash: lost.hash });
    } catch (error) {
      this.failed.push(`${label}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.#underWay.delete(label);
    }
  }

  /** Losses take turns: the demo's tokens obey one account, whose nonces a node gives out. */
  lose(lane: Lane): Promise<Played> {
    const mine = this.#losing.then(() => this.#loseNow(lane));
    this.#losing = mine.catch(() => {});
    return mine;
  }

  /** 5 WBTC at one's own address: on the wrong network, or on the right one and not credited. */
  async #loseNow({ name, option }: Lane): Promise<Played> {
    const player: Player = this.stage[name];
    const chain = option === 'credit' ? this.stage.ethereum : this.stage.unlisted;
    const receipt = await sendToken(chain, player, 'wbtc', player.deposit, wbtcUnits);
    const { customer } = player;
    const { transactionHash: hash } = receipt;
    return { network: chain.network, hash, customer, ja: '', en: '' };
  }

  async stop(): Promise<void> {
    await this.database.destroy();
    await this.world.stop();
    rmSync(this.world.facts.folder, { recursive: true, force: true });
  }
}

/** Starts a world to sweep through. `say` hears every death of a part, the moment it happens. */
export async function startSweep(port: number, say: (line: string) => void): Promise<Sweep> {
  const world = await startWorld({
    folder: ownedFolder('sweep'),
    port,
    databaseSettings: ['fsync=off'],
    restartPauseMsMax,
    progress: { say, step: (_, work) => work() },
  });
  const sweep = new Sweep(world);
  for (const role of ['treasury', 'risk', 'auditor']) await sweep.people.client(role);
  return sweep;
}
