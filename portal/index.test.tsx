import { expect, test } from 'vitest';
import { portalApp } from './index.tsx';

const app = portalApp({
  api: async () => Response.json({ status: 404, code: 'claim_not_found' }, { status: 404 }),
  cookie: 'kaeru_session',
  signInUrl: 'http://exchange.example/',
  demo: { waiting: [] },
  assets: { script: '/assets/main.js', styles: ['/assets/main.css'] },
});

test('the first page is complete, in the reader’s language', async () => {
  const page = await app.request('/claims', { headers: { 'accept-language': 'ja' } });
  expect(await page.text()).toContain('このページは見つかりません');
});
