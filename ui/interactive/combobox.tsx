import { Combobox as BaseCombobox } from '@base-ui/react/combobox';
import { Field, type FieldProps } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';

/** Something to choose: found by its label and by any of its other names. */
export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Symbol, id and the like: searched too, and shown behind the label. */
  readonly note?: string;
}

/** A long list that is searched by typing: networks, assets, people. */
export function Combobox(
  props: FieldProps & {
    readonly name?: string;
    readonly options: readonly ComboboxOption[];
    readonly chosen: string | null;
    readonly onChoose: (value: string | null) => void;
  },
) {
  const { options, chosen, onChoose, name, ...around } = props;
  const { language } = useReading();
  const value = options.find((option) => option.value === chosen) ?? null;
  return (
    <BaseCombobox.Root
      items={options}
      value={value}
      onValueChange={(option: ComboboxOption | null) => onChoose(option?.value ?? null)}
      filter={matches}
      {...(name ? { name } : {})}
    >
      <Field {...around}>
        {(control) => (
          <BaseCombobox.InputGroup className="combo">
            <BaseCombobox.Input {...control} className="input" />
            <BaseCombobox.Trigger className="icon-btn" aria-label={textOf(around.label)}>
              <Icon name="chevron-down" />
            </BaseCombobox.Trigger>
          </BaseCombobox.InputGroup>
        )}
      </Field>
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner className="floating" sideOffset={4}>
          <BaseCombobox.Popup className="popup list">
            <BaseCombobox.Empty>
              <p className="none">{ownWord('nothingFound', language)}</p>
            </BaseCombobox.Empty>
            <BaseCombobox.List>
              {(option: ComboboxOption) => (
                <BaseCombobox.Item key={option.value} value={option} className="option">
                  <BaseCombobox.ItemIndicator keepMounted className="tick-mark">
                    <Icon name="check" />
                  </BaseCombobox.ItemIndicator>
                  <span>
                    {option.label}
                    {option.note && <small>{option.note}</small>}
                  </span>
                </BaseCombobox.Item>
              )}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  );
}

/** True when every word typed is somewhere in what the option is called; width does not matter. */
function matches(option: ComboboxOption, query: string): boolean {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase();
  const inside = fold(`${option.label} ${option.note ?? ''} ${option.value}`);
  return fold(query)
    .split(/\s+/)
    .every((word) => inside.includes(word));
}

function textOf(label: FieldProps['label']): string | undefined {
  return typeof label === 'string' ? label : undefined;
}
