/** Tells a person what goes on. `say` prints one line. */
export interface Progress {
  say(line: string): void;
  /** Runs a step and prints how long it took; says that it is at work when it takes a while. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
}

/** A step that takes longer than this is announced before it ends. */
const patienceMs = 1_000;

/** Progress by `print`, one line a call. */
export function progressTo(print: (line: string) => void): Progress {
  return {
    say: print,
    step: async (label, work) => {
      const startedAt = performance.now();
      const timer = setTimeout(() => print(`  … ${label}`), patienceMs);
      try {
        const result = await work();
        print(`  ✓ ${label} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
        return result;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Progress that nobody sees. */
export const silently: Progress = { say: () => {}, step: (_, work) => work() };
