import { announce, tellBeside, untellBeside } from './announce.ts';
import { clockText, say } from './words.ts';

/** What the bar says, and what its button does. */
interface Told {
  readonly sentence: string;
  readonly label: string;
  readonly act: () => void;
}

let bar: HTMLElement | null = null;

/** True while the page may be out of date: nothing that touches money is done from it. */
export function isStale(): boolean {
  return bar !== null;
}

/** The page can't hear of changes: it says since when, and lets acts on money rest. */
export function showStale(asOf: Date, retry: () => void): void {
  const sentence = say('stale', { time: clockText(asOf) });
  show({ sentence, label: say('reconnect'), act: retry });
}

/** The session is over: what the page shows is from before. */
export function showSignedOut(asOf: Date): void {
  const sentence = say('signedOut', { time: clockText(asOf) });
  const back = new URLSearchParams({ return: location.pathname });
  show({ sentence, label: say('signIn'), act: () => location.assign(`/sign-in?${back}`) });
}

/** The page is up to date again. */
export function showFresh(): void {
  if (!bar) return;
  bar.remove();
  bar = null;
  for (const one of document.querySelectorAll('[data-money]')) {
    one.removeAttribute('aria-disabled');
    untellBeside(one);
  }
  announce(say('fresh'));
}

/** After the page was renewed, what rests goes on resting. */
export function keepResting(): void {
  if (bar)
    for (const one of document.querySelectorAll('[data-money]'))
      one.setAttribute('aria-disabled', 'true');
}

function show({ sentence, label, act }: Told): void {
  const words = document.createElement('span');
  words.textContent = sentence;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary';
  button.textContent = label;
  button.addEventListener('click', act);
  const wasThere = bar?.querySelector('span')?.textContent === sentence;
  const next = document.createElement('div');
  next.className = 'stale-bar';
  next.append(words, button);
  if (bar) bar.replaceWith(next);
  else document.querySelector('main')?.before(next);
  bar = next;
  keepResting();
  if (!wasThere) announce(sentence);
}

/** Presses on what rests are answered with the reason, beside it. */
export function guardMoney(): void {
  const stop = (event: Event) => {
    const pressed = event.target instanceof Element && event.target.closest('[data-money]');
    if (!pressed || !bar) return;
    event.preventDefault();
    event.stopPropagation();
    tellBeside(pressed, say('staleAct'));
  };
  addEventListener('click', stop, true);
  addEventListener(
    'submit',
    (event) => {
      const money = event.target instanceof Element && event.target.querySelector('[data-money]');
      if (!money || !bar) return;
      event.preventDefault();
      event.stopPropagation();
      tellBeside(money, say('staleAct'));
    },
    true,
  );
}
