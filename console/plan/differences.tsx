import { Icon } from '../../ui/index.ts';
import { useWords } from '../words/index.ts';
import { CheckMark } from './check-mark.tsx';
import type { CheckedPlan } from './measure.ts';

/** Everything in which plan, words, digest and case disagree, on top: with it nothing is signed. */
export function Differences({ checked }: { readonly checked: CheckedPlan }) {
  const say = useWords();
  if (checked.sound) return null;
  return (
    <section className="differences" role="alert" aria-labelledby="differences">
      <h3 id="differences">
        <Icon name="octagon-x" />
        {say('plan.refused')}
      </h3>
      {checked.read ? (
        checked.checks
          .filter(({ ok }) => !ok)
          .map((check) => <CheckMark key={`${check.code} ${check.line}`} check={check} />)
      ) : (
        <p>{say('plan.unreadable', { field: checked.field })}</p>
      )}
      <p>{say('plan.refused.next')}</p>
    </section>
  );
}
