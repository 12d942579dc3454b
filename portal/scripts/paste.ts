import { tellBeside } from './announce.ts';
import { say } from './words.ts';

/** `<button data-paste="field's id">` puts what was copied elsewhere into the field. */
export function pasteOnPress(): void {
  addEventListener('click', (event) => {
    const button =
      event.target instanceof Element && event.target.closest<HTMLElement>('[data-paste]');
    if (button) void paste(button);
  });
}

async function paste(button: HTMLElement): Promise<void> {
  const field = document.getElementById(button.dataset['paste'] ?? '');
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  const text = await navigator.clipboard?.readText?.().catch(() => '');
  if (!text) return tellBeside(button, say('pasteFailed'));
  field.focus();
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
