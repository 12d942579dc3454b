import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRecord } from '../../test/audit-record.ts';
import { done } from '../std/index.ts';
import { auditVerifyCommand } from './index.ts';

let book: Awaited<ReturnType<typeof openRecord>>;
beforeEach(async () => {
  book = await openRecord();
});
afterEach(() => book.database.destroy());

describe('kaeru audit verify', () => {
  async function run(...argv: string[]) {
    const lines: string[] = [];
    const outside = async () => done(book.notary);
    const print = (line: string) => lines.push(line);
    const code = await auditVerifyCommand(argv, {
      database: book.database,
      clock: book.clock,
      outside,
      print,
    });
    return { code, lines };
  }

  test('exits 0 when nothing is wrong, 1 and names it when something is, 2 when misused', async () => {
    await book.keep(3);
    expect(await run()).toEqual({
      code: 0,
      lines: ['Checked 3 entries and 1 signed heads: nothing is wrong.'],
    });
    const entry = await book.entryAtNumber(2n);
    await book.around((tx) => tx.deleteFrom('audit_entries').where('id', '=', entry).execute());
    expect(await run('--language', 'ja')).toEqual({
      code: 1,
      lines: [
        `記録 ${entry}（2番）がなくなっています。`,
        '3件の記録と1件の署名を確かめました。異常が1件あります。',
      ],
    });
    const { code, lines } = await run('--json');
    expect(code).toBe(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      ok: false,
      links: '3',
      heads: '1',
      findingsTotal: 1,
      findings: [{ kind: 'entry_missing', sequence: '2', entry }],
    });
    expect(await run('--loud')).toMatchObject({ code: 2 });
    expect(await run('--language', 'fr')).toMatchObject({ code: 2 });
  });
});
