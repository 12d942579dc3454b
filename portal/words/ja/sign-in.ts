/** The way in. */
export const signIn = {
  title: 'ログインが必要です',
  lead: 'ご報告の内容をお守りするため、取引所の口座でログインしてください。終わると、この窓口に戻ります。',
  act: '取引所でログインする',
} as const;
