import { Link, useRouter } from '@tanstack/react-router';
import { problemOf } from '../api/client.ts';
import { useWords } from '../words/index.ts';
import { useTitle } from './use-title.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const say = useWords();
  useTitle(say('shell.notFound'));
  return (
    <main className="trouble-page">
      <h1>{say('shell.notFound')}</h1>
      <p>{say('shell.notFoundLead')}</p>
      <p>
        <Link className="btn btn-secondary" to="/">
          {say('shell.toWorklist')}
        </Link>
      </p>
    </main>
  );
}

/** The same where the frame itself could not be shown, as when nobody could be asked who is there. */
export function WholeTroublePage({ error }: { readonly error: unknown }) {
  return (
    <main>
      <TroublePage error={error} />
    </main>
  );
}

/** A page that could not be shown: ours to mend, nothing is lost, and a way on. */
export function TroublePage({ error }: { readonly error: unknown }) {
  const say = useWords();
  const router = useRouter();
  const problem = problemOf(error);
  return (
    <div className="trouble-page" role="alert">
      <h1>{say('shell.failed')}</h1>
      <p>{say('shell.failedLead')}</p>
      <p className="dim">
        {problem.title} <code>{problem.code}</code>
      </p>
      <p>
        <button
          className="btn btn-secondary"
          type="button"
          onClick={() => void router.invalidate()}
        >
          {say('shell.again')}
        </button>
      </p>
    </div>
  );
}
