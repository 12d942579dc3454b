/** A point at which a program is killed, and what came of it. */
export interface Crash {
  readonly point: string;
  hitAt: string | null;
  /** The cases that were under way, with their states. */
  underWay: readonly string[];
}

/**
 * The crash points of one program, one at a time: the running process is armed with the first that
 * has not been hit; its death there arms the process that is started next with the one after. The
 * supervisor hands its own environment on, so that setting a variable here is enough.
 */
export class CrashPoints {
  readonly crashes: readonly Crash[];
  /** Deaths that no point had asked for. */
  readonly unasked: string[] = [];
  readonly #program: string;
  readonly #underWay: () => readonly string[];
  #next = 0;
  #armed: Crash | null = null;
  #isBegun = false;

  constructor(program: string, points: readonly string[], underWay: () => readonly string[]) {
    this.crashes = points.map((point) => ({ point, hitAt: null, underWay: [] }));
    this.#program = program;
    this.#underWay = underWay;
  }

  /** Kills the unarmed program once, so that the next is launched armed. */
  async begin(kill: () => Promise<void>): Promise<void> {
    await kill();
    this.#isBegun = true;
    this.#arm();
  }

  /** Hears the supervisor say that a program ended: at once, before the next is launched. */
  heard(line: string): void {
    if (!this.#isBegun || !line.startsWith(`The ${this.#program} ended (`)) return;
    if (!this.#armed || !line.includes('SIGKILL')) this.unasked.push(line);
    else {
      this.#armed.hitAt = new Date().toISOString();
      this.#armed.underWay = this.#underWay();
      this.#next += 1;
    }
    this.#arm();
  }

  isDone(): boolean {
    return this.#next >= this.crashes.length;
  }

  /** Arms nothing any more. */
  end(): void {
    this.#isBegun = false;
    this.#armed = null;
    delete process.env['KAERU_CRASH'];
  }

  #arm(): void {
    this.#armed = this.crashes[this.#next] ?? null;
    if (this.#armed) process.env['KAERU_CRASH'] = this.#armed.point;
    else delete process.env['KAERU_CRASH'];
  }
}
