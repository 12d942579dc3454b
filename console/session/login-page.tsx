import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Entrance } from '../shell/entrance.tsx';
import { useWords } from '../words/index.ts';
import { SignIn } from './sign-in.tsx';

/** Where staff come in. Afterwards they are where they wanted to go. */
export function LoginPage() {
  const say = useWords();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/login' });
  const title = say('signIn.title');
  useEffect(() => {
    document.title = `${title} · Kaeru`;
  }, [title]);
  return (
    <Entrance title={title}>
      <SignIn onSignedIn={() => void navigate({ href: ownPath(to), replace: true })} />
    </Entrance>
  );
}

/** Only a path of the console itself is gone to: anything else in a link may be a trap. */
export function ownPath(to: string | undefined): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}
