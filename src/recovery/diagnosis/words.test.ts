import { describe, expect, test } from 'vitest';
import { diagnosisCases } from '../../../test/diagnosis/cases.ts';
import { onClassic, strangeToken, world, worldWith } from '../../../test/diagnosis/world.ts';
import { changeSentences } from './change-sentences.ts';
import { factWords } from './fact-words.ts';
import {
  changeWords,
  claimedLevel,
  diagnose,
  type Facts,
  mainReason,
  reasonCodes,
  reasonWords,
  wordsContext,
} from './index.ts';
import { levels, sentences, type Words } from './sentences.ts';

function told(facts: Facts) {
  const main = mainReason(diagnose(facts));
  if (!main) throw new Error('there is a reason');
  const context = wordsContext(facts, main.network, main.transfer);
  return {
    reason: main.reason,
    words: reasonWords(main.reason, context),
    changes: changeWords(main.reason, context),
  };
}

/** Every text that this folder can say. */
const everyText: Words[] = [
  ...Object.values(sentences).flatMap((byOutcome) => Object.values(byOutcome)),
  ...Object.values(levels),
  ...Object.values(changeSentences),
  ...Object.values(factWords),
];

const banned =
  /自己責任|お客様|誤送金|いかなる|一切|可及的|順次|しばらくお待ち|何卒|幸いです|させていただ|ご確認のほど|となっております|弊社|必ず戻|絶対|保証|すぐに解決|ご安心ください/;

describe('what is said', () => {
  test('has no word that the house does not use', () => {
    expect(everyText.filter(({ ja }) => banned.test(ja))).toEqual([]);
  });

  test('is short: three sentences at most, in both languages', () => {
    for (const code of reasonCodes) {
      for (const { ja, en } of Object.values(sentences[code])) {
        expect(ja.split('。').length - 1, ja).toBeLessThanOrEqual(4);
        expect(en, ja).not.toBe('');
      }
    }
  });

  test('leaves no blank unfilled, whatever was found', () => {
    for (const one of diagnosisCases) {
      for (const facts of [one.facts, one.nearMiss.facts]) {
        const { words, changes } = told(facts);
        for (const text of [words.ja, words.en, changes.ja, changes.en]) {
          expect(text, one.code).not.toMatch(/[{}–]|undefined|null/);
        }
      }
    }
  });

  test('claims that it can be returned only where that was shown', () => {
    for (const { facts } of diagnosisCases) {
      const { reason, words } = told(facts);
      const expected = claimedLevel[reason.outcome] === 'expected';
      expect(/見込みです/.test(words.ja), words.ja).toBe(expected);
      expect(/expect to be able/.test(words.en), words.en).toBe(expected);
    }
  });

  test('never names another customer', () => {
    const main = diagnosisCases.find(({ code }) => code === 'OTHER_USERS_ADDRESS');
    if (!main) throw new Error('there is such a case');
    const { words } = told(main.facts);
    expect(`${words.ja}${words.en}`).not.toContain('customer-ren');
  });
});

describe('the sentence for', () => {
  test.each<[string, Facts, string, string]>([
    [
      'the wrong network, the key shown',
      world({ networks: onClassic() }),
      '5 WBTC は、当社が鍵を管理しているアドレスに届いています。「Ethereum Classic」で届き、当社が自動で受け取れるのは「イーサリアム」だけのため、残高に入りませんでした。取り戻せる見込みです。',
      'Your 5 WBTC are at an address whose key we hold. It came by Ethereum Classic; we take it automatically only by Ethereum, so it was not credited. We expect to be able to return it.',
    ],
    [
      'a token that does not say its decimals',
      worldWith({ token: strangeToken, symbol: 'ODD', decimals: null, amount: 7n }),
      'ODD(最小単位で 7) は当社のアドレスに届いています。「イーサリアム」でのお取り扱いがないため、残高に入りませんでした。取り戻せる見込みです。',
      'Your 7 base units of ODD reached our address. We do not take this asset by Ethereum, so it was not credited. We expect to be able to return it.',
    ],
  ])('%s', (_, facts, ja, en) => {
    expect(told(facts).words).toEqual({ ja, en });
  });
});
