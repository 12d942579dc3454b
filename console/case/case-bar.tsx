import { Link, useNavigate } from '@tanstack/react-router';
import { IconButton } from '../../ui/index.ts';
import { BarRight, BarTrail } from '../shell/bar.tsx';
import { initialsOf } from '../shell/initials.ts';
import { useWords, type WordKey } from '../words/index.ts';
import { lastList } from '../worklist/last-list.ts';
import type { Visitor } from './use-case.ts';

/** Where one is: the list, the case, its place in the list, and the ways to its neighbours. */
export function CaseTrail({ number }: { readonly number: string }) {
  const say = useWords();
  const go = useGoAlong();
  const { numbers } = lastList();
  const at = numbers.indexOf(number);
  return (
    <>
      <BarTrail>
        <li className="hide">
          <Link to="/">{say('shell.worklist')}</Link>
        </li>
        <li aria-current="page">{number}</li>
      </BarTrail>
      {at < 0 ? null : (
        <BarRight>
          <span className="pos">
            {say('case.position', { at: at + 1, all: numbers.length })}
            <IconButton
              icon="arrow-up"
              label={say('case.previous')}
              onClick={() => go(number, -1)}
            />
            <IconButton
              icon="arrow-down"
              label={say('case.nextCase')}
              onClick={() => go(number, 1)}
            />
          </span>
        </BarRight>
      )}
    </>
  );
}

/** Goes to the case before or after this one in the list that was last on the screen. */
export function useGoAlong(): (number: string, step: 1 | -1) => void {
  const navigate = useNavigate();
  return (number, step) => {
    const { numbers } = lastList();
    const at = numbers.indexOf(number);
    const next = at < 0 ? undefined : numbers[at + step];
    if (next) void navigate({ to: '/cases/$number', params: { number: next } });
  };
}

const editingWords: Readonly<Record<string, WordKey>> = {
  approve: 'case.here.approve',
  reject: 'case.here.reject',
};

/** Who else has this case open, and what they are writing at. */
export function WhoIsHere({ visitors }: { readonly visitors: readonly Visitor[] }) {
  const say = useWords();
  return (
    <BarRight>
      <span role="status" className="seen-all">
        {visitors.map(({ staff, name, editing }) => (
          <span className="seen" key={staff}>
            <span className="av" aria-hidden="true">
              {initialsOf(name)}
            </span>
            {editing
              ? say(editingWords[editing] ?? 'case.here.editing', { name })
              : say('case.here', { name })}
          </span>
        ))}
      </span>
    </BarRight>
  );
}
