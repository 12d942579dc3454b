import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';

/** How long a notice stays: long enough to read two lines and reach its button. */
const shownMs = 8_000;

/** Room for notices. What they say stands elsewhere too; F6 reaches them, errors stay in place. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const { language } = useReading();
  return (
    <Toast.Provider timeout={shownMs}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={ownWord('notifications', language)}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  const { language } = useReading();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast">
      <Toast.Content className="toast-content">
        <div>
          <Toast.Title className="toast-title" />
          <Toast.Description className="toast-text" />
        </div>
        <Toast.Action className="btn btn-quiet" />
        <Toast.Close className="icon-btn" aria-label={ownWord('close', language)}>
          <Icon name="x" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Shows a notice, with a way to undo where there is one. */
export function useToast(): (notice: {
  readonly title: string;
  readonly text?: string;
  readonly undo?: { readonly label: string; readonly onUndo: () => void };
}) => void {
  const manager = Toast.useToastManager();
  return ({ title, text, undo }) => {
    const id = manager.add({
      title,
      description: text,
      ...(undo
        ? {
            actionProps: {
              children: undo.label,
              onClick: () => {
                undo.onUndo();
                manager.close(id);
              },
            },
          }
        : {}),
    });
  };
}
