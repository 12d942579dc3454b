import { Link } from '@tanstack/react-router';
import { Amount, Fiat, Time } from '../../ui/values/index.ts';
import type { WorklistRow } from '../api/shapes.ts';
import { useWords } from '../words/index.ts';
import { RowPill } from './row-pill.tsx';

/** The case one is on, beside the list, where the screen is wide enough. */
export function Preview({ row }: { readonly row: WorklistRow }) {
  const say = useWords();
  return (
    <aside className="preview panel" aria-label={say('worklist.preview')}>
      <header>
        <h2>{row.number}</h2>
        <span className="n">
          <RowPill row={row} />
        </span>
      </header>
      <div className="pad">
        <p className="say-what">{row.what}</p>
        <dl className="kv">
          <dt>{say('worklist.next')}</dt>
          <dd>
            {row.next.label}
            {row.next.why ? <small className="dim">{row.next.why}</small> : null}
          </dd>
          <dt>{say('worklist.value')}</dt>
          <dd>
            {row.amount ? <Amount value={row.amount} digits="all" /> : '—'}
            {row.worth ? (
              <small className="dim">
                <Fiat value={row.worth} />
              </small>
            ) : null}
          </dd>
          <dt>{say('worklist.network')}</dt>
          <dd>{row.network ?? '—'}</dd>
          <dt>{say('worklist.due')}</dt>
          <dd>{row.dueAt ? <Time at={row.dueAt} relative /> : say('worklist.noDue')}</dd>
          <dt>{say('worklist.updated')}</dt>
          <dd>
            <Time at={row.updatedAt} relative />
          </dd>
          <dt>{say('worklist.customer')}</dt>
          <dd>{row.customer}</dd>
          <dt>{say('worklist.owner')}</dt>
          <dd>{row.ownerName ?? say('worklist.noOwner')}</dd>
        </dl>
        {row.siblings > 0 ? (
          <p className="rule">{say('worklist.siblings', { count: row.siblings })}</p>
        ) : null}
        <Link className="btn btn-secondary" to="/cases/$number" params={{ number: row.number }}>
          {say('worklist.open')}
        </Link>
      </div>
    </aside>
  );
}
