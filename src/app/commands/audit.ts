import { parseArgs } from 'node:util';
import { auditVerifyCommand } from '../../audit/index.ts';
import { signerCustody } from '../../custody/index.ts';
import { openDatabase } from '../../db/index.ts';
import { systemClock } from '../../std/index.ts';
import { outsideHeads } from '../desk/outside-heads.ts';
import { type Command, UsageError } from './command.ts';
import { worldFrom } from './folder.ts';

/** Checks the audit record of a running world. */
export const auditCommand: Command = {
  usage: `kaeru audit verify [--json] [--language ja|en] [--folder DIR]
  names every row that was changed or is missing; exit 1 when there is one, or the signer is silent`,
  run: async ([act, ...args]) => {
    if (act !== 'verify') throw new UsageError(`audit knows 'verify', not '${act ?? ''}'.`);
    const { values } = parseArgs({
      args,
      options: {
        folder: { type: 'string' },
        json: { type: 'boolean' },
        language: { type: 'string' },
      },
    });
    const facts = worldFrom(values.folder);
    const database = openDatabase(facts.databaseUrl);
    const custody = signerCustody(facts.signer.socket);
    const rest = [
      ...(values.json ? ['--json'] : []),
      ...(values.language ? ['--language', values.language] : []),
    ];
    try {
      return await auditVerifyCommand(rest, {
        database,
        clock: systemClock,
        outside: () => outsideHeads(custody),
        print: (line) => console.log(line),
      });
    } finally {
      await database.destroy();
    }
  },
};
