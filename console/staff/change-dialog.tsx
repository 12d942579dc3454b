import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/parts/index.ts';
import { problemOf } from '../api/client.ts';
import { ask } from '../api/queries.ts';
import { roleName, roles } from '../session/role-name.ts';
import { Overlay } from '../shell/overlay.tsx';
import { toast } from '../toasts/toasts.tsx';
import { useWords } from '../words/index.ts';
import type { StaffChangeKind, StaffMember } from './staff.ts';

/** The change that somebody is about to propose. */
export interface Wanted {
  readonly kind: StaffChangeKind;
  readonly member?: StaffMember;
}

/** Proposes a change; another administrator decides it. */
export function ChangeDialog(props: {
  readonly wanted: Wanted;
  readonly onClose: () => void;
  readonly onDone: () => void;
  /** The act needs a fresh factor first; it is then tried again. */
  readonly onStale: (retry: () => void) => void;
}) {
  const say = useWords();
  const queries = useQueryClient();
  const { kind, member } = props.wanted;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async (body: object) => {
    setBusy(true);
    setTrouble(null);
    try {
      await ask('POST', '/v1/desk/staff-changes', { body });
      await queries.invalidateQueries({ queryKey: ['staff-changes'] });
      toast({ text: say('staff.proposed') });
      props.onDone();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'factor_not_fresh') props.onStale(() => void send(body));
      else setTrouble(problem.title);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const chosen = data.getAll('roles').map(String);
    if (asksRoles(kind) && chosen.length === 0) return setTrouble(say('staff.chooseRole'));
    void send({
      kind,
      ...(member ? { staff: member.id } : { name: String(data.get('name') ?? '').trim() }),
      ...(asksRoles(kind) ? { roles: chosen } : {}),
      reason: String(data.get('reason') ?? '').trim(),
    });
  };
  const title = say(`staff.title.${kind}`, { name: member?.name ?? '' });
  return (
    <Overlay open onClose={props.onClose} title={title} lead={say('staff.twoPeople')}>
      <form className="overlay-body fields-col" onSubmit={submit}>
        <div role="alert">{trouble ? <p className="trouble">{trouble}</p> : null}</div>
        {kind === 'invite' ? (
          <label>
            {say('staff.name')}
            <input name="name" maxLength={80} required autoComplete="off" />
          </label>
        ) : null}
        {asksRoles(kind) ? <Roles held={member?.roles ?? []} /> : null}
        <label>
          {say('staff.reason')}
          <textarea name="reason" rows={3} maxLength={1000} required />
        </label>
        <Button kind="primary" type="submit" busy={busy ? say('staff.sending') : null}>
          {say('staff.propose')}
        </Button>
      </form>
    </Overlay>
  );
}

function asksRoles(kind: StaffChangeKind): boolean {
  return kind === 'invite' || kind === 'roles';
}

function Roles({ held }: { readonly held: readonly string[] }) {
  const say = useWords();
  return (
    <fieldset className="role-boxes">
      <legend>{say('staff.roles')}</legend>
      {roles.map((role) => (
        <label key={role}>
          <input type="checkbox" name="roles" value={role} defaultChecked={held.includes(role)} />
          {roleName(say, role)}
        </label>
      ))}
    </fieldset>
  );
}
