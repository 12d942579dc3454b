import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button, CopyButton } from '../../ui/parts/index.ts';
import { api, problemOf, valueFrom } from '../api/client.ts';
import { Entrance } from '../shell/entrance.tsx';
import { useTitle } from '../shell/use-title.ts';
import { useWords } from '../words/index.ts';

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
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '');
    const login = text('login').trim();
    setBusy(true);
    setTrouble(null);
    try {
      const body = {
        token: props.token,
        login,
        name: text('name').trim(),
        password: text('password'),
      };
      const answer = await valueFrom(api().joinStaff({ body }));
      props.onJoined({ login, secret: answer.oneTimeSecret, uri: answer.oneTimeUri });
    } catch (error) {
      setTrouble(problemOf(error).title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="fields-col sign-in" onSubmit={(event) => void submit(event)}>
      <div role="alert">{trouble ? <p className="trouble">{trouble}</p> : null}</div>
      <label>
        {say('join.name')}
        <input
          name="name"
          autoComplete="name"
          maxLength={80}
          required
          aria-describedby="name-hint"
        />
        <small id="name-hint">{say('join.nameHint')}</small>
      </label>
      <label>
        {say('signIn.login')}
        <input name="login" autoComplete="username" required spellCheck={false} />
      </label>
      <label>
        {say('signIn.password')}
        <input
          name="password"
          type="password"
          autoComplete="new-password"
          required
          aria-describedby="password-hint"
        />
        <small id="password-hint">{say('join.passwordHint')}</small>
      </label>
      <Button kind="primary" type="submit" busy={busy ? say('signIn.busy') : null}>
        {say('join.submit')}
      </Button>
    </form>
  );
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
