import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, CopyButton } from '../../ui/parts/index.ts';
import { Time } from '../../ui/values/index.ts';
import { problemOf } from '../api/client.ts';
import { ask } from '../api/queries.ts';
import { roleName } from '../session/role-name.ts';
import { useWords } from '../words/index.ts';
import type { StaffChange } from './staff.ts';

const changesQuery = (which: 'open' | 'decided') => ({
  queryKey: ['staff-changes', which],
  queryFn: async () =>
    (
      await ask<{ readonly changes: readonly StaffChange[] }>('GET', '/v1/desk/staff-changes', {
        query: { which },
      })
    ).changes,
  retry: false,
});

const decidedMax = 10;

/** Changes that wait for a second person, and what was decided lately. */
export function Changes({ onStale }: { readonly onStale: (retry: () => void) => void }) {
  const say = useWords();
  const { data: open } = useQuery(changesQuery('open'));
  const { data: decided } = useQuery(changesQuery('decided'));
  const [link, setLink] = useState<string | null>(null);
  const changes = [...(open ?? []), ...(decided ?? []).slice(0, decidedMax)];
  if (changes.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="changes">
      <header>
        <h2 id="changes">{say('staff.changes')}</h2>
      </header>
      {link ? (
        <p className="secret-link pad" role="status">
          {say('staff.joinLink')}
          <br />
          <code>{link}</code> <CopyButton value={link} name={say('staff.link')} />
        </p>
      ) : null}
      <ul className="changes">
        {changes.map((change) => (
          <Change key={change.id} change={change} onStale={onStale} onLink={setLink} />
        ))}
      </ul>
    </section>
  );
}

function Change(props: {
  readonly change: StaffChange;
  readonly onStale: (retry: () => void) => void;
  readonly onLink: (link: string) => void;
}) {
  const say = useWords();
  const { change } = props;
  const { decide, trouble } = useDecision(props);
  const { decision } = change;
  const about = change.staff?.name ?? change.name ?? '';
  const rolesOf = (roles: readonly string[] | null) =>
    (roles ?? []).map((role) => roleName(say, role)).join(say('shell.listJoint'));
  return (
    <li>
      <div>
        <b>{say(`staff.title.${change.kind}`, { name: about })}</b>
        {change.roles ? (
          <span>
            {' '}
            {change.rolesBefore ? `${rolesOf(change.rolesBefore)} → ` : ''}
            {rolesOf(change.roles)}
          </span>
        ) : null}
        <p>{change.reason}</p>
        <small>
          {say('staff.proposedBy', { name: change.proposedBy.name })}{' '}
          <Time at={change.proposedAt} />
          {decision ? (
            <>
              {' · '}
              {say(decision.verdict === 'reject' ? 'staff.rejectedBy' : 'staff.approvedBy', {
                name: decision.by.name,
              })}{' '}
              <Time at={decision.at} />
            </>
          ) : null}
        </small>
        <div role="alert">{trouble ? <p className="trouble">{trouble}</p> : null}</div>
      </div>
      {decision ? null : (
        <span className="row-acts">
          <Button disabledReason={change.why} onClick={() => void decide('approve')}>
            {say('staff.approve')}
          </Button>
          <Button
            kind="danger"
            disabledReason={change.why}
            reason="on-request"
            onClick={() => void decide('reject')}
          >
            {say('staff.reject')}
          </Button>
        </span>
      )}
    </li>
  );
}

function useDecision(props: {
  readonly change: StaffChange;
  readonly onStale: (retry: () => void) => void;
  readonly onLink: (link: string) => void;
}) {
  const say = useWords();
  const queries = useQueryClient();
  const [trouble, setTrouble] = useState<string | null>(null);
  const decide = async (decision: 'approve' | 'reject'): Promise<void> => {
    setTrouble(null);
    try {
      const path = `/v1/desk/staff-changes/${encodeURIComponent(props.change.id)}/decision`;
      const reason = decision === 'reject' ? { reason: say('staff.rejectReason') } : {};
      const answer = await ask<{ readonly invitation: { readonly token: string } | null }>(
        'PUT',
        path,
        { body: { decision, ...reason } },
      );
      if (answer.invitation) {
        props.onLink(`${location.origin}/console/join#${answer.invitation.token}`);
      }
      await queries.invalidateQueries({ queryKey: ['staff-changes'] });
      await queries.invalidateQueries({ queryKey: ['staff'] });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'factor_not_fresh') props.onStale(() => void decide(decision));
      else setTrouble(problem.title);
    }
  };
  return { decide, trouble };
}
