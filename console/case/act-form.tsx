import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/index.ts';
import { keysText } from '../keyboard/keys-text.ts';
import { useFresh } from '../live/connection.ts';
import { FreshFactor } from '../plan/fresh-factor.tsx';
import { Overlay } from '../shell/overlay.tsx';
import { useWords } from '../words/index.ts';
import type { CasePageData } from './case.ts';
import { ChangedNote } from './changed-note.tsx';
import { useSending } from './use-sending.ts';

/** The dialog of an act: what it does, what it needs, one button that says so. */
export function ActForm(props: {
  readonly page: CasePageData;
  readonly title: string;
  /** Who will read what is written here, and what happens then. */
  readonly lead: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly money?: boolean;
  /** What is still missing, or null. */
  readonly check: () => string | null;
  /** Sends it on the version that was read. */
  readonly act: (version: number) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords();
  const { page } = props;
  const [opened, setOpened] = useState(page);
  const [missing, setMissing] = useState<string | null>(null);
  const sending = useSending([page.case.number]);
  const { fresh } = useFresh();
  const changed = opened.case.version !== page.case.version;
  const why =
    props.money && !fresh ? say('live.staleWhy') : changed ? say('case.changed.first') : null;
  const submit = async () => {
    if (why || sending.busy) return;
    const lacks = props.check();
    setMissing(lacks);
    if (lacks) return;
    if (await sending.send(() => props.act(opened.case.version))) props.onDone();
  };
  const { problem } = sending;
  return (
    <Overlay open onClose={props.onClose} title={props.title} lead={props.lead}>
      <form
        className="act-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event: KeyboardEvent) => {
          const enter = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
          if (!enter || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void submit();
        }}
      >
        <div className="overlay-body fields-col">
          {changed ? (
            <ChangedNote opened={opened} now={page} onGoOn={() => setOpened(page)} />
          ) : null}
          <div role="alert">
            {(missing ?? problem) ? <p className="trouble">{missing ?? problem?.title}</p> : null}
          </div>
          {problem?.code === 'factor_not_fresh' ? (
            <FreshFactor onFresh={() => void submit()} />
          ) : null}
          {props.children}
        </div>
        <div className="overlay-foot">
          <Button onClick={props.onClose}>{say('shell.cancel')}</Button>
          <Button
            type="submit"
            kind={props.danger ? 'danger-filled' : 'primary'}
            keys={keysText('mod+enter')}
            disabledReason={why}
            busy={sending.busy ? say('case.sending') : null}
          >
            {props.confirm}
          </Button>
        </div>
      </form>
    </Overlay>
  );
}
