import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ageDaysMaxDefault, screen } from '../../lists/index.ts';
import { address } from '../../networks/index.ts';
import { clockAt, minuteMs } from '../../std/index.ts';
import { reloadingLists } from './reloading-lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'kaeru-lists-'));
afterAll(() => rmSync(folder, { recursive: true }));

const thief = '0x00000000000000000000000000000000000000b0';

test('a list that is put into the folder counts without a restart', () => {
  const clock = clockAt('2026-11-22T03:00:00.000Z');
  const lists = reloadingLists(folder, ageDaysMaxDefault, clock);
  const status = () => screen(lists, address(thief), clock.now(), ['sanctions']).status;
  expect(status()).toBe('no_list');
  writeFileSync(
    join(folder, 'sanctions.json'),
    JSON.stringify({
      list: 'sanctions',
      kind: 'sanctions',
      version: '1',
      source: 'a test',
      licence: 'CC0-1.0',
      asOf: '2026-11-22',
      entries: [{ address: thief, label: 'a thief' }],
    }),
  );
  clock.advance(minuteMs);
  expect(status()).toBe('hit');
});
