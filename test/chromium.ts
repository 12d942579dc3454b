import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './programs.ts';

/** Whether page tests can run here: `test.runIf(hasChromium)`. `npm test` installs it on Debian. */
export const hasChromium = existsSync(chromiumPath);

/** It must not speak to the world behind our back: in a closed network that costs seconds. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Debian's Chromium without a window. Close it with `browser.close()`. */
export function startChromium(): Promise<Browser> {
  // Chromium refuses its sandbox to root; what it opens in tests is our own pages.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: chromiumPath, args: [...flags, ...sandbox] });
}

/** A page in the reader's language with a phone's or a desk's width, in CSS pixels. */
export async function openPage(
  browser: Browser,
  options: { readonly language?: 'ja' | 'en'; readonly width?: number } = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: options.language === 'en' ? 'en-GB' : 'ja-JP',
    viewport: { width: options.width ?? 1280, height: 900 },
  });
  return context.newPage();
}
