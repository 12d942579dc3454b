import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** One of the things that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly title: ReactNode;
  /** What it means, in a sentence or two. */
  readonly text?: ReactNode;
  /** Fee, date and the like, in a row. */
  readonly tags?: readonly { readonly label: string; readonly value: ReactNode }[];
  /** Why it can't be chosen. The card stays, with its reason. */
  readonly disabledReason?: string | null | undefined;
}

/** Choices as cards of equal size: the whole card is the target, the free one as large as the paid. */
export function ChoiceCards(props: {
  readonly legend: ReactNode;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen?: string | null;
  /** Several may be chosen. */
  readonly several?: boolean;
  readonly onChoose?: (value: string) => void;
}) {
  const { legend, name, choices, chosen = null, several = false, onChoose } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="choices">
        {choices.map((choice) => (
          <ChoiceCard
            key={choice.value}
            choice={choice}
            name={name}
            type={several ? 'checkbox' : 'radio'}
            chosen={choice.value === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One card. */
export function ChoiceCard(props: {
  readonly choice: Choice;
  readonly name: string;
  readonly type?: 'radio' | 'checkbox';
  readonly chosen?: boolean;
  readonly onChoose?: ((value: string) => void) | undefined;
}) {
  const { choice, name, type = 'radio', chosen = false, onChoose } = props;
  if (choice.disabledReason) {
    return (
      <div className="choice off">
        <Icon name="ban" />
        <ChoiceText choice={choice} />
        <p className="why">{choice.disabledReason}</p>
      </div>
    );
  }
  return (
    <label className="choice">
      <input
        type={type}
        name={name}
        value={choice.value}
        {...(onChoose
          ? { checked: chosen, onChange: () => onChoose(choice.value) }
          : { defaultChecked: chosen })}
      />
      <ChoiceText choice={choice} />
    </label>
  );
}

function ChoiceText({ choice }: { readonly choice: Choice }) {
  return (
    <>
      <b>{choice.title}</b>
      {choice.text && <p>{choice.text}</p>}
      {choice.tags && choice.tags.length > 0 && (
        <div className="tags">
          {choice.tags.map((tag) => (
            <span key={tag.label}>
              {tag.label}
              <b>{tag.value}</b>
            </span>
          ))}
        </div>
      )}
    </>
  );
}
