import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button, Icon, IconButton } from '../../ui/parts/index.ts';
import { useReading } from '../../ui/reading.tsx';
import { lookOf } from '../../ui/status/index.ts';
import { Keys } from '../keyboard/keyboard.tsx';
import { Overlay } from '../shell/overlay.tsx';
import { useWords } from '../words/index.ts';
import { forgetView, saveView, useSavedViews } from './saved-views.ts';
import { isFiltered, type WorklistState, worklistViews } from './worklist-state.ts';

const typingMs = 250;
const exactly = { exact: true, includeSearch: true } as const;

/** Which cases, which of them, in which order. All of it is in the address. */
export function Toolbar({ state }: { readonly state: WorklistState }) {
  const say = useWords();
  const [saving, setSaving] = useState(false);
  return (
    <div className="tools">
      <Views state={state} />
      <Filter state={state} />
      <Chips state={state} />
      <Sort state={state} />
      <Button kind="quiet" onClick={() => setSaving(true)}>
        {say('worklist.save')}
      </Button>
      <SaveDialog open={saving} state={state} onClose={() => setSaving(false)} />
    </div>
  );
}

function Views({ state }: { readonly state: WorklistState }) {
  const say = useWords();
  const saved = useSavedViews();
  const here = JSON.stringify(state);
  const isSaved = saved.some((one) => JSON.stringify(one.search) === here);
  return (
    <nav className="views" aria-label={say('worklist.views')}>
      {worklistViews.map((view) => (
        <Link
          key={view}
          to="/"
          search={view === 'mine' ? {} : { view }}
          activeOptions={exactly}
          aria-current={
            (state.view ?? 'mine') === view && !isSaved && !state.state && !state.turn
              ? 'page'
              : undefined
          }
        >
          {say(`worklist.view.${view}`)}
        </Link>
      ))}
      {saved.map((one) => (
        <Link
          key={one.name}
          to="/"
          search={one.search}
          activeOptions={exactly}
          aria-current={JSON.stringify(one.search) === here ? 'page' : undefined}
        >
          {one.name}
        </Link>
      ))}
    </nav>
  );
}

function Filter({ state }: { readonly state: WorklistState }) {
  const say = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(state.q ?? '');
  const asked = useRef(state.q ?? '');
  useEffect(() => {
    // The address may change by the back button; what is being typed is not taken away by its echo.
    if ((state.q ?? '') !== asked.current) {
      asked.current = state.q ?? '';
      setTyped(asked.current);
    }
  }, [state.q]);
  useEffect(() => {
    const q = typed.trim();
    if (q === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = q;
      const { q: _, ...others } = state;
      void navigate({ to: '/', search: q ? { ...others, q } : others, replace: true });
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, state, navigate]);
  return (
    <label className="filter">
      <span className="vh">{say('worklist.filter')}</span>
      <Icon name="filter" />
      <input
        id="worklist-filter"
        type="search"
        value={typed}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        aria-describedby="worklist-filter-hint"
        title={say('worklist.filterHint')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          // Enter and Escape lead back to the list.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <span id="worklist-filter-hint" className="vh">
        {say('worklist.filterHint')}
      </span>
      <Keys keys="/" />
    </label>
  );
}

function Chips({ state }: { readonly state: WorklistState }) {
  const say = useWords();
  const { language } = useReading();
  if (!isFiltered(state)) return null;
  const ofState = state.state && wordOf('claim', state.state, language);
  const ofTurn = state.turn && wordOf('turn', state.turn, language);
  return (
    <span className="chips">
      {ofState ? <span>{say('worklist.state', { state: ofState })}</span> : null}
      {ofTurn ? <span>{say('worklist.turn', { turn: ofTurn })}</span> : null}
      <Link className="link" to="/" search={state.view ? { view: state.view } : {}}>
        {say('worklist.clear')}
      </Link>
    </span>
  );
}

/** The word of a state in an address, which may be any. */
export function wordOf(
  table: 'claim' | 'turn',
  state: string,
  language: 'ja' | 'en' | 'zh' | 'ko',
) {
  try {
    return lookOf(table, state).word[language];
  } catch {
    return state;
  }
}

const sorts = ['due', 'value', 'age'] as const;

function Sort({ state }: { readonly state: WorklistState }) {
  const say = useWords();
  const navigate = useNavigate();
  return (
    <label className="order-by">
      <span className="vh">{say('worklist.sort')}</span>
      <Icon name="arrow-up-down" />
      <select
        value={state.sort ?? 'due'}
        onChange={(event) => {
          const sort = sorts.find((one) => one === event.target.value);
          const { sort: _, ...others } = state;
          void navigate({
            to: '/',
            search: sort && sort !== 'due' ? { ...others, sort } : others,
          });
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {say(`worklist.sort.${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function SaveDialog(props: {
  readonly open: boolean;
  readonly state: WorklistState;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const saved = useSavedViews();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    if (!name.trim()) return;
    saveView({ name, search: props.state });
    props.onClose();
  };
  return (
    <Overlay open={props.open} onClose={props.onClose} title={say('worklist.saveTitle')}>
      <form className="overlay-body fields-col" onSubmit={submit}>
        <label>
          {say('worklist.saveName')}
          <input name="name" maxLength={40} required autoComplete="off" />
        </label>
        <Button kind="primary" type="submit">
          {say('worklist.saveDo')}
        </Button>
        {saved.length > 0 ? (
          <section>
            <h3>{say('worklist.saved')}</h3>
            <ul className="saved">
              {saved.map((one) => (
                <li key={one.name}>
                  <span>{one.name}</span>
                  <IconButton
                    icon="trash"
                    label={say('worklist.forget', { name: one.name })}
                    onClick={() => forgetView(one.name)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </form>
    </Overlay>
  );
}
