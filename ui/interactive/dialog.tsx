import { AlertDialog as BaseAlert } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useRef } from 'react';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';

/**
 * A dialog in the shape of the proofs: heading, body, acts. Focus goes in and comes back to what
 * opened it, Esc is cancel, the page behind keeps still; a full page below 600 px.
 */
export function Dialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** What can be done, from the harmful on the left to the main act on the right. */
  readonly acts?: ReactNode;
  /** Narrow for a question, wide for what is signed. */
  readonly width?: 'narrow' | 'wide';
  /** What takes the focus; by default the dialog itself, so that it is read from its heading on. */
  readonly firstFocus?: RefObject<HTMLElement | null>;
}) {
  const { language } = useReading();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="scrim" />
        <BaseDialog.Viewport className="dialog-port">
          <BaseDialog.Popup
            ref={popup}
            className={`dialog ${props.width ?? 'narrow'}`}
            initialFocus={props.firstFocus ?? popup}
          >
            <div className="dh">
              <div>
                <BaseDialog.Title>{props.title}</BaseDialog.Title>
                {props.lead && <BaseDialog.Description>{props.lead}</BaseDialog.Description>}
              </div>
              <BaseDialog.Close className="icon-btn" aria-label={ownWord('close', language)}>
                <Icon name="x" />
              </BaseDialog.Close>
            </div>
            <div className="dialog-body">{props.children}</div>
            {props.acts && <div className="df">{props.acts}</div>}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** A question that must be answered before anything else: nothing outside closes it but Esc. */
export function AlertDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The act itself, named by verb and object. */
  readonly act: ReactNode;
}) {
  const { language } = useReading();
  return (
    <BaseAlert.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <BaseAlert.Portal>
        <BaseAlert.Backdrop className="scrim" />
        <BaseAlert.Viewport className="dialog-port">
          <BaseAlert.Popup className="dialog narrow">
            <div className="dh">
              <BaseAlert.Title>{props.title}</BaseAlert.Title>
            </div>
            <BaseAlert.Description className="dialog-body" render={<div />}>
              {props.children}
            </BaseAlert.Description>
            <div className="df">
              <span className="sp" />
              <Button onClick={props.onClose} keys="Esc">
                {ownWord('cancel', language)}
              </Button>
              {props.act}
            </div>
          </BaseAlert.Popup>
        </BaseAlert.Viewport>
      </BaseAlert.Portal>
    </BaseAlert.Root>
  );
}
