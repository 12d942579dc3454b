import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Skeleton } from '../../ui/parts/index.ts';
import { StatusPill } from '../../ui/status/index.ts';
import { Time } from '../../ui/values/index.ts';
import { problemOf } from '../api/client.ts';
import { ask } from '../api/queries.ts';
import { FreshFactorDialog } from '../session/fresh-factor-dialog.tsx';
import { roleName } from '../session/role-name.ts';
import { useMay, useSession } from '../session/session.ts';
import { PageHead } from '../shell/page-head.tsx';
import { ScrollTable } from '../shell/scroll-table.tsx';
import { useWords } from '../words/index.ts';
import { ChangeDialog, type Wanted } from './change-dialog.tsx';
import { Changes } from './changes.tsx';
import type { StaffMember } from './staff.ts';

const staffQuery = {
  queryKey: ['staff'],
  queryFn: async () =>
    (await ask<{ readonly staff: readonly StaffMember[] }>('GET', '/v1/desk/staff')).staff,
} as const;

/** Who works here and what they may. Every change is proposed by one and decided by another. */
export function StaffPage() {
  const say = useWords();
  const may = useMay();
  const { data, error } = useQuery(staffQuery);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const queries = useQueryClient();
  const [again, setAgain] = useState<(() => void) | null>(null);
  const why = may('staff.propose') ? null : say('staff.onlyAdministrator');
  return (
    <div className="plain">
      <PageHead title={say('shell.staff')} lead={say('staff.lead')}>
        <Button kind="primary" disabledReason={why} onClick={() => setWanted({ kind: 'invite' })}>
          {say('staff.invite')}
        </Button>
      </PageHead>
      {may('staff.inspect') ? <Changes onStale={(retry) => setAgain(() => retry)} /> : null}
      {error ? <p className="trouble">{problemOf(error).title}</p> : null}
      {!data && !error ? <Skeleton lines={5} kind="rows" /> : null}
      {data ? <Members staff={data} why={why} onWant={setWanted} /> : null}
      {wanted ? (
        <ChangeDialog
          wanted={wanted}
          onClose={() => setWanted(null)}
          onDone={() => {
            setWanted(null);
            void queries.invalidateQueries({ queryKey: ['staff'] });
          }}
          onStale={(retry) => setAgain(() => retry)}
        />
      ) : null}
      <FreshFactorDialog
        open={again !== null}
        onClose={() => setAgain(null)}
        onShown={() => {
          again?.();
          setAgain(null);
        }}
      />
    </div>
  );
}

function Members(props: {
  readonly staff: readonly StaffMember[];
  readonly why: string | null;
  readonly onWant: (wanted: Wanted) => void;
}) {
  const say = useWords();
  const session = useSession();
  return (
    <section className="panel" aria-labelledby="members">
      <header>
        <h2 id="members">{say('staff.members')}</h2>
        <span className="n">{say('staff.count', { count: props.staff.length })}</span>
      </header>
      <ScrollTable label={say('staff.members')}>
        <thead>
          <tr>
            <th scope="col">{say('staff.name')}</th>
            <th scope="col">{say('staff.login')}</th>
            <th scope="col">{say('staff.roles')}</th>
            <th scope="col">{say('staff.standing')}</th>
            <th scope="col">{say('staff.since')}</th>
            <th scope="col">{say('staff.change')}</th>
          </tr>
        </thead>
        <tbody>
          {props.staff.map((one) => (
            <tr key={one.id}>
              <td>
                {one.name} {one.id === session?.id ? <small>{say('staff.you')}</small> : null}
              </td>
              <td>{one.account ? <code>{one.account.login}</code> : '—'}</td>
              <td className="wrap">
                {one.roles.map((role) => roleName(say, role)).join(say('shell.listJoint')) || '—'}
              </td>
              <td>
                {one.suspended ? (
                  <StatusPill family="hold">{say('staff.suspended')}</StatusPill>
                ) : (
                  <StatusPill family="done">{say('staff.active')}</StatusPill>
                )}
              </td>
              <td>{one.account ? <Time at={one.account.createdAt} to="date" /> : '—'}</td>
              <td>
                <MemberActs member={one} why={props.why} onWant={props.onWant} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

function MemberActs(props: {
  readonly member: StaffMember;
  readonly why: string | null;
  readonly onWant: (wanted: Wanted) => void;
}) {
  const say = useWords();
  const { member, why } = props;
  const kind = member.suspended ? 'restore' : 'suspend';
  return (
    <span className="row-acts">
      <Button
        kind="quiet"
        disabledReason={why}
        reason="on-request"
        onClick={() => props.onWant({ kind: 'roles', member })}
      >
        {say('staff.changeRoles')}
      </Button>
      <Button
        kind="quiet"
        disabledReason={why}
        reason="on-request"
        onClick={() => props.onWant({ kind, member })}
      >
        {say(kind === 'suspend' ? 'staff.suspend' : 'staff.restore')}
      </Button>
    </span>
  );
}
