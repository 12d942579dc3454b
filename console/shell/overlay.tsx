import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/index.ts';

/** A dialog: focus goes in and comes back, Esc closes, the page behind keeps still. */
export function Overlay(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly lead?: ReactNode;
  /** `side` slides over the page's edge; `top` is for the palette and hides its title. */
  readonly kind?: 'middle' | 'side' | 'top';
  /** False where closing would lose the page, as when one must sign in again. */
  readonly canClose?: boolean;
  readonly children: ReactNode;
}) {
  const say = useWords();
  const { kind = 'middle', canClose = true } = props;
  return (
    <Dialog.Root
      open={props.open}
      onOpenChange={(open) => {
        if (!open && canClose) props.onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className={`overlay overlay-${kind}`}>
          <div className={kind === 'top' ? 'vh' : 'overlay-head'}>
            <div>
              <Dialog.Title>{props.title}</Dialog.Title>
              {props.lead ? <Dialog.Description>{props.lead}</Dialog.Description> : null}
            </div>
            {canClose && kind !== 'top' ? (
              <Dialog.Close className="icon-btn" aria-label={say('shell.close')}>
                <X className="icon" aria-hidden="true" />
              </Dialog.Close>
            ) : null}
          </div>
          {props.children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
