import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { makeWords } from './make-words.ts';

const ja = {
  'home.title': 'お困りのことは何ですか',
  'home.count': '{count, plural, other {#件}}あります',
  'home.found': '{amount}は見つかりました。{link}',
  'home.who': '{who, select, you {お客さま} other {当社}}の番です',
};
const en: typeof ja = {
  'home.title': 'What happened?',
  'home.count': 'There {count, plural, one {is # report} other {are # reports}}',
  'home.found': 'We found {amount}. {link}',
  'home.who': '{who, select, you {Your} other {Our}} turn',
};

describe('words', () => {
  test('plurals and selects of ICU, in the language asked for', () => {
    expect(makeWords('ja', { ja, en }).t('home.count', { count: 3 })).toBe('3件あります');
    const words = makeWords('en', { ja, en });
    expect(words.t('home.count', { count: 1 })).toBe('There is 1 report');
    expect(words.t('home.count', { count: 1200 })).toBe('There are 1,200 reports');
    expect(words.t('home.who', { who: 'you' })).toBe('Your turn');
  });

  test('two languages live side by side, and one that has no words yet reads English', () => {
    const [one, other] = [makeWords('ja', { ja, en }), makeWords('zh', { ja, en, zh: {} })];
    expect(one.t('home.title')).toBe(ja['home.title']);
    expect(other.t('home.title')).toBe(en['home.title']);
  });

  test('elements stand where their names stood, and text in them stays text', () => {
    const words = makeWords('ja', { ja, en });
    const link = createElement('a', { href: '/x' }, '状況');
    const node = words.tx('home.found', { amount: '5 <WBTC>', link });
    expect(renderToStaticMarkup(node)).toBe(
      '5 &lt;WBTC&gt;は見つかりました。<a href="/x">状況</a>',
    );
  });

  test('a missing value, a broken message and an unknown key are told at once', () => {
    const words = makeWords('ja', { ja, en });
    expect(() => words.t('home.found', { amount: '5' })).toThrow(/home\.found/);
    expect(() => words.t('home.missing' as 'home.title')).toThrow(/home\.missing/);
    const broken = makeWords('en', { ja: { a: '{' }, en: { a: '{' } });
    expect(() => broken.t('a')).toThrow(/ a /);
  });
});
