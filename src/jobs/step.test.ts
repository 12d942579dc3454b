import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { declaredSteps, declareSteps, runStep } from './index.ts';

const steps = declareSteps({ 'test/one': 'Adds one; adding again is told by the row.' });

describe('steps', () => {
  test('run once declared, and are listed', async () => {
    expect(await runStep(steps['test/one'], async () => 7)).toBe(7);
    expect(declaredSteps().map((step) => step.name)).toContain('test/one');
  });

  test('an undeclared step does not run, and a name is declared once', async () => {
    await expect(runStep({ name: 'test/two', why: '' }, async () => 7)).rejects.toThrow('declared');
    expect(() => declareSteps({ 'test/one': 'again' })).toThrow('declared once');
  });

  test.each(['before', 'after'])('the process dies %s a step when told to', (when) => {
    const source = `
      import { crashAtStep, declareSteps, runStep } from '${import.meta.dirname}/index.ts';
      const steps = declareSteps({ 'a/b': 'Prints.' });
      crashAtStep('a/b:${when}');
      await runStep(steps['a/b'], async () => console.log('ran'));
      console.log('survived');`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
      encoding: 'utf8',
    });
    expect(run.signal).toBe('SIGKILL');
    expect(run.stdout).toBe(when === 'before' ? '' : 'ran\n');
  });
});
