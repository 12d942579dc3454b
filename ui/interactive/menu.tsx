import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';

/** Something that a menu offers. */
export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: IconName;
  readonly keys?: string;
  /** Why it can't be done now; it stays in the menu and says so. */
  readonly disabledReason?: string | null;
  readonly danger?: boolean;
  readonly onDo: () => void;
}

/** Acts behind one button. What can't be done is listed with its reason. */
export function Menu(props: {
  /** The name of the button of three dots, or with `label` what stands on it. */
  readonly name: string;
  readonly label?: ReactNode;
  readonly items: readonly MenuItem[];
}) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger
        className={props.label ? 'btn btn-secondary' : 'icon-btn'}
        aria-label={props.label ? undefined : props.name}
      >
        {props.label ?? <Icon name="ellipsis" />}
        {props.label && <Icon name="chevron-down" />}
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className="floating" sideOffset={4} align="end">
          <BaseMenu.Popup className="popup menu">
            {props.items.map((item) => (
              <BaseMenu.Item
                key={item.key}
                className={item.danger ? 'option danger' : 'option'}
                aria-disabled={item.disabledReason ? true : undefined}
                closeOnClick={!item.disabledReason}
                onClick={item.disabledReason ? undefined : item.onDo}
              >
                {item.icon ? <Icon name={item.icon} /> : <span className="no-icon" />}
                <span>
                  {item.label}
                  {item.disabledReason && <small>{item.disabledReason}</small>}
                </span>
                {item.keys && <kbd>{item.keys}</kbd>}
              </BaseMenu.Item>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
