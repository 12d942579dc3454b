import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';
import { classNames } from './button.tsx';
import { Icon } from './icon.tsx';

/** What every field has around its control. */
export interface FieldProps {
  readonly label: ReactNode;
  /** One sentence, before the control. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it: the same words as in the summary. */
  readonly error?: string | null | undefined;
  /** Said in a word, never by an asterisk. Left out where every field of a form is needed. */
  readonly need?: 'required' | 'optional';
}

/** What the control of a field must carry. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label above, a hint, the control, and what is wrong with it. */
export function Field(
  props: FieldProps & {
    readonly id?: string;
    readonly children: (control: ControlProps) => ReactNode;
  },
) {
  const { label, hint, error, need, children } = props;
  const { language } = useReading();
  const made = useId();
  const id = props.id ?? made;
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return (
    <div className={classNames('field', error && 'wrong')}>
      <label htmlFor={id}>
        {label}
        {need && <Need need={need} />}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="circle-alert" />
          <span>
            <span className="vh">{ownWord('errorPrefix', language)}</span>
            {error}
          </span>
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
}

/** 必須 or 任意, as a word. */
export function Need({ need }: { readonly need: 'required' | 'optional' }) {
  const { language } = useReading();
  return <span className={`need ${need}`}>{ownWord(need, language)}</span>;
}

type Native<Element extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<Element>,
  'placeholder' | 'id' | 'children'
>;

/** One line. A label is text, never a placeholder: the type has none. */
export function TextInput(
  props: Native<'input'> &
    FieldProps & {
      /** The name by default, so that the summary of errors can lead here. */
      readonly id?: string;
      readonly placeholder?: never;
      /** A word beside it: the unit, or `@`. */
      readonly unit?: string;
    },
) {
  const { label, hint, error, need, id, unit, className, ...native } = props;
  const around = fieldOf({ label, hint, error, need, id: id ?? native.name });
  return (
    <Field {...around}>
      {(control) => {
        const input = (
          <input
            {...native}
            {...control}
            type={native.type ?? 'text'}
            className={classNames('input', className)}
          />
        );
        if (!unit) return input;
        return (
          <span className="input-unit">
            {input}
            <span className="unit">{unit}</span>
          </span>
        );
      }}
    </Field>
  );
}

/** Several lines. */
export function Textarea(
  props: Native<'textarea'> & FieldProps & { readonly id?: string; readonly placeholder?: never },
) {
  const { label, hint, error, need, id, className, rows = 4, ...native } = props;
  const around = fieldOf({ label, hint, error, need, id: id ?? native.name });
  return (
    <Field {...around}>
      {(control) => (
        <textarea
          {...native}
          {...control}
          rows={rows}
          className={classNames('input', 'area', className)}
        />
      )}
    </Field>
  );
}

/** The browser's own list, for few and well-known things. */
export function Select(
  props: Native<'select'> &
    FieldProps & {
      readonly id?: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    },
) {
  const { label, hint, error, need, id, className, options, ...native } = props;
  const around = fieldOf({ label, hint, error, need, id: id ?? native.name });
  return (
    <Field {...around}>
      {(control) => (
        <span className="select">
          <select {...native} {...control} className={classNames('input', className)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" />
        </span>
      )}
    </Field>
  );
}

/** A box to tick; the whole line is the target. */
export function Checkbox(
  props: Omit<Native<'input'>, 'type'> & { readonly label: ReactNode; readonly hint?: ReactNode },
) {
  const { label, hint, className, ...native } = props;
  return (
    <label className={classNames('tick', className)}>
      <input {...native} type="checkbox" />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}

/** Leaves out what is undefined: the strict types tell "not given" from "given as nothing". */
function fieldOf(props: {
  readonly label: ReactNode;
  readonly hint: ReactNode;
  readonly error: string | null | undefined;
  readonly need: 'required' | 'optional' | undefined;
  readonly id: string | undefined;
}): FieldProps & { readonly id?: string } {
  const { label, hint, error, need, id } = props;
  return { label, hint, error, ...(need ? { need } : {}), ...(id ? { id } : {}) };
}

/** All that is wrong with a form, on top of it, each leading to its field. Takes the focus. */
export function ErrorSummary(props: {
  readonly title?: string;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
}) {
  const { language } = useReading();
  const id = useId();
  if (props.errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" aria-labelledby={id} tabIndex={-1} data-take-focus>
      <h2 id={id}>
        <Icon name="circle-alert" />
        {props.title ?? ownWord('errorsTitle', language)}
      </h2>
      <ul>
        {props.errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
