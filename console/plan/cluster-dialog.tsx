import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Address, Amount, Icon, Skeleton } from '../../ui/index.ts';
import type { CasePageData } from '../case/case.ts';
import { useFresh } from '../live/connection.ts';
import { toast } from '../toasts/toasts.tsx';
import { type Say, useWords } from '../words/index.ts';
import { approvedTogether, isSameSet } from './approved-together.ts';
import { checksum } from './checksum.ts';
import { decodeLine } from './decode-line.ts';
import { Differences } from './differences.tsx';
import { digestOfAll } from './digest.ts';
import { FreshFactor } from './fresh-factor.tsx';
import type { CheckedPlan } from './measure.ts';
import type { SignWay } from './sign.ts';
import { SignButtons } from './sign-buttons.tsx';
import { DigestBox, SignFrame } from './sign-frame.tsx';
import { type ClusterCase, useClusterCases } from './use-cluster-cases.ts';
import { useSigning } from './use-signing.ts';

/** Many cases of one cause, each with every line, approved by one signature of all their digests. */
export function ClusterDialog(props: { readonly cluster: string; readonly onClose: () => void }) {
  const say = useWords();
  const queries = useQueryClient();
  const { fresh } = useFresh();
  const signing = useSigning();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [way, setWay] = useState<SignWay>('passkey');
  const { rows, loading } = useClusterCases(props.cluster);
  const set = setOfEarlier(rows);
  const may = rows.filter((row) => row.why === null && fitsSet(row, set));
  const taken = may.filter(({ page }) => !left.has(page.case.number));
  const digests = taken.flatMap(({ checked }) => (checked.read ? [checked.digest] : []));
  const why = whyNotAll(say, { taken, loading, fresh, set, digests });
  const sign = async (by: SignWay) => {
    setWay(by);
    if (why || signing.busy) return;
    const done = await signing.sign(by, digests);
    void queries.invalidateQueries();
    if (!done) return;
    toast({ text: say('cluster.approved', { count: taken.length }) });
    props.onClose();
  };
  const toggle = (number: string) =>
    setLeft((now) => {
      const next = new Set(now);
      if (!next.delete(number)) next.add(number);
      return next;
    });
  return (
    <SignFrame
      title={say('cluster.title', { count: taken.length })}
      lead={say('cluster.lead')}
      onClose={props.onClose}
      onSubmit={() => void sign(signing.ways[0] ?? 'passkey')}
    >
      {loading ? (
        <div className="in">
          <Skeleton lines={4} />
        </div>
      ) : (
        <ClusterRows rows={rows} set={set} left={left} onToggle={toggle} />
      )}
      {digests.length > 0 ? (
        <DigestBox digest={digestOfAll(digests)} count={digests.length} />
      ) : null}
      <div className="in sign-end">
        {why ? <p className="why-not">{why}</p> : null}
        <div role="alert">
          {signing.trouble ? <p className="trouble">{signing.trouble}</p> : null}
        </div>
        {signing.needsFactor ? <FreshFactor onFresh={() => void sign(way)} /> : null}
      </div>
      <div className="df">
        <SignButtons signing={signing} why={why} onSign={(by) => void sign(by)} />
      </div>
    </SignFrame>
  );
}

function whyNotAll(
  say: Say,
  now: {
    readonly taken: readonly ClusterCase[];
    readonly loading: boolean;
    readonly fresh: boolean;
    readonly set: readonly string[] | null;
    readonly digests: readonly string[];
  },
): string | null {
  if (now.loading) return say('cluster.loading');
  if (now.taken.length === 0) return say('cluster.none');
  if (now.taken.some(({ checked }) => !checked.sound)) return say('plan.why.differs');
  if (now.set && !isSameSet(now.set, now.digests)) {
    return say('cluster.otherSet', { count: now.set.length });
  }
  return now.fresh ? null : say('live.staleWhy');
}

/** The set that an earlier approver signed together, of the first case that is in one. */
function setOfEarlier(rows: readonly ClusterCase[]): readonly string[] | null {
  for (const { page, why } of rows) {
    const set = why === null && page.plan ? approvedTogether(page.plan) : null;
    if (set && set.length > 1) return set;
  }
  return null;
}

/** Whether this case is of the set; where nobody has approved yet, every case without an approval is. */
function fitsSet({ page }: ClusterCase, set: readonly string[] | null): boolean {
  if (!page.plan) return false;
  const own = approvedTogether(page.plan);
  if (set === null) return own === null;
  return own !== null && isSameSet(set, own);
}

function ClusterRows(props: {
  readonly rows: readonly ClusterCase[];
  readonly set: readonly string[] | null;
  readonly left: ReadonlySet<string>;
  readonly onToggle: (number: string) => void;
}) {
  return (
    <ul className="in cluster-rows">
      {props.rows.map((row) => (
        <ClusterRow
          key={row.page.case.number}
          row={row}
          fits={fitsSet(row, props.set)}
          taken={!props.left.has(row.page.case.number)}
          onToggle={() => props.onToggle(row.page.case.number)}
        />
      ))}
    </ul>
  );
}

function ClusterRow(props: {
  readonly row: ClusterCase;
  /** False: it was not among those that the first approver signed together. */
  readonly fits: boolean;
  readonly taken: boolean;
  readonly onToggle: () => void;
}) {
  const say = useWords();
  const { page, checked } = props.row;
  const why = props.row.why ?? (props.fits ? null : say('cluster.notInSet'));
  const { number } = page.case;
  const good = checked.read ? checked.checks.filter(({ ok }) => ok).length : 0;
  return (
    <li>
      <label className="tick">
        <input
          type="checkbox"
          checked={props.taken && why === null}
          aria-disabled={why !== null}
          onChange={() => why === null && props.onToggle()}
        />
        <span>
          <code>{number}</code>
          {why === null ? null : <small className="why">{why}</small>}
        </span>
      </label>
      <Lines checked={checked} page={page} />
      {checked.sound ? (
        <span className="ok">
          <Icon name="check" /> {say('cluster.sound', { count: good })}
        </span>
      ) : (
        <Differences checked={checked} />
      )}
    </li>
  );
}

/** Every line of one plan, read from its bytes. */
function Lines({ checked, page }: { readonly checked: CheckedPlan; readonly page: CasePageData }) {
  const say = useWords();
  if (!checked.read) return null;
  const found = page.claim.found?.amount;
  if (checked.read.kind !== 'return') {
    const { units, customer } = checked.read.plan;
    const value = { units, symbol: found?.symbol ?? null, decimals: found?.decimals ?? null };
    return (
      <p>
        <Amount value={value} digits="all" /> → <code>{customer}</code>
      </p>
    );
  }
  const { plan } = checked.read;
  return (
    <ul className="lines">
      {plan.lines.map((line) => {
        const moves = decodeLine(plan.network.chainId, line);
        const decimals = moves?.contract ? line.shows.decimals : 18;
        return (
          <li key={`${line.to} ${line.data} ${line.valueWei}`}>
            <span className="dim">{say(`purpose.${line.purpose}`)}</span>{' '}
            {moves ? (
              <>
                <Amount
                  value={{ units: moves.amount, symbol: line.shows.symbol, decimals }}
                  digits="all"
                />{' '}
                → <Address value={checksum(moves.recipient)} />
              </>
            ) : (
              say('plan.cannotRead')
            )}
          </li>
        );
      })}
    </ul>
  );
}
