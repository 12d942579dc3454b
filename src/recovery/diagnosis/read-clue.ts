import { checksumAddress } from '../../networks/index.ts';
import { done, type Outcome } from '../../std/index.ts';
import { plainText } from './plain-text.ts';
import { type PasteProblem, readPaste } from './read-paste.ts';
import { amountsIn, datesIn } from './remembered.ts';
import type { SecretKind } from './remove-secrets.ts';
import type { Words } from './sentences.ts';

/** Something that was recognised in a text, with what to call it. */
export interface CluePiece {
  readonly kind: 'hash' | 'address' | 'link' | 'amount' | 'date' | 'secret';
  /** As it is looked for; for a secret only its kind: the secret itself is nowhere. */
  readonly value: string;
  readonly label: Words;
}

/** What a text holds, before anything is reported. */
export interface Clue {
  readonly pieces: readonly CluePiece[];
  /** The text with every secret replaced by a marker: the only one to show or to keep. */
  readonly text: string;
  /** A secret was in it. */
  readonly sealed: boolean;
  /** What looks like an id and is not one, with the code of its sentence. */
  readonly problems: readonly { readonly code: ClueProblemCode; readonly text: string }[];
}

/** What may be wrong with what looks like an id. */
export type ClueProblemCode = PasteProblem['code'] | 'claim_other_network_family';

const piecesMax = 60;

/**
 * Reads a clue for whoever is writing it: what of it is recognised, and whether it holds a secret.
 * Writes nothing. `today` (`YYYY-MM-DD`) is what a day without a year is counted from. Refuses a text
 * that is too long.
 */
export function readClue(original: string, today: string): Outcome<Clue, 'text_too_long'> {
  const paste = readPaste(original);
  if (!paste.ok) return paste;
  const { text, hashes, addresses, explorers, secrets, problems, otherKinds } = paste.value;
  const { plain } = plainText(text);
  const values = (found: readonly { value: string }[]) => [
    ...new Set(found.map(({ value }) => value)),
  ];
  const pieces: CluePiece[] = [
    ...secrets.map((kind) => ({ kind: 'secret' as const, value: kind, label: secretLabels[kind] })),
    ...hashes.map((value) => ({ kind: 'hash' as const, value, label: labels.hash })),
    ...addresses.map((value) => ({
      ...{ kind: 'address' as const, value: checksumAddress(value) },
      label: labels.address,
    })),
    ...explorers.map(({ host }) => ({ kind: 'link' as const, value: host, label: labels.link })),
    ...values(amountsIn(plain)).map((value) => ({
      ...{ kind: 'amount' as const, value },
      label: labels.amount,
    })),
    ...values(datesIn(plain, today)).map((value) => ({
      ...{ kind: 'date' as const, value },
      label: labels.date,
    })),
  ];
  return done({
    pieces: pieces.slice(0, piecesMax),
    text,
    sealed: secrets.length > 0,
    problems: [
      ...problems,
      ...otherKinds.map((kind) => ({ code: 'claim_other_network_family' as const, text: kind })),
    ].slice(0, piecesMax),
  });
}

const labels = {
  hash: { ja: '取引の番号', en: 'Transaction id' },
  address: { ja: 'アドレス', en: 'Address' },
  link: { ja: 'リンク', en: 'Link' },
  amount: { ja: '数量', en: 'Amount' },
  date: { ja: '日付', en: 'Date' },
} as const satisfies Record<string, Words>;

const secretLabels: Readonly<Record<SecretKind, Words>> = {
  'private key': {
    ja: '秘密鍵のような文字（保存しません）',
    en: 'Looks like a private key (not kept)',
  },
  'seed phrase': {
    ja: 'リカバリーフレーズのような文字（保存しません）',
    en: 'Looks like a recovery phrase (not kept)',
  },
  'wallet file': { ja: 'ウォレットのファイル（保存しません）', en: 'A wallet file (not kept)' },
  password: { ja: 'パスワード（保存しません）', en: 'A password (not kept)' },
  code: { ja: '認証コード（保存しません）', en: 'A sign-in code (not kept)' },
  'identity number': { ja: 'マイナンバー（保存しません）', en: 'An identity number (not kept)' },
};
