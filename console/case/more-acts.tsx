import { Button } from '../../ui/index.ts';
import { Keys } from '../keyboard/keyboard.tsx';
import { Overlay } from '../shell/overlay.tsx';
import { useWords } from '../words/index.ts';
import type { CaseAct } from './acts.ts';

/** Every act there is, also those that cannot be done now, each with the reason. */
export function MoreActs(props: {
  readonly open: boolean;
  readonly acts: readonly CaseAct[];
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  return (
    <Overlay open={props.open} onClose={props.onClose} title={say('case.more')}>
      <ul className="overlay-body all-acts">
        {[...props.acts].sort(byPermitted).map((act) => (
          <li key={act.act}>
            <Button
              kind={act.weight === 'danger' ? 'danger' : 'secondary'}
              disabledReason={act.why}
              onClick={() => props.onAct(act.act)}
            >
              {act.label}
            </Button>
            {act.keys ? <Keys keys={act.keys} /> : null}
          </li>
        ))}
      </ul>
    </Overlay>
  );
}

/** What can be done now stands first; the order among equals stays. */
function byPermitted(a: CaseAct, b: CaseAct): number {
  return Number(b.permitted) - Number(a.permitted);
}
