import { sleep } from '../../std/index.ts';

/** Does `work` again and again with a pause in between, until it is stopped. A failure is told and passed over. */
export function repeat(
  pauseMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      try {
        await work();
      } catch (error) {
        failed(error);
      }
      await sleep(pauseMs);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await loop;
    },
  };
}
