import { OTPField } from '@base-ui/react/otp-field';
import { Field, type FieldProps } from '../parts/field.tsx';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';

/** A one-time code: pasting works, the keyboard is of digits, no clock ticks in the face. */
export function Otp(
  props: FieldProps & {
    readonly name: string;
    readonly length?: number;
    readonly value: string;
    readonly onValue: (value: string) => void;
    readonly onComplete?: (value: string) => void;
  },
) {
  const { name, length = 6, value, onValue, onComplete, ...around } = props;
  const { language } = useReading();
  return (
    <Field {...around} id={name}>
      {(control) => (
        <OTPField.Root
          id={control.id}
          aria-describedby={control['aria-describedby']}
          className="otp"
          name={name}
          length={length}
          value={value}
          onValueChange={(next) => onValue(next)}
          onValueComplete={(done) => onComplete?.(done)}
        >
          {Array.from({ length }, (_, at) => (
            <OTPField.Input
              // biome-ignore lint/suspicious/noArrayIndexKey: a digit is its place.
              key={at}
              className="input"
              aria-label={at === 0 ? undefined : ownWord('digit', language, String(at + 1))}
              aria-invalid={control['aria-invalid']}
            />
          ))}
        </OTPField.Root>
      )}
    </Field>
  );
}
