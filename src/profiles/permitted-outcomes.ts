import type { Profile } from './profile.ts';

/**
 * `listed`: the exchange takes this very asset. `listed_elsewhere`: a list says that it is the genuine
 * contract, on another network, of an asset the exchange takes. `unlisted`: neither.
 */
export type AssetStatus = 'listed' | 'listed_elsewhere' | 'unlisted';

export interface Situation {
  readonly assetStatus: AssetStatus;
}

export type Permission =
  | { readonly permitted: true }
  | { readonly permitted: false; readonly code: PermissionCode; readonly source: string };

export type PermissionCode = 'asset_not_listed' | 'return_not_allowed' | 'fee_in_kind_not_allowed';

export interface PermittedOutcomes {
  readonly credit: Permission;
  readonly return: Permission;
  /** Waiting moves nothing, so no rule forbids it. */
  readonly wait: Permission;
  readonly feeInKind: Permission;
}

/** What the profile allows in this situation, and by which rule not. */
export function permittedOutcomes(profile: Profile, situation: Situation): PermittedOutcomes {
  const { rules, sources } = profile;
  const listed = situation.assetStatus === 'listed';
  const inKind = listed ? rules.feeInKind.listed : rules.feeInKind.unlisted;
  return {
    credit: listed || rules.creditUnlisted ? yes : no('asset_not_listed', sources.creditUnlisted),
    return: listed || rules.returnUnlisted ? yes : no('return_not_allowed', sources.returnUnlisted),
    wait: yes,
    feeInKind: inKind ? yes : no('fee_in_kind_not_allowed', sources.feeInKind),
  };
}

const yes: Permission = { permitted: true };

function no(code: PermissionCode, entry: { readonly source: string }): Permission {
  return { permitted: false, code, source: entry.source };
}

/** The same in a sentence for the customer, beside the choice that is greyed out. */
export const permissionWords: Readonly<
  Record<PermissionCode, { readonly ja: string; readonly en: string }>
> = {
  asset_not_listed: {
    ja: 'このネットワークで届いたこの暗号資産は、当社の取り扱いがないため、残高に入れることはできません。',
    en: "We don't take this asset by this network, so it can't be put into your balance.",
  },
  return_not_allowed: {
    ja: '当社に適用される規則により、この資産をお返しすることは、いまはできません。',
    en: "The rules that apply to us don't allow this asset to be returned at present.",
  },
  fee_in_kind_not_allowed: {
    ja: '費用をこの資産からいただくことはできません。お支払いは現金の残高からとなります。',
    en: "The fee can't be taken out of this asset. It is paid from your cash balance.",
  },
};
