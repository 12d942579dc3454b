import { parseArgs } from 'node:util';
import type { Database } from '../db/index.ts';
import type { Clock, Outcome } from '../std/index.ts';
import { findingInWords } from './findings.ts';
import { type OutsideHeads, verifyAudit } from './verify-audit.ts';

/** What the command is run in. */
export interface AuditVerifyWorld {
  readonly database: Database;
  readonly clock: Clock;
  /** Asks the signer, or reads its file. A refusal becomes a finding, never a pass. */
  readonly outside: () => Promise<Outcome<OutsideHeads>>;
  readonly print: (line: string) => void;
}

const usage = 'usage: kaeru audit verify [--json] [--language ja|en]';

/**
 * `kaeru audit verify`: checks the audit record and names what is wrong with it. Returns the exit
 * code: 0 all is there and unchanged, 1 damage found or the signed heads unread, 2 bad arguments.
 */
export async function auditVerifyCommand(
  argv: readonly string[],
  world: AuditVerifyWorld,
): Promise<0 | 1 | 2> {
  const options = readOptions(argv);
  if (!options) {
    world.print(usage);
    return 2;
  }
  const result = await verifyAudit(world.database, world.clock, await world.outside());
  const ok = result.findingsTotal === 0;
  if (options.json) {
    const { links, heads, findingsTotal, findings } = result;
    const counted = { links: String(links), heads: String(heads), findingsTotal };
    world.print(JSON.stringify({ ok, ...counted, findings }));
    return ok ? 0 : 1;
  }
  for (const finding of result.findings) world.print(findingInWords(finding, options.language));
  world.print(summary(result, options.language));
  return ok ? 0 : 1;
}

function readOptions(argv: readonly string[]): { json: boolean; language: 'ja' | 'en' } | null {
  const options = {
    json: { type: 'boolean', default: false },
    language: { type: 'string', default: 'en' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true });
    const { json, language } = values;
    return language === 'ja' || language === 'en' ? { json, language } : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function summary(
  { links, heads, findingsTotal }: { links: bigint; heads: bigint; findingsTotal: number },
  language: 'ja' | 'en',
): string {
  if (language === 'ja') {
    const result =
      findingsTotal === 0 ? '異常はありません。' : `異常が${findingsTotal}件あります。`;
    return `${links}件の記録と${heads}件の署名を確かめました。${result}`;
  }
  const result = findingsTotal === 0 ? 'nothing is wrong.' : `${findingsTotal} things are wrong.`;
  return `Checked ${links} entries and ${heads} signed heads: ${result}`;
}
