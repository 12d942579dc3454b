import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath, findProgram, postgres15Binaries } from '../programs.ts';

/** A program of Debian's that some suites need. */
interface Needed {
  readonly packageName: string;
  readonly isHere: () => boolean;
  /** What goes untested without it. */
  readonly suites: string;
}

const needed: readonly Needed[] = [
  {
    packageName: 'chromium',
    isHere: () => existsSync(chromiumPath),
    suites: 'the progress page in a browser',
  },
  {
    packageName: 'fonts-ipafont-gothic',
    isHere: () => existsSync('/usr/share/fonts/opentype/ipafont-gothic'),
    suites: 'Japanese letters in the pictures of the pages',
  },
  {
    packageName: 'litecoind',
    isHere: () => findProgram('litecoind') !== null,
    suites: 'addresses of another kind of network, made by a real node',
  },
  {
    packageName: 'postgresql-15',
    isHere: () => existsSync(postgres15Binaries),
    suites: "the database suite on Debian's PostgreSQL 15",
  },
];

/** What is missing in the end, and whether an installation was tried and failed. */
export interface Installed {
  readonly failed: boolean;
  /** Sentences for what will be skipped. */
  readonly skips: readonly string[];
}

/**
 * Installs what is missing where that can be done (root on Debian), and says so. Elsewhere says
 * which suites are skipped and why.
 */
export function installMissing(print: (line: string) => void): Installed {
  const missing = needed.filter((one) => !one.isHere());
  if (missing.length === 0) return { failed: false, skips: [] };
  const names = missing.map((one) => one.packageName);
  const why = reasonNotToInstall();
  if (why) {
    const skips = missing.map(
      ({ packageName, suites }) =>
        `Skipped: ${suites}. It needs ${packageName}, and ${why}. Install it to run it.`,
    );
    return { failed: false, skips };
  }
  print(`Installing what the tests need and this machine lacks: ${names.join(', ')}.`);
  const done = apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...names]);
  const still = missing.filter((one) => !one.isHere());
  const skips = still.map(({ packageName, suites }) => `Not tested: ${suites} (${packageName}).`);
  if (!done) print('apt-get failed: what it said is above.');
  return { failed: !done || still.length > 0, skips };
}

function reasonNotToInstall(): string | null {
  if (!existsSync('/etc/debian_version') || !findProgram('apt-get')) return 'this is not Debian';
  if (process.getuid?.() !== 0) return 'only root may install packages';
  return null;
}

function apt(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ran = spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  return ran.status === 0;
}
