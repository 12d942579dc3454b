import { usd } from '../money/index.ts';
import { weekdays } from './calendars.ts';
import { entry } from './entry.ts';
import type { ProfileSource } from './profile.ts';

const house = 'Policy of this distribution; no law is implied';

/** The default: no jurisdiction's rules, the fee in kind. For trying out, and as a place to start. */
export const open: ProfileSource = {
  name: 'open',
  label: { ja: '標準(特定の国の法令なし)', en: 'Open (no jurisdiction)' },
  version: 'open/2026-11-20',
  calendar: weekdays,
  entries: {
    creditUnlisted: [
      entry('What the exchange does not list is not put into a balance', false, house, 'checked'),
    ],
    returnUnlisted: [
      entry('What the exchange does not list is given back as what it is', true, house, 'checked'),
    ],
    feeInKind: [
      entry(
        'The fee is taken out of what is returned',
        { listed: true, unlisted: true },
        house,
        'checked',
      ),
    ],
    feeCurrency: [entry('Other fees are charged in US dollars', usd, house, 'checked')],
    feeTax: [
      entry(
        'No tax is added',
        {
          basisPoints: 0n,
          rounding: 'down',
          invoiceNumber: false,
          label: { ja: '税なし', en: 'no tax' },
        },
        house,
        'checked',
      ),
    ],
    basis: [
      entry(
        'A deposit that went astray stays its sender’s property',
        {
          code: 'return_of_property',
          ja: 'お預かりした資産の返還',
          en: 'Return of the customer’s property',
        },
        house,
        'checked',
      ),
    ],
    travelRuleFrom: [entry('No facts are collected beyond the proof', null, house, 'checked')],
    walletProofAbove: [
      entry('The desk asks for a proof at every amount; no law does', null, house, 'checked'),
    ],
    reportAbove: [entry('No payment is reported', null, house, 'checked')],
    linksInMessages: [entry('Messages carry no log-in links', false, house, 'checked')],
  },
};
