import { createServer } from 'node:net';

/** How many ports above the wanted one are tried. */
const triesMax = 100;

/** The wanted port of 127.0.0.1, or the next one that nothing listens on. */
export async function portFrom(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + triesMax; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`The ports ${wanted} to ${wanted + triesMax - 1} are all taken. Pass --port.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
