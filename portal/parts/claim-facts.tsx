import { Fragment } from 'react';
import type { Claim, Option } from '../../client/index.ts';
import { type Fact, Facts, Time } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';
import { Money, Remark } from './money.tsx';

/** The way that was chosen, as it was quoted. */
export function chosenOption({ quote, choice }: Claim): Option | null {
  return quote?.options.find((one) => one.kind === choice?.option) ?? null;
}

/** True when the money goes into the balance rather than to a wallet. */
export function goesToBalance({ choice }: Claim): boolean {
  return choice?.option === 'credit' || choice?.option === 'compensate';
}

/** How much, what it costs, and when: of what was chosen. */
export function ClaimFacts({ visit, claim }: { readonly visit: Visit; readonly claim: Claim }) {
  const facts = [...amountFact(visit, claim), ...feeFact(visit, claim), ...whenFact(visit, claim)];
  return facts.length === 0 ? null : <Facts facts={facts} />;
}

function amountFact({ t }: Visit, claim: Claim): Fact[] {
  const amount = claim.choice?.amount ?? claim.found?.amount;
  if (!amount) return [];
  const worth = claim.choice ? chosenOption(claim)?.fiat : claim.found?.fiat;
  return [
    {
      label: labelOf(t, claim),
      value: <Money value={amount} />,
      ...(worth ? { note: <Remark worth={worth} short /> } : {}),
    },
  ];
}

function labelOf(t: Visit['t'], claim: Claim): string {
  if (!claim.choice?.amount) return t('outcome.found');
  switch (claim.state) {
    case 'returned':
      return t('outcome.got');
    case 'credited':
      return t('outcome.credited');
    case 'compensated':
      return t('outcome.compensated');
    default:
      return t(goesToBalance(claim) ? 'progress.credited' : 'progress.receives');
  }
}

function feeFact({ t }: Visit, claim: Claim): Fact[] {
  const option = chosenOption(claim);
  if (!option || option.kind === 'wait') return [];
  const { fee } = option;
  if (!fee || /^0+$/.test(fee.total.units)) {
    return [{ label: t('progress.fee'), value: t('progress.feeFree') }];
  }
  const note = t(fee.inKind ? 'progress.feeInKind' : 'progress.feeApart');
  return [{ label: t('progress.fee'), value: <Money value={fee.total} />, note }];
}

function whenFact({ t }: Visit, claim: Claim): Fact[] {
  const { arrivesBy, endedAt } = claim;
  if (claim.family === 'done' && endedAt) {
    return [{ label: t('receipt.at'), value: <Time at={endedAt} /> }];
  }
  if (!arrivesBy) return [];
  return [
    {
      label: t('progress.when'),
      value: <Days text={arrivesBy.text} />,
      ...(arrivesBy.note ? { note: arrivesBy.note } : {}),
    },
  ];
}

/** A span of days breaks between its days, never inside of one. */
function Days({ text }: { readonly text: string }) {
  const days = text.split(/(?<=[〜–])/);
  return days.map((day) => (
    <Fragment key={day}>
      <span className="day">{day}</span>
      <wbr />
    </Fragment>
  ));
}
