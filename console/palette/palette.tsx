import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { Icon, type IconName } from '../../ui/parts/index.ts';
import { type Act, actGroups, useOfferedActs } from '../keyboard/acts.ts';
import { Keys } from '../keyboard/keyboard.tsx';
import { usePreferences } from '../preferences/preferences.ts';
import { Overlay } from '../shell/overlay.tsx';
import { useWords } from '../words/index.ts';
import { actsLike, findAnything, type Hit, isWorthFinding } from './find.ts';

const typingMs = 150;

interface Entry {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly note: string;
  readonly icon: IconName | null;
  readonly mono: boolean;
  readonly keys: string | undefined;
  readonly why: string | null;
  readonly run: () => void;
}

/** Paste anything, or say what to do: cases, hashes, addresses, and every act of this page. */
export function Palette({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords();
  return (
    <Overlay open={open} onClose={onClose} kind="top" title={say('palette.title')}>
      <Search onClose={onClose} />
    </Overlay>
  );
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const say = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(typed);
  const entries = useEntries(typed, found.hits);
  const chosen = Math.min(at, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (!entry || entry.why) return;
    onClose();
    // After the dialog has given the focus back: the act may want it.
    setTimeout(entry.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends composing is the input method's.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setAt((chosen + by + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') run(entries[chosen]);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  return (
    <div className="finder">
      <div className="finder-field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={say('palette.title')}
          aria-describedby={`${id}-hint`}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          maxLength={500}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Keys keys="escape" />
      </div>
      <p className="finder-hint" id={`${id}-hint`}>
        {say('palette.hint')}
      </p>
      <Entries id={id} entries={entries} chosen={chosen} onRun={run} onPoint={setAt} />
      <p className="finder-foot" role="status">
        {found.say ? say(found.say) : entries.length === 0 ? say('palette.nothing') : ''}
      </p>
    </div>
  );
}

function useFound(typed: string) {
  const { language } = usePreferences();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), typingMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = useQuery({
    queryKey: ['search', asked, language],
    queryFn: () => findAnything(asked),
    enabled: isWorthFinding(asked),
    staleTime: 10_000,
  });
  const hits = isWorthFinding(asked) && asked === typed.trim() ? (query.data ?? []) : [];
  const said = query.isError ? 'palette.failed' : query.isFetching ? 'palette.searching' : null;
  return { hits, say: isWorthFinding(asked) ? (said as 'palette.failed' | null) : null };
}

const icons: Readonly<Record<Hit['kind'], IconName>> = {
  case: 'inbox',
  hash: 'link',
  address: 'wallet',
  customer: 'circle-user',
};

function useEntries(typed: string, hits: readonly Hit[]): readonly Entry[] {
  const say = useWords();
  const navigate = useNavigate();
  const acts = useOfferedActs();
  return useMemo(() => {
    const ofHits = hits.map((hit, at): Entry => {
      const { number } = hit;
      return {
        id: `hit-${at}`,
        group: say(`palette.${hit.kind}`),
        label: hit.value,
        note: hit.number && hit.kind !== 'case' ? `${hit.number} ${hit.what}` : hit.what,
        icon: icons[hit.kind],
        mono: hit.kind !== 'customer',
        keys: undefined,
        why: null,
        run: () =>
          number
            ? void navigate({ to: '/cases/$number', params: { number } })
            : void navigate({ to: '/', search: { view: 'all', q: hit.value } }),
      };
    });
    const like = actsLike(acts, typed);
    const ofActs = actGroups.flatMap((group) =>
      like
        .filter((act) => act.group === group)
        .map((act): Entry => entryOf(act, say(`acts.${group}`))),
    );
    return [...ofHits, ...ofActs];
  }, [typed, hits, acts, say, navigate]);
}

function entryOf(act: Act, group: string): Entry {
  const { id, label, keys, run } = act;
  return { id, group, label, note: '', icon: null, mono: false, keys, why: act.why ?? null, run };
}

function Entries(props: {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly chosen: number;
  readonly onRun: (entry: Entry) => void;
  readonly onPoint: (at: number) => void;
}) {
  const say = useWords();
  const { id, entries } = props;
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return (
    <div
      className="finder-list"
      id={id}
      role="listbox"
      aria-label={say('palette.title')}
      tabIndex={-1}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields.
        <div key={group} role="group" aria-label={group}>
          <div className="finder-group" aria-hidden="true">
            {group}
          </div>
          {entries.map((entry, at) =>
            entry.group === group ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and hears Enter.
              <div
                key={entry.id}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === props.chosen}
                aria-disabled={entry.why !== null}
                onClick={() => props.onRun(entry)}
                onMouseMove={() => props.onPoint(at)}
              >
                {entry.icon ? <Icon name={entry.icon} /> : null}
                <span className={entry.mono ? 'mono' : ''}>{entry.label}</span>
                {entry.note || entry.why ? <small>{entry.why ?? entry.note}</small> : null}
                {entry.keys ? <Keys keys={entry.keys} /> : null}
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
