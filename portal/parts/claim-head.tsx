import type { Claim } from '../../client/index.ts';
import { CopyButton, StatusPill } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

interface Shown {
  readonly visit: Visit;
  readonly claim: Claim;
}

/** What stands on top of every page of a claim: whose turn, the number, the answer, what it means. */
export function ClaimHead({ visit, claim }: Shown) {
  return (
    <>
      <ClaimMeta visit={visit} claim={claim} />
      <h1>{claim.headline}</h1>
      {claim.lead && <p className="lead">{claim.lead}</p>}
    </>
  );
}

/** Whose turn it is, and the number to quote. */
export function ClaimMeta({ visit: { t }, claim }: Shown) {
  return (
    <div className="meta">
      <StatusPill family={claim.family}>{claim.familyLabel}</StatusPill>
      <span className="caseno">
        {t('claim.number')}
        <b>{claim.number}</b>
        <CopyButton value={claim.number} name={t('claim.number')} />
      </span>
    </div>
  );
}

/** The way back to all of one's reports. */
export function backToClaims({ t }: Visit): { readonly href: string; readonly label: string } {
  return { href: '/claims', label: t('claim.back') };
}
