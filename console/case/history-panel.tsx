import { type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import {
  Button,
  Icon,
  type IconName,
  isSameDay,
  Textarea,
  Time,
  useReading,
} from '../../ui/index.ts';
import { problemOf } from '../api/client.ts';
import { keysText } from '../keyboard/keys-text.ts';
import { useKeptText } from '../session/kept-text.ts';
import { initialsOf } from '../shell/initials.ts';
import { useWords } from '../words/index.ts';
import type { CaseAct } from './acts.ts';
import type { CasePageData } from './case.ts';
import { Panel } from './panel.tsx';
import { sendNote } from './send.ts';

interface Entry {
  readonly key: string;
  readonly at: string;
  readonly who: string;
  readonly by: 'staff' | 'customer' | 'kaeru';
  readonly kind: string;
  readonly text: string;
  readonly seen: 'customer' | 'desk' | 'note';
}

const shownFirst = 12;

/** What has happened, newest first, and what colleagues tell each other. */
export function HistoryPanel(props: {
  readonly page: CasePageData;
  readonly note: CaseAct | undefined;
  readonly composer: RefObject<HTMLTextAreaElement | null>;
  readonly onSent: () => void;
}) {
  const say = useWords();
  const { page } = props;
  const [all, setAll] = useState(false);
  const entries = entriesOf(page);
  const shown = all ? entries : entries.slice(0, shownFirst);
  const note = say('case.history.count', { count: entries.length });
  return (
    <Panel id="history" title={say('case.history')} keys={4} note={note}>
      <Composer {...props} />
      <ol className="hist">
        {shown.map((entry) => (
          <HistoryItem key={entry.key} entry={entry} />
        ))}
      </ol>
      {shown.length < entries.length ? (
        <div className="panel-foot">
          <Button kind="quiet" onClick={() => setAll(true)}>
            {say('case.history.all', { count: entries.length })}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function entriesOf(page: CasePageData): readonly Entry[] {
  const noteIds = new Set(page.notes.map(({ at, who }) => `${at} ${who}`));
  const events = page.history
    // A note is told once, with its text.
    .filter(({ kind, at, who }) => !(/note/.test(kind) && noteIds.has(`${at} ${who}`)))
    .map((one) => ({
      ...one,
      key: one.id,
      seen: one.public ? ('customer' as const) : ('desk' as const),
    }));
  const told = page.notes.map((one) => ({
    ...one,
    key: one.id,
    by: 'staff' as const,
    kind: 'note',
    seen: 'note' as const,
  }));
  return [...events, ...told].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function HistoryItem({ entry }: { readonly entry: Entry }) {
  const say = useWords();
  const { now, zone } = useReading();
  const icon = iconOf(entry);
  return (
    <li>
      <Time at={entry.at} to={isSameDay(entry.at, now, zone) ? 'clock' : 'minute'} />
      {icon ? (
        <span className="ic" aria-hidden="true">
          <Icon name={icon} />
        </span>
      ) : (
        <span className="av" aria-hidden="true">
          {initialsOf(entry.who)}
        </span>
      )}
      <div>
        <b>{whoOf(say, entry)}</b>{' '}
        {entry.seen === 'note' ? (
          <blockquote className="memo">
            <small>{say('case.note.mark')}</small>
            <p>{entry.text}</p>
          </blockquote>
        ) : (
          <>
            {entry.text}
            {entry.seen === 'customer' ? (
              <small className="seen-by">{say('case.history.public')}</small>
            ) : null}
          </>
        )}
      </div>
    </li>
  );
}

/** A colleague is shown by their initials; whoever else acts, by a picture. */
function iconOf({ by, kind }: Entry): IconName | null {
  if (by === 'staff') return null;
  if (by === 'kaeru') return 'scroll';
  return /filed/.test(kind) ? 'inbox' : 'circle-user';
}

function whoOf(say: ReturnType<typeof useWords>, { by, who }: Entry): string {
  if (by === 'staff') return who;
  return say(by === 'customer' ? 'case.history.customer' : 'case.history.kaeru');
}

function Composer(props: {
  readonly page: CasePageData;
  readonly note: CaseAct | undefined;
  readonly composer: RefObject<HTMLTextAreaElement | null>;
  readonly onSent: () => void;
}) {
  const say = useWords();
  const { number } = props.page.case;
  const kept = useKeptText(`note:${number}`);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const why = props.note?.why ?? null;
  const send = async () => {
    if (busy) return;
    if (kept.text.trim() === '') return setTrouble(say('case.note.empty'));
    setBusy(true);
    setTrouble(null);
    try {
      await sendNote(number, kept.text);
      kept.drop();
      props.onSent();
    } catch (error) {
      setTrouble(problemOf(error).title);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const enter = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
    if (enter && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
  };
  return (
    <form
      className="composer memo"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={say('case.note.label')}
        hint={say('case.note.hint')}
        error={trouble}
        ref={props.composer}
        rows={2}
        maxLength={10_000}
        value={kept.text}
        onChange={(event) => kept.write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button
        type="submit"
        disabledReason={why}
        busy={busy ? say('case.sending') : null}
        keys={keysText('mod+enter')}
      >
        {say('case.note.send')}
      </Button>
    </form>
  );
}
