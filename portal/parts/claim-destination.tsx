import type { Claim } from '../../client/index.ts';
import { Address, SameMark } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';
import { goesToBalance } from './claim-facts.tsx';

/** Where it goes, whole, with what the machine has compared. */
export function ClaimDestination(props: { readonly visit: Visit; readonly claim: Claim }) {
  const { visit, claim } = props;
  const { t } = visit;
  const network = claim.found?.network ?? '';
  if (goesToBalance(claim)) {
    return (
      <div className="dest">
        <h3>{t('receipt.to')}</h3>
        <p>{t('progress.toBalance')}</p>
      </div>
    );
  }
  const { destination } = claim;
  if (!destination) return null;
  return (
    <div className="dest">
      <h3>
        {t(claim.family === 'done' ? 'progress.delivered' : 'progress.destination', { network })}
      </h3>
      <Address value={destination.address} />
      <SameMark>
        {destination.sameAsSource
          ? t('progress.sameAsSource', { count: destination.address.length })
          : t('progress.proven')}
      </SameMark>
    </div>
  );
}
