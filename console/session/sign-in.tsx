import { startAuthentication } from '@simplewebauthn/browser';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api, problemOf, valueFrom } from '../api/client.ts';
import { ask } from '../api/queries.ts';
import { type DemoStaff, demoQuery } from '../shell/demo.ts';
import { useWords } from '../words/index.ts';
import { isGivenUp } from './given-up.ts';
import { roleName } from './role-name.ts';
import { sessionQuery } from './session.ts';

type Way = 'passkey' | 'password' | string;

/** The ways in: passkey, or password and one-time code; in the demo, as one of its staff. */
export function SignIn({ onSignedIn }: { readonly onSignedIn: (id: string) => void }) {
  const say = useWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<Way | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const enter = async (way: Way, open: () => Promise<unknown>) => {
    setBusy(way);
    setTrouble(null);
    try {
      await open();
      const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
      onSignedIn(session.id);
    } catch (error) {
      setTrouble(isGivenUp(error) ? say('signIn.passkeyGivenUp') : problemOf(error).title);
      void queries.invalidateQueries({ queryKey: demoQuery.queryKey });
    } finally {
      setBusy(null);
    }
  };

  return (
    <div className="sign-in">
      <div role="alert">{trouble ? <p className="trouble">{trouble}</p> : null}</div>
      <DemoDoors
        busy={busy}
        onEnter={({ login, password, code }) =>
          void enter(login, () =>
            valueFrom(api().openStaffSession({ body: { login, password, code } })),
          )
        }
      />
      <div className="own-ways">
        <button
          className="btn btn-primary"
          type="button"
          aria-disabled={busy !== null}
          onClick={() => busy === null && void enter('passkey', openByPasskey)}
        >
          <Fingerprint className="icon" aria-hidden="true" />
          {busy === 'passkey' ? say('signIn.passkeyBusy') : say('signIn.passkey')}
        </button>
        <p className="or">{say('signIn.or')}</p>
        <PasswordForm
          busy={busy === 'password'}
          onSubmit={(body) =>
            void enter('password', () => valueFrom(api().openStaffSession({ body })))
          }
        />
      </div>
    </div>
  );
}

async function openByPasskey(): Promise<void> {
  const asked = await ask<{ readonly id: string; readonly challenge: object }>(
    'POST',
    '/v1/desk/sessions/passkey-challenges',
    { body: {} },
  );
  const credential = await startAuthentication({
    optionsJSON: asked.challenge as Parameters<typeof startAuthentication>[0]['optionsJSON'],
  });
  await ask('POST', '/v1/desk/sessions/passkey', { body: { id: asked.id, credential } });
}

interface Typed {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

function PasswordForm(props: {
  readonly busy: boolean;
  readonly onSubmit: (typed: Typed) => void;
}) {
  const say = useWords();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (props.busy) return;
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '');
    props.onSubmit({
      login: text('login').trim(),
      password: text('password'),
      // One-time codes are typed from a phone: full-width digits and gaps are no mistake.
      code: text('code').normalize('NFKC').replace(/\s/g, ''),
    });
  };
  return (
    <form className="fields-col" onSubmit={submit}>
      <label>
        {say('signIn.login')}
        <input name="login" autoComplete="username webauthn" required spellCheck={false} />
      </label>
      <label>
        {say('signIn.password')}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <label>
        {say('signIn.code')}
        <small id="code-hint">{say('signIn.codeHint')}</small>
        <input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-describedby="code-hint"
          required
        />
      </label>
      <button className="btn btn-secondary" type="submit" aria-disabled={props.busy}>
        {props.busy ? say('signIn.busy') : say('signIn.submit')}
      </button>
    </form>
  );
}

function DemoDoors(props: {
  readonly busy: Way | null;
  readonly onEnter: (who: DemoStaff) => void;
}) {
  const say = useWords();
  const queries = useQueryClient();
  const { data: staff } = useQuery(demoQuery);
  if (!staff) return null;
  const enter = async (login: string) => {
    // The code on the page may have passed meanwhile.
    const fresh = await queries.fetchQuery({ ...demoQuery, staleTime: 0 });
    const who = fresh?.find((one) => one.login === login);
    if (who) props.onEnter(who);
  };
  return (
    <section className="demo-doors" aria-labelledby="demo-doors">
      <h2 id="demo-doors">{say('signIn.demoTitle')}</h2>
      <p>{say('signIn.demoLead')}</p>
      <ul>
        {staff.map((who) => (
          <li key={who.login}>
            <button
              className="door"
              type="button"
              aria-disabled={props.busy !== null}
              onClick={() => props.busy === null && void enter(who.login)}
            >
              <b>{say('signIn.as', { name: who.name })}</b>
              <span>
                {who.roles.map((role) => roleName(say, role)).join(say('shell.listJoint'))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
