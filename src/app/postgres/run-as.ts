import { type SpawnOptions, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { randomHex } from '../../std/index.ts';

/** How PostgreSQL's programs are run from this folder, and where its files lie. */
export interface RunAs {
  readonly home: string;
  readonly binaries: string;
  command(program: string, args: readonly string[]): [string, string[], SpawnOptions];
  /** Gives a path to the user that PostgreSQL runs as, where that is another than ours. */
  own(path: string): void;
}

/** Where root keeps clusters that another user must reach, when there are no user namespaces. */
const sharedHome = '/var/lib/kaeru';

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it directly; root runs it in a user
 * namespace, where it is root outside (so that a 0700 folder of root's can be reached) and another
 * user inside; where namespaces are off, as a system user, from a folder that this user can reach.
 * Throws a sentence when none of these works.
 */
export function runAs(folder: string, binaries: string, allowNamespace = true): RunAs {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const home = resolve(folder);
  if (process.getuid?.() !== 0) return directly(home, binaries);
  if (allowNamespace && namespaceWorks(home, binaries)) return inNamespace(home, binaries);
  return asSystemUser(home, binaries);
}

function directly(home: string, binaries: string): RunAs {
  return {
    home,
    binaries,
    command: (program, args) => [join(binaries, program), [...args], {}],
    own: () => {},
  };
}

const namespace = ['--user', '--map-user=1000', '--map-group=1000'];

function inNamespace(home: string, binaries: string): RunAs {
  return {
    home,
    binaries,
    command: (program, args) => ['unshare', [...namespace, join(binaries, program), ...args], {}],
    own: () => {},
  };
}

/** Tries it: the namespace can be off, and inside it root's right to read everything is gone. */
function namespaceWorks(home: string, binaries: string): boolean {
  const probe = 'test -w "$1" && "$2" --version';
  const args = [...namespace, 'sh', '-c', probe, 'sh', home, join(binaries, 'postgres')];
  return spawnSync('unshare', args, { stdio: 'ignore' }).status === 0;
}

function asSystemUser(folder: string, binaries: string): RunAs {
  const user = systemUser();
  if (!user) {
    throw new Error(
      'PostgreSQL refuses to run as root, user namespaces are off here, and /etc/passwd has no system user to run it as. Start Kaeru as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  const own = (path: string) => chownSync(path, user.uid, user.gid);
  const reachable = copyBinaries(binaries);
  const home = join(sharedHome, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  mkdirSync(home, { recursive: true, mode: 0o700 });
  own(home);
  return {
    home,
    binaries: reachable,
    command: (program, args) => [
      join(reachable, program),
      [...args],
      { uid: user.uid, gid: user.gid, cwd: home },
    ],
    own,
  };
}

/** The first of these that the machine has: a user of our own, PostgreSQL's, or nobody. */
function systemUser(): { uid: number; gid: number } | null {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['kaeru', 'postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return null;
}

/** Copies an installation (the folder above bin/) to where everyone may read it, once. */
function copyBinaries(binaries: string): string {
  const installation = dirname(binaries);
  const digest = createHash('sha256').update(installation).digest('hex').slice(0, 16);
  const target = join(sharedHome, `postgres-${digest}`);
  mkdirSync(sharedHome, { recursive: true, mode: 0o755 });
  chmodSync(sharedHome, 0o755);
  if (!existsSync(target)) {
    const draft = `${target}.${randomHex(6)}`;
    cpSync(installation, draft, { recursive: true, verbatimSymlinks: true });
    // Installed under a strict umask it would be readable by root alone.
    spawnSync('chmod', ['-R', 'a+rX', draft]);
    renameSync(draft, target);
  }
  return join(target, basename(binaries));
}
