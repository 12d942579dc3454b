import { useEffect } from 'react';
import { preferences } from '../preferences/preferences.ts';
import { type Act, offeredActs } from './acts.ts';
import { matchKeys, type Press, printKeys } from './match-keys.ts';

const sequenceMs = 1_500;
const apple = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '');

/** Where one types, or picks with letters. */
const fields = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';

/** Listens to the keyboard for the whole console. A dialog keeps its keys to itself. */
export function useKeyboard(refused: (act: Act) => void): void {
  useEffect(() => {
    let sequence = '';
    let timer = 0;
    const forget = () => {
      sequence = '';
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role$="dialog"]')) return;
      const press = pressOf(event);
      const match = matchKeys(offeredActs(), press, {
        sequence,
        singleKeys: preferences().singleKeys,
      });
      clearTimeout(timer);
      forget();
      if (match.kind === 'none') return;
      if (match.kind === 'begun') {
        sequence = match.sequence;
        timer = window.setTimeout(forget, sequenceMs);
        return;
      }
      if (hasOwnEnter(event)) return;
      event.preventDefault();
      if (match.found.why) refused(match.found);
      else match.found.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [refused]);
}

function pressOf(event: KeyboardEvent): Press {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    mod: apple ? event.metaKey : event.ctrlKey,
    alt: event.altKey,
    shift: event.shiftKey,
    // Safari ends composing before the key that ends it; its code tells.
    composing: event.isComposing || event.keyCode === 229,
    inField: Boolean(target?.closest(fields)),
  };
}

/** Enter on a button or a link is theirs. */
function hasOwnEnter(event: KeyboardEvent): boolean {
  const onControl = event.target instanceof Element && event.target.closest('a, button, summary');
  return event.key === 'Enter' && Boolean(onControl) && !event.metaKey && !event.ctrlKey;
}

/** Keys as they are printed on this machine. */
export function Keys({ keys }: { readonly keys: string }) {
  return <kbd>{printKeys(keys, apple)}</kbd>;
}
