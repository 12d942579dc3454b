import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Address, Amount, Button, Empty, Icon, Skeleton } from '../../ui/index.ts';
import { useActs } from '../keyboard/acts.ts';
import { keysText } from '../keyboard/keys-text.ts';
import { useFresh } from '../live/connection.ts';
import { ClusterDialog } from '../plan/cluster-dialog.tsx';
import { type ClusterCase, useClusterCases } from '../plan/use-cluster-cases.ts';
import { useMay } from '../session/session.ts';
import { BarTrail } from '../shell/bar.tsx';
import { useWords } from '../words/index.ts';
import { Panel, ScrollTable } from './panel.tsx';

/** Cases of one cause, approved together with every line shown. */
export function ClusterPage({ cluster }: { readonly cluster: string }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const { rows, loading } = useClusterCases(cluster);
  const why = useWhyNot(rows);
  const approve = {
    id: 'cluster-approve',
    label: say('cluster.open', { count: rows.length }),
    group: 'do' as const,
    keys: 'a',
    run: () => setOpen(true),
    why,
  };
  useActs(rows.length > 0 ? [approve] : []);
  return (
    <>
      <BarTrail>
        <li className="hide">
          <Link to="/approvals">{say('shell.approvals')}</Link>
        </li>
        <li aria-current="page">{say('cluster.heading')}</li>
      </BarTrail>
      <div className="head cluster-head">
        <div className="l1">
          <code>{cluster}</code>
        </div>
        <div className="l2">
          <h1>{rows[0]?.page.case.what ?? say('cluster.heading')}</h1>
          {rows.length > 0 ? (
            <div className="acts">
              <Button
                kind="primary"
                keys={keysText('a')}
                disabledReason={why}
                onClick={approve.run}
              >
                {approve.label}
              </Button>
            </div>
          ) : null}
        </div>
      </div>
      <div className="cluster-body">
        {loading ? <Skeleton kind="rows" lines={6} /> : <Cases rows={rows} />}
      </div>
      {open ? <ClusterDialog cluster={cluster} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Why the reader cannot approve any of them now. */
function useWhyNot(rows: readonly ClusterCase[]): string | null {
  const say = useWords();
  const may = useMay();
  const { fresh } = useFresh();
  if (!may('plan.approve')) return rows[0]?.why ?? say('cluster.none');
  if (rows.length > 0 && rows.every(({ why }) => why !== null)) return rows[0]?.why ?? null;
  return fresh ? null : say('live.staleWhy');
}

function Cases({ rows }: { readonly rows: readonly ClusterCase[] }) {
  const say = useWords();
  if (rows.length === 0) return <Empty title={say('cluster.empty')} />;
  return (
    <Panel id="cluster" title={say('cluster.heading')} note={String(rows.length)}>
      <ScrollTable label={say('cluster.heading')}>
        <thead>
          <tr>
            <th scope="col">{say('case.number')}</th>
            <th scope="col" className="r">
              {say('case.money.arrives')}
            </th>
            <th scope="col">{say('case.destination')}</th>
            <th scope="col">{say('case.approvals')}</th>
            <th scope="col">{say('plan.field.words')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CaseRow key={row.page.case.number} row={row} />
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  );
}

function CaseRow({ row: { page, checked } }: { readonly row: ClusterCase }) {
  const say = useWords();
  const { number } = page.case;
  const { arrives } = page.money;
  return (
    <tr>
      <td>
        <Link to="/cases/$number" params={{ number }}>
          {number}
        </Link>
      </td>
      <td className="r">{arrives ? <Amount value={arrives} digits="all" /> : '—'}</td>
      <td>{page.destination ? <Address value={page.destination.address} short /> : '—'}</td>
      <td>
        {say('cluster.given', {
          given: page.plan?.approvals.length ?? 0,
          needed: page.plan?.needed ?? 0,
        })}
      </td>
      <td>
        <Icon
          name={checked.sound ? 'check' : 'x'}
          label={say(checked.sound ? 'plan.holds' : 'plan.differs')}
        />
      </td>
    </tr>
  );
}
