import { useNavigate } from '@tanstack/react-router';
import { type Act, useActs } from '../keyboard/acts.ts';
import { toast } from '../toasts/toasts.tsx';
import { useWords, type WordKey } from '../words/index.ts';
import type { CaseAct } from './acts.ts';
import type { CasePageData } from './case.ts';
import { useGoAlong } from './case-bar.tsx';

const panels: readonly (readonly [string, WordKey])[] = [
  ['diagnosis', 'case.diagnosis'],
  ['transfers', 'case.transfers'],
  ['route', 'case.route'],
  ['history', 'case.history'],
  ['texts', 'case.texts'],
  ['approvals', 'case.approvals'],
  ['money', 'case.money'],
  ['customer', 'case.customer'],
  ['procedure', 'case.procedure'],
];

/** The keys of the case page: acts, panels, neighbours. Shown in the palette and by `?`. */
export function useCaseKeys(props: {
  readonly page: CasePageData;
  readonly acts: readonly CaseAct[];
  readonly run: (act: string) => void;
  readonly onMore: () => void;
}): void {
  const say = useWords();
  const go = useGoAlong();
  const navigate = useNavigate();
  const { number } = props.page.case;
  const acts: Act[] = [
    ...props.acts.map((one) => ({
      id: `case-${one.act}`,
      label: one.label,
      group: 'do' as const,
      run: () => props.run(one.act),
      why: one.why,
      ...(one.keys ? { keys: one.keys } : {}),
    })),
    {
      id: 'case-message',
      label: say('case.texts'),
      group: 'do',
      keys: 'm',
      run: () => focusPanel('texts'),
    },
    {
      id: 'case-copy',
      label: say('case.copyNumber'),
      group: 'do',
      keys: 'c',
      run: () => {
        void navigator.clipboard.writeText(number);
        toast({ text: say('case.copied', { number }) });
      },
    },
    { id: 'case-more', label: say('case.more'), group: 'do', keys: '.', run: props.onMore },
    {
      id: 'case-next',
      label: say('case.nextCase'),
      group: 'list',
      keys: 'j',
      run: () => go(number, 1),
    },
    {
      id: 'case-previous',
      label: say('case.previous'),
      group: 'list',
      keys: 'k',
      run: () => go(number, -1),
    },
    {
      id: 'case-up',
      label: say('shell.toWorklist'),
      group: 'list',
      keys: 'escape',
      run: () => void navigate({ to: '/' }),
    },
    ...panels.map(([id, key], at) => ({
      id: `case-panel-${id}`,
      label: say(key),
      group: 'go' as const,
      keys: String(at + 1),
      inPalette: false,
      run: () => focusPanel(id),
    })),
  ];
  useActs(acts);
}

function focusPanel(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
