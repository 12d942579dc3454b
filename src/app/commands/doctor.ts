import { parseArgs } from 'node:util';
import { examine, type Finding } from '../doctor/examine.ts';
import { type Command, exitCodes } from './command.ts';
import { folderFrom } from './folder.ts';

/** Looks at everything a world leans on. */
export const doctorCommand: Command = {
  usage: `kaeru doctor [--folder DIR] [--json]
  exit 1 when something is wrong`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { folder: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const findings = await examine(folderFrom(values.folder));
    if (values.json) console.log(JSON.stringify(findings));
    else for (const finding of findings) console.log(inWords(finding));
    return findings.every((finding) => finding.ok) ? exitCodes.done : exitCodes.failed;
  },
};

function inWords({ ok, what, found, advice }: Finding): string {
  const line = `${ok ? '✓' : '✗'} ${what}: ${found}`;
  return ok || !advice ? line : `${line}\n    ${advice}`;
}
