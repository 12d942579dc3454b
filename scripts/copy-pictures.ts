/** Copies the pages that the tests photographed from ./var into the documents. Run: npm run pictures */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const from = join(root, 'var/pictures');
const to = join(root, 'docs/pictures');
const shown = /^claim-((quoted|returned)-(ja|en)-(390|1440)|(accept|wallet)-ja-390)\.png$/;

mkdirSync(to, { recursive: true });
for (const name of readdirSync(from).filter((one) => shown.test(one))) {
  copyFileSync(join(from, name), join(to, name));
}
