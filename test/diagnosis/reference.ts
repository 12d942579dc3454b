import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changeWords,
  diagnose,
  mainReason,
  reasonCodes,
  reasonWords,
  wordsContext,
} from '../../src/recovery/diagnosis/index.ts';
import { rules, unknown } from '../../src/recovery/diagnosis/rules/index.ts';
import { invariant } from '../../src/std/index.ts';
import type { DiagnosisCase } from './cases.ts';

const fromNothingFound =
  'When no network knows the transaction; it has no transfer to try rules on.';

/** docs/reference/diagnosis-codes.md, from the cases that the tests run and the rules themselves. */
export function reference(cases: readonly DiagnosisCase[]): string {
  const order = [...rules, unknown].map((rule) => rule.code);
  const sorted = reasonCodes
    .flatMap((code) => cases.filter((one) => one.code === code))
    .sort((a, b) => placeOf(order, a) - placeOf(order, b));
  return `# Diagnosis codes

Generated from \`test/diagnosis/cases.ts\` and the rules in \`src/recovery/diagnosis/rules/\`; a test
fails when this page is stale (\`npx vitest run -u src/recovery/diagnosis\` writes it). Codes stand in
the order in which they are tried. Each row is a test: the facts lead to the code, the outcome, the
deciding fact and what would change it; in the near miss the code must not appear. The same is shown
with real transactions on real nodes, through \`kaeru diagnose\`, in the test named last.

| code | outcome | the case | deciding fact | what would change it | near miss, and the answer there | on nodes |
| --- | --- | --- | --- | --- | --- | --- |
${sorted.map(row).join('\n')}

## What the customer reads, and why the rule stands where it does

${sorted.map(section).join('\n\n')}
`;
}

function placeOf(order: readonly string[], one: DiagnosisCase): number {
  const at = order.indexOf(one.code);
  return at === -1 ? order.length - 1.5 : at;
}

function row(one: DiagnosisCase): string {
  const cells = [
    `\`${one.code}\``,
    one.outcome,
    one.title,
    `\`${one.because}\``,
    `\`${one.wouldChange}\``,
    `${one.nearMiss.title}: \`${one.nearMiss.instead}\``,
    nodeTestOf(one.code),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Which of the tests on real nodes produces the code; throws when none does. */
function nodeTestOf(code: string): string {
  const folder = join(import.meta.dirname, '../../src/app/diagnose');
  const file = ['state-codes.node.test.ts', 'place-codes.node.test.ts'].find((name) =>
    readFileSync(join(folder, name), 'utf8').includes(`    code: '${code}',`),
  );
  invariant(file, `${code} is shown on a real node`);
  return `\`${file}\``;
}

function section(one: DiagnosisCase): string {
  const main = mainReason(diagnose(one.facts));
  invariant(main, 'a case has a reason');
  const context = wordsContext(one.facts, main.network, main.transfer);
  const told = reasonWords(main.reason, context);
  const changes = changeWords(main.reason, context);
  const rule = [...rules, unknown].find(({ code }) => code === one.code);
  return `### ${one.code}

${rule?.place ?? fromNothingFound}

- ${told.ja} (${changes.ja})
- ${told.en} (${changes.en})`;
}
