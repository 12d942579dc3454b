import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onSessionLost } from '../api/client.ts';
import { Overlay } from '../shell/overlay.tsx';
import { useWords } from '../words/index.ts';
import { type StaffSession, sessionQuery, useSession } from './session.ts';
import { SignIn } from './sign-in.tsx';

const warnMs = 2 * 60_000;

/** When the session ends: by the clock, or by not being used. Null while it is not known. */
export function endOf(session: StaffSession | undefined): number | null {
  const ends = [session?.endsAt, session?.idleUntil]
    .filter((at) => at)
    .map((at) => Date.parse(at as string))
    .filter((at) => Number.isFinite(at));
  return ends.length > 0 ? Math.min(...ends) : null;
}

/**
 * Warns before the session ends, and asks to sign in again over the page when it has: the page stays
 * as it is, with everything typed in it.
 */
export function SessionWatch() {
  const say = useWords();
  const queries = useQueryClient();
  const session = useSession();
  const [lost, setLost] = useState(false);
  const leftMs = useTimeLeft(endOf(session));
  useEffect(() => onSessionLost(() => setLost(true)), []);
  const ended = lost || (leftMs !== null && leftMs <= 0);
  const warns = !ended && leftMs !== null && leftMs <= warnMs;
  const stay = () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const back = async (id: string) => {
    // Somebody else's page must not be left open to whoever signs in now.
    if (session && id !== session.id) {
      sessionStorage.clear();
      location.reload();
      return;
    }
    setLost(false);
    await queries.invalidateQueries();
  };
  return (
    <>
      <div role="status">
        {warns ? (
          <p className="stale ends-soon">
            {say('session.endsSoon', { minutes: Math.max(1, Math.ceil((leftMs ?? 0) / 60_000)) })}
            <button className="link" type="button" onClick={stay}>
              {say('session.stay')}
            </button>
          </p>
        ) : null}
      </div>
      <Overlay
        open={ended}
        onClose={() => {}}
        canClose={false}
        title={say('session.endedTitle')}
        lead={say('session.endedLead')}
      >
        <div className="overlay-body">
          <SignIn onSignedIn={(id) => void back(id)} />
        </div>
      </Overlay>
    </>
  );
}

function useTimeLeft(endsAt: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return endsAt === null ? null : endsAt - now;
}
