import type { Claim } from '../../client/index.ts';
import { Receipt, type ReceiptLine } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';
import { chosenOption } from './claim-facts.tsx';
import { Money, moneyText, Remark } from './money.tsx';

/** What was found, what it cost, what arrived: every decimal, as it was signed and booked. */
export function ClaimReceipt({ visit, claim }: { readonly visit: Visit; readonly claim: Claim }) {
  const { t } = visit;
  const amount = claim.choice?.amount;
  if (!amount) return null;
  const worth = chosenOption(claim)?.fiat;
  const lines: ReceiptLine[] = [];
  if (claim.found && claim.choice?.option !== 'compensate') {
    lines.push(
      { label: t('outcome.found'), value: <Money value={claim.found.amount} digits="all" /> },
      feeLine(visit, claim),
      { label: t('outcome.network'), value: t('outcome.networkPaid') },
    );
  }
  const total = {
    label: totalLabel(visit, claim),
    value: <Money value={amount} digits="all" />,
    ...(worth ? { remark: <Remark worth={worth} /> } : {}),
  };
  return <Receipt caption={t('outcome.receipt')} lines={lines} total={total} />;
}

function totalLabel({ t }: Visit, { state }: Claim): string {
  if (state === 'credited') return t('outcome.credited');
  return t(state === 'compensated' ? 'outcome.compensated' : 'outcome.got');
}

function feeLine(visit: Visit, claim: Claim): ReceiptLine {
  const { t } = visit;
  const fee = chosenOption(claim)?.fee;
  if (!fee || /^0+$/.test(fee.total.units)) {
    return { label: t('outcome.fee'), value: t('outcome.free') };
  }
  const taxed = !/^0+$/.test(fee.tax.units);
  const notes = [
    ...(taxed ? [t('outcome.tax', { amount: moneyText(visit, fee.tax) })] : []),
    ...(claim.fee ? [feeStatus(visit, claim.fee)] : []),
  ];
  const line = {
    label: t('outcome.fee'),
    value: <Money value={fee.total} digits="all" minus={fee.inKind} />,
  };
  return notes.length > 0
    ? { ...line, note: notes.join(visit.language === 'ja' ? '・' : ', ') }
    : line;
}

function feeStatus({ t }: Visit, fee: NonNullable<Claim['fee']>): string {
  const { invoice } = fee;
  switch (fee.status) {
    case 'due':
      return t('outcome.feeDue', { invoice });
    case 'charged':
      return t('outcome.feeCharged', { invoice });
    case 'unpaid':
      return t('outcome.feeUnpaid', { invoice });
    default:
      return t('outcome.invoice', { invoice });
  }
}
