import type { Claim } from '../../client/index.ts';
import { Note, Time } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

/** When there is word again, also when there is no news. A promise that was missed is owned up to. */
export function NextWord({ visit, claim }: { readonly visit: Visit; readonly claim: Claim }) {
  const { t, tx } = visit;
  const { nextWordAt, late } = claim;
  if (!nextWordAt) return null;
  if (late) {
    return (
      <Note family="you" icon="clock">
        {tx('progress.late', { when: <Time key="when" at={nextWordAt} /> })}
      </Note>
    );
  }
  return (
    <Note family="us" icon="bell">
      <b>
        {t('progress.nextWord')}
        {visit.language === 'ja' ? '：' : ' '}
        {tx('progress.nextWordBy', { when: <Time key="when" at={nextWordAt} /> })}
      </b>
      <br />
      {t('progress.nextWordNote')}
    </Note>
  );
}
