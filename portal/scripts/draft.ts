import { clockText, say } from './words.ts';

const pauseMs = 700;
const retryMs = 5_000;
/** Fields of a report beside the clue itself, as the API names them. */
const hintNames = ['when', 'asset', 'amount', 'from', 'address', 'note'] as const;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** `<form data-draft>` is kept by the server from the first key: it is there on another phone, too. */
export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    new Draft(form).start();
  }
}

class Draft {
  readonly #form: HTMLFormElement;
  #timer = 0;
  #sent = '';

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  start(): void {
    this.#sent = JSON.stringify(this.#read());
    this.#form.addEventListener('input', () => this.#soon(pauseMs));
    this.#form.addEventListener('submit', () => clearTimeout(this.#timer));
    addEventListener('pagehide', () => void this.#save());
    addEventListener('online', () => void this.#save());
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(), ms);
  }

  #read() {
    const value = (name: string) => {
      const field = new FormData(this.#form).get(name);
      return typeof field === 'string' ? field : '';
    };
    const hints = Object.fromEntries(
      hintNames.flatMap((name) => (value(name) ? [[name, value(name)]] : [])),
    );
    return { clue: value('clue'), hints, language: document.documentElement.lang };
  }

  async #save(): Promise<void> {
    const body = JSON.stringify(this.#read());
    if (body === this.#sent) return;
    const answer = await fetch('/v1/draft', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < 60_000,
    }).catch(() => null);
    if (answer?.ok) this.#sent = body;
    this.#tell(answer?.ok ? say('saved', { time: clockText(new Date()) }) : say('notSaved'));
    // A server that is there and says no would say no again.
    if (!answer || answer.status >= 500) this.#soon(retryMs);
  }

  #tell(sentence: string): void {
    const place = this.#form.querySelector('[data-draft-state]');
    if (place) place.textContent = sentence;
  }
}

const prefix = 'typed ';
const sentMark = 'sent ';
/** A private key or a seed phrase is not kept, not even here. */
const secret = /(?<!0x)\b[0-9a-f]{64}\b|(?:\b[a-z]{3,8}\b\s+){11}\b[a-z]{3,8}\b/i;

/**
 * `<form data-keep="name">` keeps what is typed in this tab, through a reload or a log-in, until it
 * was sent and another page came.
 */
export function keepTyped(): void {
  const here = new Set<string>();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    const name = form.dataset['keep'] ?? '';
    here.add(name);
    restore(form, name);
    form.addEventListener('input', () => keep(form, name));
    form.addEventListener('submit', () => sessionStorage.setItem(sentMark + name, ''));
  }
  for (const key of Object.keys(sessionStorage)) {
    const name = key.startsWith(sentMark) ? key.slice(sentMark.length) : null;
    if (name === null || here.has(name) || location.pathname.startsWith('/sign-in')) continue;
    sessionStorage.removeItem(key);
    sessionStorage.removeItem(prefix + name);
  }
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('textarea, input[type=text], select')];
}

function keep(form: HTMLFormElement, name: string): void {
  const typed = fieldsOf(form).map((field) => [field.name, field.value]);
  const text = JSON.stringify(Object.fromEntries(typed));
  if (secret.test(text)) sessionStorage.removeItem(prefix + name);
  else sessionStorage.setItem(prefix + name, text);
}

function restore(form: HTMLFormElement, name: string): void {
  const kept = sessionStorage.getItem(prefix + name);
  if (kept === null) return;
  const typed = JSON.parse(kept) as Record<string, string>;
  for (const field of fieldsOf(form)) if (field.value === '') field.value = typed[field.name] ?? '';
}
