import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** How much a button weighs: one primary in a view; danger is an outline until it is confirmed. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'danger-filled' | 'quiet';

interface ButtonLook {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  /** The keys that do the same, shown behind the label. */
  readonly keys?: string;
  /** Why it can't be pressed now. It stays in reach, and says so. */
  readonly disabledReason?: string | null | undefined;
  /** Where the reason stands: beside the button, or only for those who ask (crowded bars). */
  readonly reason?: 'beside' | 'on-request';
}

/** A button: verb and object. What can't be done stays focusable, its reason beside it. */
export function Button(
  props: Omit<ComponentProps<'button'>, 'disabled'> &
    ButtonLook & {
      /** The label while it works (`送信中…`); the width stays. */
      readonly busy?: string | null;
    },
) {
  const { kind = 'secondary', icon, keys, disabledReason, reason, busy, ...rest } = props;
  const { children, className, onClick, type = 'button', ...native } = rest;
  const id = useId();
  const off = Boolean(disabledReason) || Boolean(busy);
  const button = (
    <button
      {...native}
      // A form must not be sent by what can't be pressed, whether scripts run or not.
      type={off ? 'button' : type}
      className={classNames('btn', `btn-${kind}`, busy ? 'busy' : null, className)}
      aria-disabled={off || undefined}
      aria-busy={busy ? true : undefined}
      aria-describedby={disabledReason ? id : native['aria-describedby']}
      onClick={off ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      <span className="label">{children}</span>
      {busy && <span className="doing">{busy}</span>}
      {keys && <kbd>{keys}</kbd>}
    </button>
  );
  return withReason(button, id, disabledReason, reason);
}

/** A link that looks like a button; for what leads somewhere. */
export function LinkButton(props: ComponentProps<'a'> & ButtonLook) {
  const { kind = 'secondary', icon, keys, disabledReason, reason, ...rest } = props;
  const { children, className, href, ...native } = rest;
  const id = useId();
  const link = (
    // A link without an address is no link: it keeps its place by tabindex.
    <a
      {...native}
      href={disabledReason ? undefined : href}
      role={disabledReason ? 'link' : undefined}
      tabIndex={disabledReason ? 0 : undefined}
      className={classNames('btn', `btn-${kind}`, className)}
      aria-disabled={disabledReason ? true : undefined}
      aria-describedby={disabledReason ? id : native['aria-describedby']}
    >
      {icon && <Icon name={icon} />}
      <span className="label">{children}</span>
      {keys && <kbd>{keys}</kbd>}
    </a>
  );
  return withReason(link, id, disabledReason, reason);
}

/** A button of one picture. Its name is part of its type. */
export function IconButton(
  props: Omit<ComponentProps<'button'>, 'aria-label' | 'children' | 'disabled'> & {
    readonly icon: IconName;
    readonly label: string;
  },
) {
  const { icon, label, className, type = 'button', ...native } = props;
  return (
    <button
      {...native}
      type={type}
      className={classNames('icon-btn', className)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}

function withReason(
  button: ReactNode,
  id: string,
  reason: string | null | undefined,
  where: ButtonLook['reason'] = 'beside',
) {
  if (!reason) return button;
  return (
    <span className="with-reason" title={where === 'on-request' ? reason : undefined}>
      {button}
      <span id={id} className={where === 'on-request' ? 'vh' : 'why'}>
        {reason}
      </span>
    </span>
  );
}

/** Joins class names, leaving out what is not there. */
export function classNames(...names: readonly (string | null | undefined | false)[]): string {
  return names.filter(Boolean).join(' ');
}
