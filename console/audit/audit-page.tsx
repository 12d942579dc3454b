import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { Button, Empty, Icon, Skeleton } from '../../ui/parts/index.ts';
import { Hash, Time } from '../../ui/values/index.ts';
import { api, problemOf, valueFrom } from '../api/client.ts';
import { ask } from '../api/queries.ts';
import { useMay } from '../session/session.ts';
import { PageHead } from '../shell/page-head.tsx';
import { ScrollTable } from '../shell/scroll-table.tsx';
import { useWords } from '../words/index.ts';
import type { AuditEntry } from './audit.ts';

/** Who did what, and whether the record is still as it was written. */
export function AuditPage() {
  const say = useWords();
  const may = useMay();
  return (
    <div className="plain">
      <PageHead title={say('shell.audit')} lead={say('audit.lead')} />
      {may('audit.verify') ? <Verification /> : null}
      {may('audit.read') ? <Entries /> : null}
    </div>
  );
}

function Verification() {
  const say = useWords();
  const verify = useMutation({ mutationFn: () => valueFrom(api().verifyAudit()) });
  const found = verify.data;
  return (
    <section className="panel" aria-labelledby="verification">
      <header>
        <h2 id="verification">{say('audit.verify')}</h2>
      </header>
      <div className="pad verification">
        <Button
          busy={verify.isPending ? say('audit.verifying') : null}
          onClick={() => verify.mutate()}
        >
          {say('audit.verify')}
        </Button>
        <div role="status">
          {verify.error ? <p className="trouble">{problemOf(verify.error).title}</p> : null}
          {found ? (
            <div className={found.ok ? 'verdict is-done' : 'verdict is-stop'}>
              <Icon name={found.ok ? 'circle-check' : 'octagon-x'} />
              <div>
                <b>
                  {found.ok
                    ? say('audit.okPlain')
                    : say('audit.bad', { count: found.findingsTotal })}
                </b>
                <p>{say('audit.links', { text: found.links })}</p>
                <p>{say('audit.heads', { text: found.heads })}</p>
                {found.findings.slice(0, 20).map((finding) => (
                  <p key={JSON.stringify(finding)}>
                    <code>{JSON.stringify(finding)}</code>
                  </p>
                ))}
              </div>
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
}

interface Filter {
  readonly case?: string;
  readonly actor?: string;
}

function Entries() {
  const say = useWords();
  const filter = useSearch({ from: '/desk/audit' });
  const entries = useEntries(filter);
  const rows = entries.data?.pages.flatMap((page) => page.entries);
  return (
    <section className="panel" aria-labelledby="entries">
      <header>
        <h2 id="entries">{say('audit.entries')}</h2>
      </header>
      <FilterForm key={JSON.stringify(filter)} filter={filter} />
      {entries.error ? <p className="trouble">{problemOf(entries.error).title}</p> : null}
      {!rows && !entries.error ? <Skeleton lines={8} kind="rows" /> : null}
      {rows?.length === 0 ? <Empty title={say('audit.none')} icon="scroll" /> : null}
      {rows && rows.length > 0 ? <EntryTable rows={rows} /> : null}
      {entries.hasNextPage ? (
        <p className="pad">
          <Button
            busy={entries.isFetchingNextPage ? say('shell.loading') : null}
            onClick={() => void entries.fetchNextPage()}
          >
            {say('audit.more')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function useEntries(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      ask<{ readonly entries: readonly AuditEntry[]; readonly cursor: string | null }>(
        'GET',
        '/v1/desk/audit/entries',
        { query: { case: filter.case, actor: filter.actor, cursor: pageParam } },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor ?? undefined,
  });
}

function FilterForm({ filter }: { readonly filter: Filter }) {
  const say = useWords();
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const [number, actor] = [text('case'), text('actor')];
    void navigate({
      to: '/audit',
      search: { ...(number ? { case: number } : {}), ...(actor ? { actor } : {}) },
    });
  };
  return (
    <form className="pad fields-row" onSubmit={submit}>
      <label>
        {say('audit.case')}
        <input name="case" defaultValue={filter.case} maxLength={60} spellCheck={false} />
      </label>
      <label>
        {say('audit.actor')}
        <input name="actor" defaultValue={filter.actor} maxLength={100} spellCheck={false} />
      </label>
      <Button type="submit" icon="filter">
        {say('audit.filter')}
      </Button>
    </form>
  );
}

function EntryTable({ rows }: { readonly rows: readonly AuditEntry[] }) {
  const say = useWords();
  return (
    <ScrollTable label={say('audit.entries')}>
      <thead>
        <tr>
          <th scope="col" className="r">
            {say('audit.seq')}
          </th>
          <th scope="col">{say('audit.at')}</th>
          <th scope="col">{say('audit.actor')}</th>
          <th scope="col">{say('audit.action')}</th>
          <th scope="col">{say('audit.subject')}</th>
          <th scope="col">{say('audit.digest')}</th>
          <th scope="col">{say('audit.details')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq ?? row.id}>
            <td className="r num">{row.seq}</td>
            <td>
              <Time at={row.at} to="second" />
            </td>
            <td>{row.actorName ?? row.actor}</td>
            <td>
              <code>{row.action}</code>
            </td>
            <td>
              <Subject subject={row.subject} />
            </td>
            <td>{row.digest ? <Hash value={row.digest} short /> : '—'}</td>
            <td className="wrap">
              <Details details={row.details} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

/** A case one can go to; a hash is cut for reading. */
function Subject({ subject }: { readonly subject: string }) {
  if (/^R-\d/.test(subject)) {
    return (
      <Link to="/cases/$number" params={{ number: subject }}>
        <code>{subject}</code>
      </Link>
    );
  }
  return /^[0-9a-f]{64}$/.test(subject) ? <Hash value={subject} short /> : <code>{subject}</code>;
}

function Details({ details }: { readonly details: AuditEntry['details'] }) {
  const say = useWords();
  const pairs = Object.entries(details ?? {});
  if (pairs.length === 0) return '—';
  return (
    <details>
      <summary>{say('audit.details')}</summary>
      <dl className="kv">
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
