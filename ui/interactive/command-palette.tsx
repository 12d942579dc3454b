import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';

/** Something that the palette offers. */
export interface Command {
  readonly key: string;
  readonly label: string;
  /** What else it is found by. */
  readonly words?: string;
  readonly icon?: IconName;
  readonly keys?: string;
  readonly note?: ReactNode;
  /** Why it can't be done now; it is listed with this. */
  readonly disabledReason?: string | null;
  readonly onDo: () => void;
}

/** Commands of one kind under a heading. */
export interface CommandGroup {
  readonly value: string;
  readonly items: readonly Command[];
}

/** Find and do anything by typing. Paste what you have: `onQuery` is told what was typed. */
export function CommandPalette(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly groups: readonly CommandGroup[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What to say when nothing fits. */
  readonly empty: ReactNode;
}) {
  const { language } = useReading();
  return (
    <Dialog.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Viewport className="dialog-port top">
          <Dialog.Popup className="dialog palette" aria-label={props.label}>
            <Autocomplete.Root
              open
              inline
              items={props.groups}
              value={props.query}
              onValueChange={(query) => props.onQuery(query)}
              itemToStringValue={(item: Command) => item.label}
              filter={fits}
              autoHighlight="always"
              keepHighlight
            >
              <Autocomplete.InputGroup className="palette-input">
                <Icon name="search" />
                <Autocomplete.Input aria-label={props.label} />
                <Dialog.Close className="palette-close">
                  <span className="vh">{ownWord('close', language)} </span>
                  <kbd>Esc</kbd>
                </Dialog.Close>
              </Autocomplete.InputGroup>
              <Autocomplete.Empty>
                <p className="none">{props.empty}</p>
              </Autocomplete.Empty>
              <Autocomplete.List className="palette-list">
                {(group: CommandGroup) => (
                  <Autocomplete.Group key={group.value} items={group.items}>
                    <Autocomplete.GroupLabel className="group">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: Command) => <PaletteItem key={item.key} item={item} />}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteItem({ item }: { readonly item: Command }) {
  return (
    <Autocomplete.Item
      value={item}
      className="option"
      aria-disabled={item.disabledReason ? true : undefined}
      onClick={item.disabledReason ? undefined : item.onDo}
    >
      {item.icon ? <Icon name={item.icon} /> : <span className="no-icon" />}
      <span>
        {item.label}
        {item.disabledReason && <small>{item.disabledReason}</small>}
      </span>
      {item.note && <span className="option-note">{item.note}</span>}
      {item.keys && <kbd>{item.keys}</kbd>}
    </Autocomplete.Item>
  );
}

function fits(item: Command, query: string): boolean {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase();
  const inside = fold(`${item.label} ${item.words ?? ''}`);
  return fold(query)
    .trim()
    .split(/\s+/)
    .every((word) => inside.includes(word));
}
