import type { Browser, Page } from 'playwright-core';

/** How a page of the console is looked at. */
export interface Look {
  readonly language: 'ja' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

/** Opens a page that fails its test when its own policy or its own script stops it. */
export async function openLook(
  browser: Browser,
  { language, theme = 'light', width = 1440 }: Look,
): Promise<Page> {
  const context = await browser.newContext({
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: theme,
    hasTouch: width < 600,
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) throw new Error(message.text());
  });
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

/** As a newcomer to the demo does. A code that was used before is waited out. */
export async function signInByDoor(page: Page, name: string): Promise<void> {
  const door = page.getByRole('button', { name: new RegExp(`^${name}`) });
  for (let tries = 0; tries < 5; tries += 1) {
    await door.click();
    const gone = door.waitFor({ state: 'detached', timeout: 4_000 });
    if (await gone.then(() => true).catch(() => false)) return;
    await page.waitForTimeout(8_000);
  }
  throw new Error(`${name} could not come in`);
}

/** Gives the page a passkey device that says yes by itself. */
export async function addAuthenticator(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Digits as a Japanese keyboard may type them. */
export const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
