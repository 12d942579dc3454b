import { amount, eur } from '../money/index.ts';
import { target } from './calendars.ts';
import { entry } from './entry.ts';
import type { ProfileSource } from './profile.ts';

/** A crypto-asset service provider under MiCA; what differs by member state is left to an overlay. */
export const eu: ProfileSource = {
  name: 'eu',
  label: { ja: '欧州連合', en: 'European Union' },
  version: 'eu/2026-11-20',
  calendar: target,
  entries: {
    creditUnlisted: [
      entry(
        'Only assets that the provider serves enter a balance',
        false,
        'Reg. (EU) 2023/1114 art. 70, 75(3) (custody policy)',
        'to_confirm',
      ),
    ],
    returnUnlisted: [
      entry(
        'Assets or the means of access are returned without delay',
        true,
        'Reg. (EU) 2023/1114 art. 75(6)',
        'from_memory',
      ),
    ],
    feeInKind: [
      entry(
        'Charges are stated and taken in money, so that they are clear beforehand',
        { listed: false, unlisted: false },
        'Reg. (EU) 2023/1114 art. 66 (fair, clear, prices published)',
        'to_confirm',
      ),
    ],
    feeCurrency: [entry('Fees are charged in euro', eur, 'Policy of this profile', 'checked')],
    feeTax: [
      entry(
        'No tax is added; whether the fee is exempt depends on the member state',
        {
          basisPoints: 0n,
          rounding: 'down',
          invoiceNumber: true,
          label: { ja: '付加価値税なし', en: 'no VAT' },
        },
        'Directive 2006/112/EC art. 135(1)(d)-(e)',
        'to_confirm',
      ),
    ],
    basis: [
      entry(
        'Return of crypto-assets held for the client',
        {
          code: 'return_of_property',
          ja: 'お預かりした資産の返還(MiCA 75条6項)',
          en: 'Return of the client’s crypto-assets (MiCA art. 75(6))',
        },
        'Reg. (EU) 2023/1114 art. 75(6)',
        'from_memory',
      ),
    ],
    travelRuleFrom: [
      entry(
        'Facts about originator and beneficiary at every amount; a return is a transfer',
        amount(eur.id, 0n),
        'Reg. (EU) 2023/1113 art. 14',
        'from_memory',
      ),
    ],
    walletProofAbove: [
      entry(
        'Above 1,000 euro the provider checks that the customer controls an own wallet',
        amount(eur.id, 100_000n),
        'Reg. (EU) 2023/1113 art. 14(5)',
        'from_memory',
      ),
    ],
    reportAbove: [entry('No report by amount', null, 'Policy of this profile', 'to_confirm')],
    linksInMessages: [
      entry('Messages carry no log-in links', false, 'Policy of this profile', 'checked'),
    ],
  },
};
