import { Address, baseUnitsText, Icon } from '../../ui/index.ts';
import { useWords, type WordKey } from '../words/index.ts';
import { checksum } from './checksum.ts';
import type { Check, Measure } from './measure.ts';

/** The result of one comparison: a tick with its reason, or both values with what differs marked. */
export function CheckMark(props: {
  readonly check: Check;
  readonly measure?: Measure | undefined;
}) {
  const say = useWords();
  const { check, measure } = props;
  if (check.ok) {
    return (
      <span className="ok">
        <Icon name="check" label={say('plan.holds')} />
        <span>{say(okWord(check), factsOf(check, measure))}</span>
      </span>
    );
  }
  return (
    <span className="differs-note" role="alert">
      <Icon name="x" label={say('plan.differs')} />
      <span>
        <b>{say(`plan.differs.${check.code}`)}</b>
        <Values check={check} />
      </span>
    </span>
  );
}

function okWord({ code }: Check): WordKey {
  return `plan.ok.${code}`;
}

function factsOf(check: Check, measure: Measure | undefined): Record<string, string | number> {
  return {
    characters: check.has.length,
    units: /^\d+$/.test(check.has) ? baseUnitsText(check.has) : check.has,
    option: measure?.choice?.option ?? '',
  };
}

/** An address as it is seen elsewhere; anything else as it is. */
function shown(value: string): string {
  return value.startsWith('0x') ? checksum(value) : value;
}

/** Both values, each whole: the reader sees where they part. */
function Values({ check }: { readonly check: Check }) {
  const say = useWords();
  const { has, wants } = check;
  const isAddress = /^0x[0-9a-f]{40}$/i.test(has) && /^0x[0-9a-f]{40}$/i.test(wants);
  const isDigest = /^[0-9a-f]{64}$/.test(has) && /^[0-9a-f]{64}$/.test(wants);
  if (has === '' && wants === '') return null;
  return (
    <span className="two-values">
      <span>
        {say('plan.has')}{' '}
        {isAddress || isDigest ? (
          <Address value={shown(has)} differsFrom={shown(wants)} />
        ) : (
          <code>{has || '—'}</code>
        )}
      </span>
      <span>
        {say('plan.wants')}{' '}
        {isAddress || isDigest ? (
          <Address value={shown(wants)} differsFrom={shown(has)} />
        ) : (
          <code>{wants || '—'}</code>
        )}
      </span>
    </span>
  );
}
