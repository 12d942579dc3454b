import { script as en } from '../words/en/script.ts';
import { script as ja } from '../words/ja/script.ts';

type Name = keyof typeof ja;

/** Says a sentence in the page's language. `{name}` is filled in; nothing else of ICU is used here. */
export function say(name: Name, values: Readonly<Record<string, string>> = {}): string {
  const words: Readonly<Record<Name, string>> = document.documentElement.lang === 'ja' ? ja : en;
  return words[name].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}

/** The hour on the reader's own clock: `14:22`. */
export function clockText(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
