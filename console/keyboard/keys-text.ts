import { printKeys } from './match-keys.ts';

const apple = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '');

/** Keys as text, as this machine's keyboard has them: for buttons that print their own keys. */
export function keysText(keys: string): string {
  return printKeys(keys, apple);
}
