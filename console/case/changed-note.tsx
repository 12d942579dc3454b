import { Button, Note, Time } from '../../ui/index.ts';
import { useWords } from '../words/index.ts';
import type { CasePageData } from './case.ts';

/**
 * Somebody changed the case while one was writing: who, when, and what. What was typed stays; going on
 * is a decision of its own.
 */
export function ChangedNote(props: {
  readonly opened: CasePageData;
  readonly now: CasePageData;
  readonly onGoOn: () => void;
}) {
  const say = useWords();
  const { opened, now } = props;
  const known = new Set(opened.history.map(({ at, text }) => `${at} ${text}`));
  const since = now.history.filter(({ at, text }) => !known.has(`${at} ${text}`));
  const last = since.reduce<(typeof since)[number] | null>(
    (latest, one) => (latest && latest.at > one.at ? latest : one),
    null,
  );
  return (
    <Note family="you" icon="users" live>
      <p>
        <b>{last ? say('case.changed.by', { name: last.who }) : say('case.changed')}</b>{' '}
        {last ? <Time at={last.at} to="second" /> : null}
      </p>
      <p>{say('case.changed.kept')}</p>
      {since.length > 0 ? (
        <details>
          <summary>{say('case.changed.see')}</summary>
          <ul>
            {since.map((one) => (
              <li key={`${one.at} ${one.text}`}>
                <Time at={one.at} to="clock" /> {one.who} {one.text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Button onClick={props.onGoOn}>{say('case.changed.goOn')}</Button>
    </Note>
  );
}
