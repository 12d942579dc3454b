import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/parts/index.ts';
import { Amount } from '../../ui/values/index.ts';
import type { WorklistCluster } from '../api/shapes.ts';
import { useWords } from '../words/index.ts';

/** Cases of one cause that wait for the same act: decided together, every line of them shown. */
export function Clusters({ clusters }: { readonly clusters: readonly WorklistCluster[] }) {
  const say = useWords();
  if (clusters.length === 0) return null;
  return (
    <section className="clusters" aria-labelledby="clusters">
      <h2 id="clusters">{say('worklist.clusters')}</h2>
      <ul>
        {clusters.map((cluster) => (
          <li key={`${cluster.key} ${cluster.next?.act ?? ''}`}>
            <Icon name="layers" />
            <span className="what">{cluster.what}</span>
            <span className="count">{say('worklist.clusterCount', { count: cluster.count })}</span>
            {cluster.total ? (
              <span className="total">
                {say('worklist.clusterTotal')} <Amount value={cluster.total} digits="significant" />
              </span>
            ) : null}
            <Link
              className="btn btn-secondary"
              to="/clusters/$cluster"
              params={{ cluster: cluster.key }}
            >
              {cluster.next?.label ?? say('worklist.open')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
