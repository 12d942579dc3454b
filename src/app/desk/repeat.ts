/**
 * Does `work` again and again with a pause in between, until it is stopped: then a pause ends at once,
 * and work that has begun is waited for. A failure is told and passed over.
 */
export function repeat(
  pauseMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  const stopping = Promise.withResolvers<void>();
  const loop = (async () => {
    while (!stopped) {
      try {
        await work();
      } catch (error) {
        failed(error);
      }
      await pause(pauseMs, stopping.promise);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      stopping.resolve();
      await loop;
    },
  };
}

async function pause(ms: number, ends: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([over, ends]);
  clearTimeout(timer);
}
