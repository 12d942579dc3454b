import { type Line, openLine } from './line.ts';
import { renew } from './renew.ts';
import { keepResting, showFresh, showSignedOut, showStale } from './stale.ts';

/** Follows the claim that the page shows, while it shows one that can still change. */
export function followClaim(): void {
  const main = document.querySelector<HTMLElement>('main[data-claim]');
  const number = main?.dataset['claim'];
  if (main && number) new Follower(main, number).start();
}

class Follower {
  readonly #main: HTMLElement;
  readonly #number: string;
  #line: Line | null = null;
  #asOf = new Date();
  #stale = false;
  #renewing = false;
  #again = false;

  constructor(main: HTMLElement, number: string) {
    this.#main = main;
    this.#number = number;
  }

  start(): void {
    this.#line = openLine(`/v1/claims/${encodeURIComponent(this.#number)}/events`, {
      opened: () => {
        if (this.#stale) void this.#renew();
      },
      news: (version) => {
        if (this.#stale || version > this.#shown()) void this.#renew();
        else this.#asOf = new Date();
      },
      heard: () => {
        if (this.#stale) void this.#renew();
        else this.#asOf = new Date();
      },
      cut: () => this.#check(),
    });
    // A page brought back from the background, or by the back button, may have slept through a change.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#renew();
    });
    addEventListener('pageshow', (event) => {
      if (event.persisted) this.#line?.retry();
    });
  }

  #shown(): number {
    return Number(this.#main.dataset['version'] ?? 0);
  }

  /** One load at a time; what is heard meanwhile is looked at after it. */
  async #renew(): Promise<void> {
    if (this.#renewing) {
      this.#again = true;
      return;
    }
    this.#renewing = true;
    const came = await renew();
    this.#renewing = false;
    if (came === 'signed_out') return this.#end();
    if (came === 'unreachable') return this.#cut();
    this.#asOf = new Date();
    this.#stale = false;
    showFresh();
    keepResting();
    if (this.#main.dataset['claim'] === undefined) this.#line?.close();
    if (this.#again) {
      this.#again = false;
      await this.#renew();
    }
  }

  /** The line is gone. Where pages can still be loaded, that is how the page stays fresh. */
  #check(): void {
    if (navigator.onLine) void this.#renew();
    else this.#cut();
  }

  #cut(): void {
    this.#stale = true;
    showStale(this.#asOf, () => {
      this.#line?.retry();
      void this.#renew();
    });
  }

  #end(): void {
    this.#stale = true;
    this.#line?.close();
    showSignedOut(this.#asOf);
  }
}
