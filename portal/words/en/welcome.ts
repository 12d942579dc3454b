import type { Area } from '../area.ts';
import type { welcome as ja } from '../ja/welcome.ts';

/** The demo's first page: the way into the story. */
export const welcome: Area<typeof ja> = {
  title: 'Assets that went astray go back to their owners',
  lead: 'Kaeru is the customer-protection desk of an exchange. In this demo two networks, an exchange, keys and coins all run on the computer in front of you. No real money or person is involved.',
  storyTitle: 'One story, in five minutes',
  story:
    'Aiko sent 5\u00a0WBTC to her exchange, but by another network, and they are not in her balance. Be Aiko and report it, be the desk and approve it, and watch the coins come home.',
  step1: 'Sign in as Aiko',
  step1More: 'Press Aiko’s name at the demo exchange. There is no password.',
  step1Act: 'Begin as Aiko',
  step2: 'Report that a deposit has not arrived',
  step2More: 'The deposit we found is on the page already. Go on from there to a quote.',
  step3: 'Be the desk, and approve',
  step3More: 'A return takes two people. Each reads what they sign, on the desk’s own screen.',
  step3Act: 'Open the desk',
  step4: 'Be Aiko again, and see it arrive',
  step4More: 'The page renews itself. The amount and the full record are there to check.',
  waiting: 'Deposits that have not arrived in this demo',
  hash: 'Transaction',
  more: 'To look more closely',
  api: 'The HTTP API (OpenAPI)',
  command: 'The same story to its end, without a screen',
  home: 'Open the customer’s pages',
};
