import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { secondMs } from '../../std/index.ts';
import { approverRequestsFolder } from '../desk/demo-desk.ts';
import { repeat } from '../desk/repeat.ts';
import { root } from './programs.ts';

const lookEveryMs = secondMs / 4;
const run = promisify(execFile);

/**
 * The keeper of the demo's root key. The application leaves an approver's passkey as a file; here it
 * is put into the signer's next policy and the signer told to take that up. The application itself
 * can do neither. Outside the demo people do this, with a root key that is kept offline.
 */
export function enrolApprovers(options: {
  readonly folder: string;
  readonly signerFolder: string;
  readonly signerPid: () => number | null;
  readonly say: (line: string) => void;
}): { stop(): Promise<void> } {
  const { folder, signerFolder, signerPid, say } = options;
  const requests = approverRequestsFolder(folder);
  const enrol = async (name: string) => {
    const file = join(requests, name);
    try {
      const script = join(root, 'signer/main.ts');
      const args = [script, 'enrol-demo', '--folder', signerFolder, '--key', file];
      await run(process.execPath, args);
      const pid = signerPid();
      // One that is just being started again reads the new policy by itself.
      if (pid !== null) process.kill(pid, 'SIGHUP');
      rmSync(file);
    } catch (error) {
      say(`An approver's key was not taken (${name}): ${String(error).slice(0, 300)}`);
      renameSync(file, `${file}.refused`);
    }
  };
  const enrolAll = async () => {
    if (!existsSync(requests)) return;
    for (const name of readdirSync(requests)) if (name.endsWith('.json')) await enrol(name);
  };
  return repeat(lookEveryMs, enrolAll, (error) => say(String(error)));
}
