import { tellBeside } from './announce.ts';
import { say } from './words.ts';

/** A server that has not answered after this long may be asked again. */
const unlockMs = 20_000;

/**
 * A form is sent once, however often its button is pressed; while there is no network it is not sent
 * at all, so that nothing typed is lost to the browser's own error page.
 */
export function guardForms(): void {
  addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (form.method !== 'post') return;
    const button = event.submitter ?? form.querySelector('button[type=submit], button:not([type])');
    if (!navigator.onLine && button) {
      event.preventDefault();
      return tellBeside(button, say('offlineSubmit'));
    }
    if (form.dataset['sending'] !== undefined) return event.preventDefault();
    // Once the browser has read the form: what is disabled would not be sent.
    setTimeout(() => lock(form, button));
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of document.forms) unlock(form);
  });
}

function lock(form: HTMLFormElement, button: Element | null): void {
  form.dataset['sending'] = '';
  setTimeout(() => unlock(form), unlockMs);
  if (!(button instanceof HTMLButtonElement)) return;
  button.style.setProperty('min-inline-size', `${button.offsetWidth}px`);
  button.dataset['label'] = button.textContent ?? '';
  button.setAttribute('aria-disabled', 'true');
  button.textContent = say('sending');
}

function unlock(form: HTMLFormElement): void {
  delete form.dataset['sending'];
  for (const button of form.querySelectorAll<HTMLElement>('[data-label]')) {
    button.textContent = button.dataset['label'] ?? '';
    delete button.dataset['label'];
    button.removeAttribute('aria-disabled');
  }
}
