import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, CopyButton } from '../../ui/parts/index.ts';
import { Time } from '../../ui/values/index.ts';
import { problemOf } from '../api/client.ts';
import { ask } from '../api/queries.ts';
import { roleName } from '../session/role-name.ts';
import { useSession } from '../session/session.ts';
import { useWords } from '../words/index.ts';
import type { StaffChange, StaffMember } from './staff.ts';

const changesQuery = {
  queryKey: ['staff-changes'],
  queryFn: async () =>
    (await ask<{ readonly changes: readonly StaffChange[] }>('GET', '/v1/desk/staff-changes'))
      .changes,
  retry: false,
} as const;

/** Changes that wait for a second person, and what was decided lately. */
export function Changes(props: {
  readonly staff: readonly StaffMember[];
  readonly onStale: (retry: () => void) => void;
}) {
  const say = useWords();
  const { data } = useQuery(changesQuery);
  if (!data || data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="changes">
      <header>
        <h2 id="changes">{say('staff.changes')}</h2>
      </header>
      <ul className="changes">
        {data.map((change) => (
          <Change key={change.id} change={change} staff={props.staff} onStale={props.onStale} />
        ))}
      </ul>
    </section>
  );
}

function Change(props: {
  readonly change: StaffChange;
  readonly staff: readonly StaffMember[];
  readonly onStale: (retry: () => void) => void;
}) {
  const say = useWords();
  const session = useSession();
  const queries = useQueryClient();
  const { change, staff } = props;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const nameOf = (who: StaffChange['decidedBy']) =>
    typeof who === 'string' ? (staff.find(({ id }) => id === who)?.name ?? who) : (who?.name ?? '');
  const idOf = (who: StaffChange['proposedBy']) => (typeof who === 'string' ? who : who.id);
  const about = change.name ?? nameOf(change.staff);
  const isOpen = change.decidedAt === null;
  const own = idOf(change.proposedBy) === session?.id;
  const decide = async (decision: 'approve' | 'reject') => {
    setTrouble(null);
    try {
      const path = `/v1/desk/staff-changes/${encodeURIComponent(change.id)}/decision`;
      const answer = await ask<{ readonly token?: string | null }>('PUT', path, {
        body: { decision },
      });
      if (answer.token) setLink(`${location.origin}/console/join#${answer.token}`);
      await queries.invalidateQueries({ queryKey: ['staff-changes'] });
      await queries.invalidateQueries({ queryKey: ['staff'] });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'factor_not_fresh') props.onStale(() => void decide(decision));
      else setTrouble(problem.title);
    }
  };
  const why = change.why ?? (own ? say('staff.ownProposal') : null);
  return (
    <li>
      <div>
        <b>{say(`staff.title.${change.kind}`, { name: about })}</b>
        {change.roles?.length ? (
          <span>
            {' '}
            {change.roles.map((role) => roleName(say, role)).join(say('shell.listJoint'))}
          </span>
        ) : null}
        <p>{change.reason}</p>
        <small>
          {say('staff.proposedBy', { name: nameOf(change.proposedBy) })}{' '}
          <Time at={change.proposedAt} />
          {change.decidedAt ? (
            <>
              {' · '}
              {say(change.state === 'rejected' ? 'staff.rejectedBy' : 'staff.approvedBy', {
                name: nameOf(change.decidedBy),
              })}{' '}
              <Time at={change.decidedAt} />
            </>
          ) : null}
        </small>
        {trouble ? <p className="trouble">{trouble}</p> : null}
        {link ? (
          <p className="secret-link">
            {say('staff.joinLink')} <code>{link}</code>{' '}
            <CopyButton value={link} name={say('staff.link')} />
          </p>
        ) : null}
      </div>
      {isOpen ? (
        <span className="row-acts">
          <Button disabledReason={why} onClick={() => void decide('approve')}>
            {say('staff.approve')}
          </Button>
          <Button kind="danger" onClick={() => void decide('reject')}>
            {say('staff.reject')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}
