/** The first page: what happened. */
export const home = {
  title: 'どうされましたか',
} as const;
