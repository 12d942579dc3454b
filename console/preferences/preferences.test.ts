import { expect, test } from 'vitest';
import { type Preferences, readPreferences } from './preferences.ts';

const usual: Preferences = {
  language: 'ja',
  theme: 'system',
  density: 'normal',
  singleKeys: true,
};

test('what was kept counts where it fits, and the usual elsewhere', () => {
  expect(readPreferences(null, usual)).toEqual(usual);
  expect(readPreferences('not json', usual)).toEqual(usual);
  expect(readPreferences('null', usual)).toEqual(usual);
  const kept = { language: 'en', theme: 'sepia', density: 'compact', singleKeys: false };
  expect(readPreferences(JSON.stringify(kept), usual)).toEqual({
    language: 'en',
    theme: 'system',
    density: 'compact',
    singleKeys: false,
  });
});
