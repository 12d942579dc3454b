import type { Area } from '../area.ts';
import type { shell as ja } from '../ja/shell.ts';

/** What stands around every page. */
export const shell: Area<typeof ja> = {
  skip: 'Skip to the page',
  demoLabel: 'Demo',
  demo: 'Demo: neither the assets nor the people are real',
  brand: 'Shiomi Exchange',
  desk: 'Customer protection desk',
  title: '{title} | Shiomi Exchange, customer protection desk',
  language: 'Language: English',
  talk: 'Talk to us',
  isItYou: 'Check that it is us',
  contact: 'Official contacts',
  footer: 'Shiomi Exchange, customer protection desk. By phone day and night, every day.',
  error: 'Error: ',
};
