import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { type Act, useActs } from '../keyboard/acts.ts';
import { useWords, type WordKey } from '../words/index.ts';
import type { ShownRow } from './list-order.ts';
import type { Worklist } from './use-worklist.ts';
import { type WorklistState, worklistViews } from './worklist-state.ts';

/** Where one is in the list and what one has picked, with every key that changes it. */
export function useListPlace(rows: readonly ShownRow[], state: WorklistState, worklist: Worklist) {
  const [focused, setFocused] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef(0);
  // Another part of the list begins at its first row, with nothing picked.
  const part = JSON.stringify(state);
  const [shownPart, setShownPart] = useState(part);
  if (part !== shownPart) {
    setShownPart(part);
    setFocused(0);
    setSelected(new Set());
  }
  const at = Math.min(focused, Math.max(0, rows.length - 1));
  const select = (index: number, range: boolean) => {
    const from = range ? Math.min(anchor.current, index) : index;
    const to = range ? Math.max(anchor.current, index) : index;
    const numbers = rows.slice(from, to + 1).map(({ row }) => row.number);
    anchor.current = index;
    setSelected((before) => pick(before, numbers, range));
  };
  const clear = () => setSelected(new Set());
  const move = (by: number) => setFocused(Math.max(0, Math.min(rows.length - 1, at + by)));
  useListActs({ rows, at, state, worklist, move, select, clear, hasPicked: selected.size > 0 });
  return { focused: at, selected, onFocus: setFocused, onSelect: select, clear };
}

/** One more or one less; a range only adds. */
function pick(
  before: ReadonlySet<string>,
  numbers: readonly string[],
  range: boolean,
): ReadonlySet<string> {
  const next = new Set(before);
  for (const number of numbers) {
    if (!range && next.has(number)) next.delete(number);
    else next.add(number);
  }
  return next;
}

interface ListActs {
  readonly rows: readonly ShownRow[];
  readonly at: number;
  readonly state: WorklistState;
  readonly worklist: Worklist;
  readonly move: (by: number) => void;
  readonly select: (index: number, range: boolean) => void;
  readonly clear: () => void;
  readonly hasPicked: boolean;
}

function useListActs({ rows, at, state, worklist, move, select, clear, hasPicked }: ListActs) {
  const say = useWords();
  const navigate = useNavigate();
  const turnView = (by: number) => {
    const here = worklistViews.indexOf(state.view ?? 'mine');
    const view = worklistViews[(here + by + worklistViews.length) % worklistViews.length];
    void navigate({ to: '/', search: view && view !== 'mine' ? { view } : {} });
  };
  const open = () => {
    const number = rows[at]?.row.number;
    if (number) void navigate({ to: '/cases/$number', params: { number } });
  };
  const newer = worklist.list?.newer ?? 0;
  const byKeys = (word: WordKey, keys: string, run: () => void): Act => ({
    id: `list ${keys}`,
    group: 'list',
    label: say(word),
    keys,
    run,
    inPalette: false,
  });
  useActs([
    byKeys('worklist.act.down', 'j', () => move(1)),
    byKeys('worklist.act.down', 'arrowdown', () => move(1)),
    byKeys('worklist.act.up', 'k', () => move(-1)),
    byKeys('worklist.act.up', 'arrowup', () => move(-1)),
    byKeys('worklist.act.select', 'x', () => select(at, false)),
    byKeys('worklist.act.range', 'shift+x', () => select(at, true)),
    byKeys('worklist.act.open', 'enter', open),
    byKeys('worklist.act.nextView', ']', () => turnView(1)),
    byKeys('worklist.act.previousView', '[', () => turnView(-1)),
    ...(hasPicked ? [byKeys('worklist.unselect', 'escape', clear)] : []),
    {
      ...byKeys('worklist.act.filter', '/', () =>
        document.getElementById('worklist-filter')?.focus(),
      ),
      inPalette: true,
    },
    {
      ...byKeys('worklist.act.newer', '.', worklist.renew),
      inPalette: true,
      why: newer > 0 ? null : say('worklist.nothingNewer'),
    },
  ]);
}
