import type { Area } from '../area.ts';
import type { home as ja } from '../ja/home.ts';

/** The first page: what happened. */
export const home: Area<typeof ja> = {
  title: 'What happened?',
};
