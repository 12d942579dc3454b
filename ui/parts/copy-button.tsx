import { shortOf } from '../format/index.ts';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';
import { Icon } from './icon.tsx';

/**
 * Copies `value` as it is. What was copied is confirmed by its middle, which nobody forges. The act
 * itself is done by `startCopying`, once for the whole page.
 */
export function CopyButton(props: {
  readonly value: string;
  /** What it is: `受付番号`. */
  readonly name: string;
}) {
  const { language } = useReading();
  const short = shortOf(props.value);
  const label = ownWord('copy', language, props.name);
  const told = short ? `…${short.middle}…` : props.value;
  return (
    <button
      type="button"
      className="icon-btn copy"
      aria-label={label}
      title={label}
      data-copy={props.value}
      data-copied={ownWord('copied', language, told)}
    >
      <Icon name="copy" />
    </button>
  );
}
