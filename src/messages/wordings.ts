import { invariant } from '../std/index.ts';
import type { Wording, Words } from './message.ts';
import { hasLink, type MessageLanguage } from './write-message.ts';

/** All kinds of message that a program can send, by key. */
export type Wordings = ReadonlyMap<string, Wording>;

/** Gathers the words of all folders; throws when two use one key. */
export function wordingsOf(...folders: readonly (readonly Wording[])[]): Wordings {
  const all = new Map<string, Wording>();
  for (const wording of folders.flat()) {
    invariant(!all.has(wording.key), `${wording.key} has words once`);
    all.set(wording.key, wording);
  }
  return all;
}

/** What no message says: blame, delays without a date, promises nobody can keep, house style. */
const banned: Readonly<Record<MessageLanguage, readonly RegExp[]>> = {
  ja: [
    /自己責任|お客さ[ま様]の(過失|ミス|不注意)|誤送金(された|してしまった)|いかなる|一切(応じ|責任)/,
    /可及的|何卒|幸いです|ご確認のほど|となっております|弊社|お客様/,
    /しばらくお待ち|順次/,
    /必ず戻|絶対|保証|すぐに解決|ご安心ください/,
    /させていただ[きく].*させていただ[きく]/s,
  ],
  en: [
    /\byour (fault|mistake|error)\b|\bcarelessness\b/i,
    /\b(guarantee|definitely|rest assured|as soon as possible|in due course)\b/i,
  ],
};

const subjectLengthMax = 80;
const textLengthMax = 2_000;

/** What is wrong with the words of a kind, one sentence each. A folder's test expects none. */
export function wordFaults(wording: Wording): string[] {
  const tools = { when: (iso: string) => iso };
  const languages = ['ja', 'en'] as const;
  return languages.flatMap((language) => {
    const words = wording[language](wording.example, tools);
    return faultsIn(words, language).map((fault) => `${wording.key} (${language}) ${fault}.`);
  });
}

function faultsIn(words: Words, language: MessageLanguage): string[] {
  const all = [words.subject, words.text, words.next];
  const text = all.join('\n');
  const faults = banned[language].flatMap((pattern) => {
    const found = pattern.exec(text)?.[0];
    return found ? [`says '${found}'`] : [];
  });
  if (all.some((part) => part.trim() === '')) faults.push('leaves a part empty');
  if (words.subject.length > subjectLengthMax) faults.push('has a long subject');
  if (text.length > textLengthMax) faults.push('is long');
  if (/undefined|null|\[object/.test(text)) faults.push('lacks a fact of its example');
  if (language === 'ja' && !/[ぁ-ん]/.test(text)) faults.push('is not in Japanese');
  if (language === 'en' && /[ぁ-んァ-ヶ一-龠]/.test(text)) faults.push('is not in English');
  if (hasLink(text)) faults.push('holds a link');
  return faults;
}
