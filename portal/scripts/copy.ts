import { tellBeside } from './announce.ts';
import { say } from './words.ts';

/** `<button data-copy="…">` copies what it names, and says the part that shows it was the right one. */
export function copyOnPress(): void {
  addEventListener('click', (event) => {
    const button =
      event.target instanceof Element && event.target.closest<HTMLElement>('[data-copy]');
    if (button) void copy(button, button.dataset['copy'] ?? '');
  });
}

async function copy(button: HTMLElement, text: string): Promise<void> {
  const ok = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  tellBeside(button, ok ? copiedText(text) : say('copyFailed'));
}

/** Forgers match both ends of an address: the middle is what is told. */
function copiedText(text: string): string {
  const digits = /^0x([0-9a-f]{40,})$/i.exec(text)?.[1];
  if (!digits) return say('copied');
  const at = Math.floor((digits.length - 4) / 2);
  return say('copiedMiddle', { middle: digits.slice(at, at + 4) });
}
