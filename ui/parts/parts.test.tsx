import fc from 'fast-check';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import {
  Address,
  Amount,
  amountText,
  Button,
  ChoiceCards,
  CopyButton,
  Deadline,
  ErrorSummary,
  Fiat,
  type Language,
  LinkButton,
  languages,
  ReadingProvider,
  Route,
  StaleBar,
  StatePill,
  TextInput,
  Time,
  Timeline,
} from '../index.ts';

const now = new Date('2026-11-22T05:22:00Z');
const sender = '0x3260ffa76768Cb0345055B78EABF93672Febc381';

/** What the portal would send of `node`. */
function html(node: ReactNode, language: Language = 'ja'): string {
  return renderToStaticMarkup(
    <ReadingProvider language={language} now={now}>
      {node}
    </ReadingProvider>,
  );
}

/** What somebody reads or copies of it. */
function text(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('values', () => {
  test('an address on the page is the bare string, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120 }), (value) => {
        expect(text(html(<Address value={value} />))).toBe(value);
      }),
    );
  });

  test('the groups that differ from the one beside it are marked, and only they', () => {
    const forged = sender.replace('4505', 'beef');
    const marked = html(<Address value={forged} differsFrom={sender} />).match(/differs">(\w+)/g);
    expect(marked).toEqual(['differs">beef']);
    expect(html(<Address value={sender.toLowerCase()} differsFrom={sender} />)).not.toContain(
      'differs',
    );
  });

  test('an amount reads the same in its elements as in plain text', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 30n), 10n ** 30n),
        fc.integer({ min: 0, max: 24 }),
        fc.constantFrom('all', 'significant'),
        (units, decimals, digits) => {
          const value = { units, decimals, symbol: 'WBTC' };
          expect(text(html(<Amount value={value} digits={digits as 'all'} />))).toBe(
            amountText(value, { digits: digits as 'all' }),
          );
        },
      ),
    );
  });

  test('a time carries the moment itself for machines', () => {
    expect(html(<Time at="2026-11-22T05:05:00Z" />)).toBe(
      '<time dateTime="2026-11-22T05:05:00.000Z">11月22日（日）14:05</time>',
    );
    expect(html(<Deadline at="2026-11-22T04:00:00Z" />)).toContain('deadline passed');
  });

  test('every part speaks every language', () => {
    for (const { code } of languages) {
      const page = html(
        <>
          <Fiat value={{ units: 5n, decimals: 0, symbol: 'JPY' }} short />
          <StatePill table="claim" state="quoted" />
          <StaleBar since={now} />
          <CopyButton value={sender} name="0x" />
          <Timeline steps={[{ label: 'a', standing: 'now' }]} />
          <ErrorSummary errors={[{ field: 'a', text: 'b' }]} />
        </>,
        code,
      );
      expect(page).not.toMatch(/undefined|@/);
    }
  });
});

describe('buttons', () => {
  test('what can’t be pressed stays in reach, says why, and sends no form', () => {
    const page = html(
      <Button type="submit" kind="primary" disabledReason="ほかの承認者が署名します。">
        署名する
      </Button>,
    );
    expect(page).toContain('type="button"');
    expect(page).toContain('aria-disabled="true"');
    expect(page).not.toMatch(/\sdisabled/);
    const id = /aria-describedby="([^"]+)"/.exec(page)?.[1];
    expect(page).toContain(`id="${id}" class="why">ほかの承認者が署名します。`);
  });

  test('a link that leads nowhere now has no address, and is still a link', () => {
    const page = html(
      <LinkButton href="/receipt" disabledReason="まだ発行されていません">
        領収書
      </LinkButton>,
    );
    expect(page).not.toContain('href=');
    expect(page).toContain('role="link"');
    expect(page).toContain('tabindex="0"');
  });

  test('while it works it says so, keeps its width and takes no second press', () => {
    const page = html(
      <Button type="submit" busy="送信中…">
        送信する
      </Button>,
    );
    expect(page).toContain('aria-busy="true"');
    expect(page).toContain('type="button"');
    expect(page).toContain('送信する');
    expect(page).toContain('送信中…');
  });

  test('copying is confirmed by the middle, which nobody forges', () => {
    const page = html(<CopyButton value={sender} name="アドレス" />);
    expect(page).toContain(`data-copy="${sender}"`);
    expect(page).toContain('data-copied="…055B…をコピーしました"');
    expect(html(<CopyButton value="KR-2611-04823" name="受付番号" />)).toContain(
      'data-copied="KR-2611-04823をコピーしました"',
    );
  });
});

describe('fields', () => {
  test('what is wrong is told to the control, in the words of the summary', () => {
    const error = '取引の番号は0xのあと64文字です。いま63文字あります。';
    const page = html(
      <>
        <ErrorSummary errors={[{ field: 'hash', text: error }]} />
        <TextInput name="hash" label="取引の番号" hint="送金元の画面にあります。" error={error} />
      </>,
    );
    expect(page).toContain('<a href="#hash">');
    expect(page.match(new RegExp(error, 'g'))).toHaveLength(2);
    expect(page).toContain('for="hash"');
    expect(page).toContain('aria-describedby="hash-hint hash-error"');
    expect(page).toContain('aria-invalid="true"');
    expect(html(<ErrorSummary errors={[]} />)).toBe('');
  });

  test('what can’t be chosen is read with its reason, and can’t be sent', () => {
    const page = html(
      <ChoiceCards
        legend="方法"
        name="way"
        chosen="wait"
        choices={[
          { value: 'wait', title: '待つ' },
          { value: 'credit', title: '残高に入れる', disabledReason: '取り扱いがありません。' },
        ]}
      />,
    );
    expect(page.match(/<input/g)).toHaveLength(1);
    expect(page).toContain('value="wait"');
    expect(page).toContain('取り扱いがありません。');
  });
});

describe('the money’s way', () => {
  const stop = (reached: boolean, here: boolean) => ({
    place: 'address',
    label: 'x',
    reached,
    here,
  });

  test('the line goes as far as the money went, and is dotted beyond', () => {
    const page = html(<Route stops={[stop(true, false), stop(true, true), stop(false, false)]} />);
    expect(page.match(/<li(?: class="[^"]*")?>/g)).toEqual([
      '<li>',
      '<li class="here gap">',
      '<li class="off">',
    ]);
  });
});
