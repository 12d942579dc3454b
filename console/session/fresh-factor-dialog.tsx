import { FreshFactor } from '../plan/fresh-factor.tsx';
import { Overlay } from '../shell/overlay.tsx';
import { useWords } from '../words/index.ts';

/** Asks for a factor of the last minutes before an act goes on. */
export function FreshFactorDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onShown: () => void;
}) {
  const say = useWords();
  return (
    <Overlay open={props.open} onClose={props.onClose} title={say('factor.title')}>
      <div className="overlay-body">
        <FreshFactor onFresh={props.onShown} />
      </div>
    </Overlay>
  );
}
