import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasChromium, openPage, startChromium } from './chromium.ts';

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<p>${request.headers['accept-language']}</p><noscript>無</noscript>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

test.runIf(hasChromium)('a real browser opens our pages in the reader’s language', async () => {
  const browser = await startChromium();
  try {
    const page = await openPage(browser, { language: 'ja', width: 390 });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await page.textContent('p')).toMatch(/^ja-JP/);
    expect(await page.evaluate('innerWidth')).toBe(390);
  } finally {
    await browser.close();
  }
});
