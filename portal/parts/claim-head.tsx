import type { Claim } from '../../client/index.ts';
import { CopyButton, StatusPill, Time } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

/** What stands on top of every page of a claim: whose turn, the number, the answer, what it means. */
export function ClaimHead(props: {
  readonly visit: Visit;
  readonly claim: Claim;
  /** Another answer than the claim's own. */
  readonly title?: string;
  readonly lead?: string;
}) {
  const { visit, claim } = props;
  const { t, tx } = visit;
  const lead = props.lead ?? claim.lead;
  return (
    <>
      <div className="meta">
        <StatusPill family={claim.family}>{claim.familyLabel}</StatusPill>
        <span className="caseno">
          {t('claim.number')}
          <b>{claim.number}</b>
          <CopyButton value={claim.number} name={t('claim.number')} />
        </span>
        <span className="updated">
          {tx('claim.updated', { when: <Time key="when" at={claim.updatedAt} /> })}
        </span>
      </div>
      <h1>{props.title ?? claim.headline}</h1>
      {lead && <p className="lead">{lead}</p>}
    </>
  );
}
