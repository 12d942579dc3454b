import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generated } from '../scripts/generated-client.ts';

describe('the generated files', () => {
  test.each(generated())('$file is as the routes say (npm run client)', ({ file, text }) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
