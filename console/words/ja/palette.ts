/** The texts of the command palette. */
export const paletteWords = {
  'palette.title': '探す・操作する',
  'palette.hint':
    '受付番号、取引の番号、アドレス、お客さま番号を貼りつけるか、操作の名前を入力します。',
  'palette.case': '案件',
  'palette.hash': '取引',
  'palette.address': 'アドレス',
  'palette.customer': 'お客さま',
  'palette.nothing': '当てはまるものはありません。',
  'palette.searching': '探しています…',
  'palette.failed': 'いま検索できません。見つからなかったという意味ではありません。',
} as const;
