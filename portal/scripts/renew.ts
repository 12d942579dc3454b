import { announce } from './announce.ts';
import { morph } from './morph.ts';
import { say } from './words.ts';

/** What a page adds to its address when it loads itself again: the same as in `portal/visit.ts`. */
const byItself = 'again';
const waitMsMax = 10_000;

/** What came of loading the page again. */
export type Renewal = 'same' | 'changed' | 'signed_out' | 'unreachable';

/**
 * Loads the page again and puts what is new in place of what was there. Nothing that the reader holds
 * is lost: focus, typed text, opened details, place on the page.
 */
export async function renew(): Promise<Renewal> {
  const url = new URL(location.href);
  url.searchParams.set(byItself, '');
  url.hash = '';
  const signal = AbortSignal.timeout(waitMsMax);
  const answer = await fetch(url, { headers: { accept: 'text/html' }, signal }).catch(() => null);
  if (!answer) return 'unreachable';
  if (answer.status === 401 || (answer.redirected && answer.url !== url.href)) return 'signed_out';
  if (!answer.ok) return 'unreachable';
  const text = await answer.text().catch(() => null);
  return text === null ? 'unreachable' : takeOver(text);
}

function takeOver(text: string): Renewal {
  const next = new DOMParser().parseFromString(text, 'text/html');
  const [here, there] = [document.querySelector('main'), next.querySelector('main')];
  if (!here || !there) return 'unreachable';
  const [before, version] = [here.querySelector('h1')?.textContent, here.dataset['version']];
  const held = document.activeElement;
  const anchor = anchorIn(here);
  morph(here, there);
  anchor?.hold();
  document.title = next.title;
  if (held && held !== document.body && !held.isConnected) focusOn(here);
  const after = here.querySelector('h1')?.textContent;
  if (after && after !== before) announce(say('renewed', { title: after }));
  return here.dataset['version'] === version ? 'same' : 'changed';
}

/** What the reader looks at: it stays where it is on the screen, whatever comes or goes above it. */
function anchorIn(main: Element): { readonly hold: () => void } | null {
  const inView = (one: Element) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const held = document.activeElement;
  const seen =
    held && main.contains(held) && inView(held)
      ? held
      : [...main.querySelectorAll('h1, h2, details')].find(inView);
  if (!seen) return null;
  const { top } = seen.getBoundingClientRect();
  return {
    hold: () => {
      if (seen.isConnected) scrollBy(0, seen.getBoundingClientRect().top - top);
    },
  };
}

/** What had focus is gone: reading goes on at the answer, and the page does not move. */
function focusOn(main: HTMLElement): void {
  const heading = main.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
