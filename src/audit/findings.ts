/** What the verifier can find wrong, each with the rows that it names. */
export type AuditFinding =
  | { readonly kind: 'entry_changed'; readonly sequence: string; readonly entry: string }
  | { readonly kind: 'entry_missing'; readonly sequence: string; readonly entry: string }
  | { readonly kind: 'entry_unsequenced'; readonly entry: string; readonly at: string }
  | { readonly kind: 'link_broken'; readonly sequence: string; readonly entry: string }
  | { readonly kind: 'links_missing'; readonly from: string; readonly to: string }
  | { readonly kind: 'tail_missing'; readonly from: string; readonly to: string }
  | { readonly kind: 'record_rewritten'; readonly from: string; readonly to: string }
  | { readonly kind: 'head_not_signed'; readonly sequence: string }
  | { readonly kind: 'heads_unread'; readonly why: string };

type Words = {
  readonly [Kind in AuditFinding['kind']]: { readonly ja: string; readonly en: string };
};

/** The findings in words. `{name}` is filled from the finding. */
export const auditFindings: Words = {
  entry_changed: {
    ja: '記録 {entry}（{sequence}番）は、書かれたあとに変えられています。',
    en: 'Entry {entry} (number {sequence}) has been changed since it was written.',
  },
  entry_missing: {
    ja: '記録 {entry}（{sequence}番）がなくなっています。',
    en: 'Entry {entry} (number {sequence}) is gone.',
  },
  entry_unsequenced: {
    ja: '記録 {entry}（{at}）が鎖につながれていません。連番を付ける処理が止まっているか、後から差し込まれたものです。',
    en: 'Entry {entry} of {at} is not in the chain: the sequencer stands still, or it was slipped in.',
  },
  link_broken: {
    ja: '{sequence}番（記録 {entry}）が、1つ前とつながっていません。どちらかが変えられています。',
    en: 'Number {sequence} (entry {entry}) does not follow the one before it: one of the two was changed.',
  },
  links_missing: {
    ja: '{from}番から{to}番までが、記録ごとなくなっています。',
    en: 'Numbers {from} to {to} are gone, and what they recorded with them.',
  },
  tail_missing: {
    ja: '末尾の{from}番から{to}番までがなくなっています。署名された先頭には含まれていました。',
    en: 'The end of the record, numbers {from} to {to}, is gone: a signed head tells of it.',
  },
  record_rewritten: {
    ja: '{from}番から{to}番までのどこかが、つじつまを合わせて書き換えられています。署名された先頭と一致しません。',
    en: 'Something among numbers {from} to {to} was rewritten consistently: the signed head does not match.',
  },
  head_not_signed: {
    ja: '{sequence}番の先頭の署名が、署名プログラムのものではありません。',
    en: 'The head at number {sequence} does not carry the signer’s signature.',
  },
  heads_unread: {
    ja: '署名された先頭を、データベースの外から読めませんでした（{why}）。末尾が切られていないとは言えません。',
    en: 'The signed head outside the database could not be read ({why}): the end may have been cut.',
  },
};

/** One sentence that names the damaged rows. */
export function findingInWords(finding: AuditFinding, language: 'ja' | 'en'): string {
  const facts: Readonly<Record<string, string>> = { ...finding };
  return auditFindings[finding.kind][language].replace(
    /\{(\w+)\}/g,
    (_, name) => facts[name] ?? '',
  );
}
