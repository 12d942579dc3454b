/** What stands around every page. */
export const shell = {
  skip: '本文へ進む',
  demoLabel: 'デモ環境',
  demo: 'デモ環境：資産と人物は実在しません',
  brand: 'しおみ取引所',
  desk: 'お客さま保護窓口',
  title: '{title}｜しおみ取引所 お客さま保護窓口',
  language: '言語：日本語',
  talk: '相談する',
  isItYou: '本物か確かめる',
  contact: '公式の連絡先',
  footer: 'しおみ取引所 お客さま保護窓口　電話は平日・休日とも24時間',
  error: 'エラー：',
} as const;
