import './plan.css';
import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Digest, Icon } from '../../ui/index.ts';
import { useWords } from '../words/index.ts';

/** The dialog in which something is signed: wide, its heading says what, ⌘↵ signs, Esc leaves. */
export function SignFrame(props: {
  readonly title: string;
  readonly lead: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords();
  const popup = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const enter = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
    if (!enter || event.nativeEvent.isComposing || event.repeat) return;
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Viewport className="sign-view">
          <Dialog.Popup
            className="dialog sign-dialog"
            ref={popup}
            initialFocus={popup}
            onKeyDown={onKeyDown}
          >
            <div className="dh">
              <div>
                <Dialog.Title>{props.title}</Dialog.Title>
                <Dialog.Description>{props.lead}</Dialog.Description>
              </div>
              <Dialog.Close className="icon-btn" aria-label={say('shell.close')}>
                <Icon name="x" />
              </Dialog.Close>
            </div>
            {props.children}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What the key signs, whole, computed here. */
export function DigestBox({ digest, count }: { readonly digest: string; readonly count: number }) {
  const say = useWords();
  return (
    <div className="digest">
      <span>{say('plan.digest', { count })}</span>
      <Digest value={digest} />
      <p>{say('plan.digest.note')}</p>
    </div>
  );
}
