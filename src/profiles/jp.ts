import { amount, jpy } from '../money/index.ts';
import { japan } from './calendars.ts';
import { entry } from './entry.ts';
import type { ProfileSource } from './profile.ts';

/** A crypto-asset exchange service provider registered in Japan. */
export const jp: ProfileSource = {
  name: 'jp',
  label: { ja: '日本', en: 'Japan' },
  version: 'jp/2026-11-20',
  calendar: japan,
  entries: {
    creditUnlisted: [
      entry(
        'Only assets on the registered list are handled: none else enters a balance',
        false,
        '資金決済法63条の3, 63条の6 (list of 取扱暗号資産, prior notice of changes)',
        'checked',
      ),
    ],
    returnUnlisted: [
      entry(
        'An unlisted asset is held apart and given back as what it is',
        true,
        '資金決済法63条の11 (segregation); whether the return itself is handling is for counsel',
        'to_confirm',
      ),
    ],
    feeInKind: [
      entry(
        'An unlisted asset is never sold, swapped or taken as a fee; fees are stated in yen',
        { listed: false, unlisted: false },
        '資金決済法63条の6; 消費税法63条 (総額表示)',
        'from_memory',
      ),
    ],
    feeCurrency: [entry('Fees are charged in yen', jpy, '消費税法63条 (総額表示)', 'from_memory')],
    feeTax: [
      entry(
        'Consumption tax of 10 % on the fee, fractions of a yen dropped, qualified invoice',
        {
          basisPoints: 1_000n,
          rounding: 'down',
          invoiceNumber: true,
          label: { ja: '消費税10%', en: 'consumption tax 10 %' },
        },
        '消費税法29条, 地方税法72条の83 (7.8 % + 2.2 %), 消費税法57条の4 (適格請求書)',
        'from_memory',
      ),
    ],
    basis: [
      entry(
        'Giving back what is the customer’s own makes good no trading loss',
        {
          code: 'return_of_property',
          ja: 'お客さまの財産の返還(損失補てんには当たりません)',
          en: 'Return of the customer’s property (not compensation of a trading loss)',
        },
        '資金決済法63条の11; 民法703条; JVCEA rule on 損失補塡',
        'to_confirm',
      ),
    ],
    travelRuleFrom: [
      entry(
        'Facts about sender and receiver at every amount, own wallets included',
        amount(jpy.id, 0n),
        '犯罪収益移転防止法10条の5 (in force 2023-06-01); JVCEA rule for own wallets',
        'from_memory',
      ),
    ],
    walletProofAbove: [
      entry(
        'No amount in law; the desk asks for a proof at every amount',
        null,
        'JVCEA rule on the travel rule',
        'to_confirm',
      ),
    ],
    reportAbove: [
      entry(
        'A payment across the border above 30 million yen is reported',
        amount(jpy.id, 30_000_000n),
        '外国為替及び外国貿易法55条; who reports a return is for counsel',
        'checked',
      ),
    ],
    linksInMessages: [
      entry(
        'No log-in links in mail or short messages: the text says to open the app',
        false,
        'CGTF advice to exchanges; FSA guidance of 2025 for securities firms',
        'checked',
      ),
    ],
  },
};
