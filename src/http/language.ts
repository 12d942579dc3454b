/** The languages that Kaeru answers in. */
export type Language = 'ja' | 'en';

/** The reader's language by Accept-Language: Japanese or English, English when neither is named. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part, index) => {
      const [tag = '', quality] = part.trim().toLowerCase().split(';q=');
      return {
        tag: tag.split('-')[0],
        weight: quality ? Number.parseFloat(quality) || 0 : 1,
        index,
      };
    })
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { tag } of wanted) if (tag === 'ja' || tag === 'en') return tag;
  return 'en';
}
