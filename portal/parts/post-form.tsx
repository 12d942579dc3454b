import type { ReactNode } from 'react';
import { newNonce, type Visit } from '../visit.ts';

/** A form that is sent by POST. It bears a number used once: pressed twice, it is done once. */
export function PostForm(props: {
  readonly action: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** The draft that it belongs to, or the name under which a tab keeps what is typed. */
  readonly draft?: boolean;
  readonly keep?: string;
}) {
  return (
    <form
      method="post"
      action={props.action}
      className={props.className}
      data-draft={props.draft ? '' : undefined}
      data-keep={props.keep}
    >
      <input type="hidden" name="once" value={newNonce()} />
      {props.children}
    </form>
  );
}

/** The number that a form bore. One that we did not write is left out. */
export function onceOf({ form }: Visit): { readonly idempotencyKey?: string } {
  const once = form('once');
  return /^[0-9a-f]{32}$/.test(once) ? { idempotencyKey: once } : {};
}
