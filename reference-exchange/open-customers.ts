import type { Config } from './config.ts';
import { issueAddress } from './seed.ts';
import type { Store } from './store.ts';

/** Customers that are opened in numbers have numbers and deposit addresses from here on. */
const firstNumber = 2000;
/** The index of the first of their addresses; those below are handed out one by one. */
export const firstOpenedIndex = 1000;
const yen = 500_000n;

const familyNames = [
  '佐藤',
  '鈴木',
  '高橋',
  '渡辺',
  '伊藤',
  '山本',
  '中村',
  '小林',
  '加藤',
  '吉田',
];
const givenNames = ['陽菜', '蓮', '結衣', '湊', '葵', '樹', '凛', '悠真', '咲良', '大和'];
const firstNames = ['Alice', 'Bruno', 'Carla', 'Deniz', 'Elena', 'Femi', 'Grace', 'Hugo', 'Ines'];
const lastNames = ['Adler', 'Brooks', 'Costa', 'Dubois', 'Evans', 'Fischer', 'Garcia', 'Hansen'];

/** A customer that was opened, as the demo needs to know it. */
export interface OpenedCustomer {
  readonly customer: string;
  readonly language: 'ja' | 'en';
  readonly address: string;
}

/**
 * Brings the customers opened this way up to `count`: every second one reads Japanese. Calling it
 * again with the same number opens nobody, and tells of the same people.
 */
export function openCustomers(
  store: Store,
  config: Config,
  { count, at }: { readonly count: number; readonly at: string },
): OpenedCustomer[] {
  return store.transaction(() =>
    Array.from({ length: count }, (_, place) => {
      const customer = `ex-${firstNumber + place}`;
      const language = place % 2 === 0 ? ('ja' as const) : ('en' as const);
      const index = firstOpenedIndex + place;
      if (!store.one('select 1 from people where customer = ?', customer)) {
        const email = `customer${firstNumber + place}@customers.example`;
        const name = nameOf(place, language);
        const residence = language === 'ja' ? 'JP' : 'GB';
        const entity = language === 'ja' ? 'jp' : 'world';
        const person = { customer, name, email, language, residence, entity };
        const body = JSON.stringify({ ...person, identityVerified: true });
        store.run('insert into people values (?, ?)', customer, body);
        store.putRecord(`customer ${customer}`, { kind: 'customer', customer, language });
        store.setBalance(customer, 'fiat:JPY', yen);
        issueAddress(store, config, { customer, index, from: at });
      }
      return { customer, language, address: addressOf(store, index) };
    }),
  );
}

function addressOf(store: Store, index: number): string {
  const row = store.one<{ body: string }>(
    'select body from records where key = ?',
    `address hd-${index}`,
  );
  return (JSON.parse(row?.body ?? '{}') as { address: string }).address;
}

function nameOf(place: number, language: 'ja' | 'en'): string {
  const [first, second] = language === 'ja' ? [familyNames, givenNames] : [firstNames, lastNames];
  const turn = Math.floor(place / 2);
  return `${first[turn % first.length]} ${second[Math.floor(turn / first.length) % second.length]}`;
}
