import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { type Act, useActs } from '../keyboard/acts.ts';
import { KeyMap } from '../keyboard/key-map.tsx';
import { useKeyboard } from '../keyboard/keyboard.tsx';
import { useDeskLine } from '../live/use-desk-line.ts';
import { Palette } from '../palette/palette.tsx';
import { useMay } from '../session/session.ts';
import { SessionWatch } from '../session/session-watch.tsx';
import { Toasts, toast } from '../toasts/toasts.tsx';
import { type Say, useWords } from '../words/index.ts';
import { Bar, BarSlots, CutNotice } from './bar.tsx';
import { Overlay } from './overlay.tsx';
import { PreferencesDialog } from './preferences-dialog.tsx';
import { Rail, RailContent } from './rail.tsx';

type Open = 'palette' | 'keys' | 'preferences' | 'menu' | null;

/** The frame around every page behind the log-in. */
export function Layout() {
  const say = useWords();
  const [open, setOpen] = useState<Open>(null);
  const close = useCallback(() => setOpen(null), []);
  const may = useMay();
  useDeskLine(may('case.read'));
  useKeyboard(useCallback((act: Act) => toast({ text: act.why ?? '' }), []));
  useShellActs(say, setOpen);
  const main = useFocusOnArrival();
  const signOut = useSignOut();
  const find = () => setOpen('palette');
  const keys = () => setOpen('keys');
  return (
    <BarSlots>
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <div className="shell">
        <Rail onFind={find} onKeys={keys} />
        <div className="page">
          <Bar onMenu={() => setOpen('menu')} onPreferences={() => setOpen('preferences')} />
          <CutNotice />
          <main id="main" ref={main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <Overlay open={open === 'menu'} onClose={close} kind="side" title={say('shell.menu')}>
        <div className="rail-open">
          <RailContent onFind={find} onKeys={keys} onGo={close} />
        </div>
      </Overlay>
      <Palette open={open === 'palette'} onClose={close} />
      <KeyMap open={open === 'keys'} onClose={close} />
      <PreferencesDialog open={open === 'preferences'} onClose={close} onSignOut={signOut} />
      <SessionWatch />
      <Toasts />
    </BarSlots>
  );
}

/** A new page begins at its heading: the focus goes there, so that it is also read out. */
function useFocusOnArrival() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [main, setMain] = useState<HTMLElement | null>(null);
  const [first, setFirst] = useState(path);
  useEffect(() => {
    if (!main || path === first) return;
    setFirst('');
    const heading = main.querySelector('h1');
    if (heading instanceof HTMLElement) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    } else main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path, main, first]);
  return setMain;
}

function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return () => {
    void api()
      .endSession()
      .then(async () => {
        sessionStorage.clear();
        queries.clear();
        await navigate({ to: '/login' });
      });
  };
}

function useShellActs(say: Say, open: (what: Open) => void): void {
  const navigate = useNavigate();
  useActs([
    {
      id: 'palette',
      label: say('shell.find'),
      group: 'app',
      keys: 'mod+k',
      run: () => open('palette'),
      inPalette: false,
    },
    { id: 'keys', label: say('shell.keys'), group: 'app', keys: '?', run: () => open('keys') },
    {
      id: 'preferences',
      label: say('shell.preferences'),
      group: 'app',
      run: () => open('preferences'),
    },
    {
      id: 'go-worklist',
      label: say('shell.worklist'),
      group: 'go',
      keys: 'g w',
      run: () => void navigate({ to: '/', search: {} }),
    },
    {
      id: 'go-team',
      label: say('worklist.view.team'),
      group: 'go',
      keys: 'g t',
      run: () => void navigate({ to: '/', search: { view: 'team' } }),
    },
    {
      id: 'go-approvals',
      label: say('shell.approvals'),
      group: 'go',
      keys: 'g a',
      run: () => void navigate({ to: '/approvals' }),
    },
    {
      id: 'go-reference',
      label: say('shell.reference'),
      group: 'go',
      keys: 'g n',
      run: () => void navigate({ to: '/reference' }),
    },
    {
      id: 'go-audit',
      label: say('shell.audit'),
      group: 'go',
      keys: 'g u',
      run: () => void navigate({ to: '/audit' }),
    },
    {
      id: 'go-staff',
      label: say('shell.staff'),
      group: 'go',
      keys: 'g s',
      run: () => void navigate({ to: '/staff' }),
    },
    {
      id: 'toasts',
      label: say('toasts.region'),
      group: 'app',
      keys: 'f6',
      run: () => document.getElementById('toasts')?.focus(),
      inPalette: false,
    },
  ]);
}
