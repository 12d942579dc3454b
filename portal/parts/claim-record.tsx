import type { Claim } from '../../client/index.ts';
import { CopyButton, Hash, StatePill, Time } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

type Line = Claim['transactions'][number];

const purposes = ['return', 'sweep', 'gas'] as const;
const inOrder: readonly string[] = purposes;

/** The transactions of the payment: where our sight ends, others can look on. */
export function ClaimRecord({ visit, claim }: { readonly visit: Visit; readonly claim: Claim }) {
  const { t } = visit;
  const placeOf = ({ purpose }: Line) => inOrder.indexOf(purpose);
  const lines = [...claim.transactions].sort((a, b) => placeOf(a) - placeOf(b));
  if (lines.length === 0) return null;
  const network = claim.evidence?.network ?? claim.found?.network ?? '';
  const sent = lines.some((line) => line.hash !== null);
  return (
    <section aria-labelledby="record">
      <h2 id="record">{t('progress.record')}</h2>
      <ul className="record card">
        {lines.map((line) => (
          <RecordLine key={line.purpose} visit={visit} line={line} />
        ))}
      </ul>
      {sent && <p className="fine below">{t('progress.whereToLook', { network })}</p>}
      {claim.state === 'paying' && sent && <p className="fine below">{t('progress.recordLead')}</p>}
    </section>
  );
}

function RecordLine({ visit, line }: { readonly visit: Visit; readonly line: Line }) {
  const { t, tx } = visit;
  return (
    <li>
      <h3>
        {purposeText(visit, line)}
        <StatePill table="line" state={line.state} />
      </h3>
      {line.sentAt && (
        <p>{tx('progress.sentAt', { when: <Time key="when" at={line.sentAt} /> })}</p>
      )}
      {line.hash && (
        <p className="hash">
          <Hash value={line.hash} />
          <CopyButton value={line.hash} name={t('progress.transaction')} />
        </p>
      )}
    </li>
  );
}

function purposeText({ t }: Visit, { purpose }: Line): string {
  const known = purposes.find((one) => one === purpose);
  return known ? t(`progress.purpose_${known}`) : purpose;
}
