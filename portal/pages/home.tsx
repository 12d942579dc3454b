import { Page } from '../layout.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';

/** What happened, and one's own reports. */
export function homePage(visit: Visit): Response {
  const { t } = visit;
  return show(
    visit,
    <Page visit={visit} title={t('home.title')}>
      <h1>{t('home.title')}</h1>
    </Page>,
  );
}
