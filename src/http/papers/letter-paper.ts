import type { Language } from '../language.ts';
import type { ClaimAnswer } from '../routes/claim-schema.ts';
import type { Paper } from './paper.ts';
import { foundPart } from './receipt-paper.ts';

/**
 * A letter for whoever the address belongs to: what the chain shows of the transfer, and that the key
 * is not ours. It names no customer. Null where the money is not at somebody else's address.
 */
export function letterPaper(
  claim: ClaimAnswer,
  language: Language,
  timeZone: string,
): Paper | null {
  if (!claim.letterAvailable || !claim.found) return null;
  const said = words[language];
  return {
    ...{ kind: 'letter', language, caseNumber: claim.number },
    title: said.title,
    parts: [
      { heading: null, sentences: said.opening, rows: [] },
      foundPart(claim, said.transferHeading, language, timeZone),
      { heading: said.foundHeading, sentences: said.found, rows: [] },
      { heading: said.askHeading, sentences: said.ask, rows: [] },
      { heading: said.senderHeading, sentences: said.sender, rows: said.blanks },
    ],
  };
}

const line = '＿'.repeat(18);

const words = {
  ja: {
    title: '送金の記録についての説明書',
    opening: [
      '送り先のアドレスを管理されている方へ',
      'この書面は、下の送金について、当社がブロックチェーンの記録で確かめた事実をまとめたものです。当社のお客さまのお申し出を受けて作成しました。',
    ],
    transferHeading: 'この書面でお伝えする送金',
    foundHeading: '当社で確かめたこと',
    found: [
      'この送金は成立し、上の送り先のアドレスに届いています。',
      '送り先のアドレスは、当社のアドレスではありません。鍵が当社にないため、当社からこの資産を動かすことはできません。',
      '当社は、送り主がどなたかを、この書面で証明するものではありません。',
    ],
    askHeading: 'お願いしたいこと',
    ask: [
      '送り先のアドレスがそちらのものであるか、ご確認をお願いいたします。',
      'そちらのものである場合は、送り元へのお返しなど、できる対応を下の差出人にお知らせください。',
    ],
    senderHeading: '差出人（お客さまがお書きください）',
    sender: ['秘密鍵、リカバリーフレーズ、パスワードは書かないでください。'],
    blanks: [
      { name: 'お名前', value: line },
      { name: 'ご連絡先', value: line },
      { name: '日付', value: line },
    ],
  },
  en: {
    title: 'Statement on a transfer',
    opening: [
      'To whoever controls the receiving address',
      'This states what we have established from the blockchain about the transfer below, at the request of a customer of ours.',
    ],
    transferHeading: 'The transfer',
    foundHeading: 'What we have established',
    found: [
      'The transfer succeeded and reached the receiving address above.',
      'The receiving address is not ours. We do not hold its key, so we cannot move this asset.',
      'This statement does not certify who the sender is.',
    ],
    askHeading: 'What we ask of you',
    ask: [
      'Please check whether the receiving address is yours.',
      'If it is, please tell the sender named below what you can do, such as returning it to where it came from.',
    ],
    senderHeading: 'From (to be filled in by the customer)',
    sender: ['Never write down a private key, a recovery phrase or a password.'],
    blanks: [
      { name: 'Name', value: line },
      { name: 'Contact', value: line },
      { name: 'Date', value: line },
    ],
  },
} as const;
