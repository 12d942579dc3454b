import { Menu as MenuIcon, Settings2 } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { homeZone, timeText } from '../../ui/format/index.ts';
import { StaleBar } from '../../ui/parts/index.ts';
import { useConnection } from '../live/connection.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { useMay } from '../session/session.ts';
import { useWords } from '../words/index.ts';

const blinkMs = 1_500;

const Slots = createContext<{ readonly trail: Element | null; readonly right: Element | null }>({
  trail: null,
  right: null,
});

/** Lets pages fill the bar: `<BarTrail>` on the left, `<BarRight>` on the right. */
export function BarSlots({ children }: { readonly children: ReactNode }) {
  const [trail, setTrail] = useState<Element | null>(null);
  const [right, setRight] = useState<Element | null>(null);
  return (
    <Slots value={{ trail, right }}>
      <SlotSetters value={{ setTrail, setRight }}>{children}</SlotSetters>
    </Slots>
  );
}

const SlotSetters = createContext<{
  readonly setTrail: (element: Element | null) => void;
  readonly setRight: (element: Element | null) => void;
}>({ setTrail: () => {}, setRight: () => {} });

/** Where one is: list items of a breadcrumb, the last with `aria-current="page"`. */
export function BarTrail({ children }: { readonly children: ReactNode }) {
  const { trail } = useContext(Slots);
  return trail ? createPortal(children, trail) : null;
}

/** What a page adds beside the connection, such as who else is here. */
export function BarRight({ children }: { readonly children: ReactNode }) {
  const { right } = useContext(Slots);
  return right ? createPortal(children, right) : null;
}

/** The bar over every page: where one is, whether the line stands, what time it is. */
export function Bar(props: { readonly onMenu: () => void; readonly onPreferences: () => void }) {
  const say = useWords();
  const { setTrail, setRight } = useContext(SlotSetters);
  return (
    <header className="bar">
      <button
        className="icon-btn menu"
        type="button"
        aria-label={say('shell.menu')}
        onClick={props.onMenu}
      >
        <MenuIcon className="icon" aria-hidden="true" />
      </button>
      <nav aria-label={say('shell.breadcrumb')}>
        <ol ref={setTrail} />
      </nav>
      <span className="right">
        <span ref={setRight} className="bar-slot" />
        <Line />
        <Clock />
        <button
          className="icon-btn"
          type="button"
          aria-label={say('shell.preferences')}
          onClick={props.onPreferences}
        >
          <Settings2 className="icon" aria-hidden="true" />
        </button>
      </span>
    </header>
  );
}

function Line() {
  const say = useWords();
  const { state } = useConnection();
  const may = useMay();
  // Whoever sees no case has no line that could be cut.
  if (!may('case.read')) return null;
  return <span className={`live is-${state}`}>{say(`live.${state}`)}</span>;
}

function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const { language } = usePreferences();
  return (
    <span className="num hide">{`${timeText(now, { language, zone: homeZone, now })} JST · ${timeText(now, { language, zone: 'UTC', now, to: 'clock', nameZone: false })} UTC`}</span>
  );
}

/** Says when what is shown may no longer be so. Not for the blink of a reconnection. */
export function CutNotice() {
  const { state, asOf } = useConnection();
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (state !== 'cut') return setLate(false);
    const timer = setTimeout(() => setLate(true), blinkMs);
    return () => clearTimeout(timer);
  }, [state]);
  return late ? <StaleBar since={asOf} /> : null;
}
