import { startRegistration } from '@simplewebauthn/browser';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button, CopyButton, Skeleton } from '../../ui/parts/index.ts';
import { api, problemOf, valueFrom } from '../api/client.ts';
import { Entrance } from '../shell/entrance.tsx';
import { useTitle } from '../shell/use-title.ts';
import { useWords } from '../words/index.ts';
import { isGivenUp } from './given-up.ts';
import { roleName } from './role-name.ts';

interface Joined {
  readonly login: string;
  readonly secret: string;
  readonly uri: string;
}

/** The token stands behind the `#`, which browsers send to nobody. It leaves the address at once. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(null, '', location.pathname);
  return token;
}

let token: string | null = null;

/** Where somebody invited becomes staff: a login, a password, and a device for one-time codes. */
export function JoinPage() {
  const say = useWords();
  const [joined, setJoined] = useState<Joined | null>(null);
  const title = say(joined ? 'join.codeTitle' : 'join.title');
  useTitle(title);
  token ??= takeToken();
  if (!token) {
    return (
      <Entrance title={say('join.noToken')} lead={say('join.noTokenLead')}>
        {null}
      </Entrance>
    );
  }
  return (
    <Entrance title={title} lead={say(joined ? 'join.codeLead' : 'join.lead')}>
      {joined ? <OneTimeSetUp joined={joined} /> : <Form token={token} onJoined={setJoined} />}
    </Entrance>
  );
}

function Form(props: { readonly token: string; readonly onJoined: (joined: Joined) => void }) {
  const say = useWords();
  const navigate = useNavigate();
  const { data: invitation, error } = useQuery({
    queryKey: ['invitation'],
    queryFn: () => valueFrom(api().readInvitation({ body: { token: props.token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { busy, trouble, join } = useJoining(props, () => void navigate({ to: '/' }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const way = submitter?.getAttribute('value') === 'password' ? 'password' : 'passkey';
    void join(way, new FormData(event.currentTarget));
  };
  if (error) return <p className="trouble">{problemOf(error).title}</p>;
  if (!invitation) return <Skeleton lines={4} />;
  return (
    <form className="fields-col sign-in" onSubmit={submit}>
      <p>
        {say('join.roles', {
          roles: invitation.roles.map((role) => roleName(say, role)).join(say('shell.listJoint')),
        })}
      </p>
      <div role="alert">{trouble ? <p className="trouble">{trouble}</p> : null}</div>
      <label>
        {say('join.name')}
        <small id="name-hint">{say('join.nameHint')}</small>
        <input
          name="name"
          autoComplete="name"
          maxLength={80}
          required
          defaultValue={invitation.name ?? ''}
          aria-describedby="name-hint"
        />
      </label>
      <label>
        {say('signIn.login')}
        <small id="login-hint">{say('join.loginHint')}</small>
        <input
          name="login"
          autoComplete="username"
          required
          spellCheck={false}
          aria-describedby="login-hint"
        />
      </label>
      <Button
        kind="primary"
        type="submit"
        value="passkey"
        icon="fingerprint"
        busy={busy === 'passkey' ? say('signIn.passkeyBusy') : null}
      >
        {say('join.byPasskey')}
      </Button>
      <p className="or">{say('signIn.or')}</p>
      <label>
        {say('signIn.password')}
        <small id="password-hint">{say('join.passwordHint')}</small>
        <input
          name="password"
          type="password"
          autoComplete="new-password"
          aria-describedby="password-hint"
        />
      </label>
      <Button type="submit" value="password" busy={busy === 'password' ? say('signIn.busy') : null}>
        {say('join.submit')}
      </Button>
    </form>
  );
}

function useJoining(
  props: { readonly token: string; readonly onJoined: (joined: Joined) => void },
  onSignedIn: () => void,
) {
  const say = useWords();
  const [busy, setBusy] = useState<'passkey' | 'password' | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const join = async (way: 'passkey' | 'password', data: FormData) => {
    if (busy) return;
    const text = (name: string) => String(data.get(name) ?? '');
    const who = { token: props.token, login: text('login').trim(), name: text('name').trim() };
    setBusy(way);
    setTrouble(null);
    try {
      if (way === 'passkey') {
        await joinByPasskey(who, say('join.firstPasskey'));
        onSignedIn();
      } else {
        const body = { ...who, password: text('password') };
        const answer = await valueFrom(api().joinStaff({ body }));
        const { oneTimeSecret: secret, oneTimeUri: uri } = answer;
        props.onJoined({ login: who.login, secret, uri });
      }
    } catch (error) {
      setTrouble(isGivenUp(error) ? say('passkeys.givenUp') : problemOf(error).title);
    } finally {
      setBusy(null);
    }
  };
  return { busy, trouble, join };
}

interface Newcomer {
  readonly token: string;
  readonly login: string;
  readonly name: string;
}

async function joinByPasskey(who: Newcomer, label: string): Promise<void> {
  const asked = await valueFrom(api().challengeJoiningPasskey({ body: who }));
  const made = await startRegistration({
    optionsJSON: asked.challenge as unknown as Parameters<
      typeof startRegistration
    >[0]['optionsJSON'],
  });
  const body = { ...who, id: asked.id, label, credential: made as never };
  await valueFrom(api().joinStaffByPasskey({ body }));
}

/** The secret is shown this once. A passkey can be added after the first log-in. */
function OneTimeSetUp({ joined }: { readonly joined: Joined }) {
  const say = useWords();
  const navigate = useNavigate();
  const groups = joined.secret.match(/.{1,4}/g) ?? [];
  return (
    <div className="sign-in">
      <p>{say('join.secretLead')}</p>
      <p className="secret" translate="no">
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place.
          <span key={at}>{group}</span>
        ))}
      </p>
      <p>
        <CopyButton value={joined.secret} name={say('join.secret')} />
      </p>
      <p>
        <a className="btn btn-secondary" href={joined.uri}>
          {say('join.openApp')}
        </a>
      </p>
      <p className="quiet">{say('join.passkeyLater')}</p>
      <Button kind="primary" onClick={() => void navigate({ to: '/login' })}>
        {say('join.toLogin', { login: joined.login })}
      </Button>
    </div>
  );
}
