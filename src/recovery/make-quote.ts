import { type ListedAsset, listedAssets } from '../accounts/index.ts';
import { screen } from '../lists/index.ts';
import { type Amount, type AssetId, amount, eur, jpy, usd } from '../money/index.ts';
import { nativeAsset, quoteFees, readAddressFacts } from '../networks/index.ts';
import { type AssetStatus, dayOf, profileOn, profiles } from '../profiles/index.ts';
import type { Claim } from './claim.ts';
import { topReason } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import type { Diagnosis, Facts } from './diagnosis/index.ts';
import { type FeeQuestion, quoteFee, type Rate } from './fees/index.ts';
import type { Focus } from './focus-on.ts';
import { buildQuote, type Quote, type QuoteQuestion } from './options/index.ts';

/** What a return of a token uses, gas line included: for a price that depends on gas. */
const typicalGas = 120_000n;

/**
 * The offer for one transfer: every way out side by side, priced by the schedule and the profile of
 * today. Rates come from the exchange; where one is missing the fee is unknown and says so. Null when
 * nothing of it moved.
 */
export async function makeQuote(
  context: RecoveryContext,
  claim: Claim,
  facts: Facts,
  diagnosis: Diagnosis,
  focus: Focus,
): Promise<Quote | null> {
  const { transfer } = focus;
  if (focus.key === null || transfer.amount === 0n) return null;
  const now = context.clock.now();
  const reason = claim.correction ?? topReason(diagnosis, focus);
  const listed = await listedAssets(context.database, now);
  const { status, twin } = statusOf(facts, focus, listed);
  const { calendar } = profiles[context.profile];
  const profile = profileOn(context.profile, dayOf(calendar, now));
  const rates = await ratesFor(context, focus, twin);
  const question: FeeQuestion = {
    schedule: context.schedule,
    code: reason.code,
    networkListed: facts.networks.some((one) => one.network === focus.network && one.listed),
    assetStatus: status,
    amount: amount(transfer.asset, transfer.amount),
    profile,
    rates,
    gasCost: await gasCostOf(context, focus),
    withdrawalFee: twin ? amount(twin.asset, twin.withdrawalFeeUnits) : null,
  };
  const fee = quoteFee(question);
  const quote = buildQuote({
    outcome: reason.outcome,
    amount: question.amount,
    assetStatus: status,
    sender: await senderOf(context, focus),
    profile,
    scheduleVersion: context.schedule.version,
    fees: { credit: fee, return: fee },
    wishes: claim.wishes,
    now,
  });
  const prices = rates.filter((rate) => rate.from === transfer.asset && isNational(rate.to));
  return { ...quote, prices };
}

/**
 * Listed here; or a list says that this contract is genuine, and an asset of its symbol is listed on
 * another network (its twin, whose price it shares); or neither. A symbol alone proves nothing.
 */
function statusOf(
  facts: Facts,
  { transfer, network }: Focus,
  listed: readonly ListedAsset[],
): { readonly status: AssetStatus; readonly twin: ListedAsset | null } {
  const here = listed.find((one) => one.asset === transfer.asset);
  if (here) return { status: 'listed', twin: here };
  const genuine = facts.tokenLabels.some(
    (one) => one.network === network && one.token === transfer.token && one.label === 'genuine',
  );
  const twin = genuine
    ? listed.find((one) => one.symbol === transfer.symbol && one.decimals === transfer.decimals)
    : undefined;
  return twin ? { status: 'listed_elsewhere', twin } : { status: 'unlisted', twin: null };
}

const currencies: Readonly<Record<string, { readonly id: AssetId; readonly decimals: number }>> = {
  JPY: jpy,
  USD: usd,
  EUR: eur,
};

function isNational(asset: AssetId): boolean {
  return Object.values(currencies).some((one) => one.id === asset);
}

/** The prices of the asset, or of its listed twin, and of what the schedule is written in. */
async function ratesFor(
  { exchange, schedule }: RecoveryContext,
  { transfer }: Focus,
  twin: ListedAsset | null,
): Promise<Rate[]> {
  const written = schedule.currency;
  const wanted = [{ priced: written.id, as: written.id, decimals: written.decimals }];
  if (twin) wanted.push({ priced: twin.asset, as: transfer.asset, decimals: twin.decimals });
  const rates: Rate[] = [];
  for (const { priced, as, decimals } of wanted) {
    const prices = await exchange.rates(priced);
    if (!prices.ok) continue;
    for (const { currency, price, source, at } of prices.value) {
      const to = currencies[currency];
      if (to)
        rates.push({ ...rateOf(price, to.decimals, decimals), from: as, to: to.id, source, at });
    }
  }
  return rates;
}

/** One whole unit costs `price`; a rate is between base units. Exact: decimals become a denominator. */
function rateOf(price: string, currencyDecimals: number, assetDecimals: number) {
  const [whole = '0', fraction = ''] = price.split('.');
  const digits = BigInt(`${whole}${fraction}`);
  return {
    numerator: digits * 10n ** BigInt(currencyDecimals),
    denominator: 10n ** BigInt(fraction.length + assetDecimals),
  };
}

async function gasCostOf(context: RecoveryContext, focus: Focus): Promise<Amount | null> {
  const nodes = context.chains.of(focus.network);
  const quoted = nodes ? await quoteFees(nodes) : null;
  if (quoted?.status !== 'quoted') return null;
  const units = quoted.gasPriceMax * typicalGas + quoted.dataFeeMax;
  return amount(nativeAsset(focus.network), units);
}

/** A wallet that many share, or a contract, can't take a return. */
async function senderOf(
  context: RecoveryContext,
  { transfer, network }: Focus,
): Promise<QuoteQuestion['sender']> {
  const now = context.clock.now();
  const listed = screen(context.lists, transfer.from, now, ['exchange_wallets']);
  if (listed.status === 'hit') return 'exchange';
  const nodes = context.chains.of(network);
  const facts = nodes ? await readAddressFacts(nodes, [transfer.from]) : null;
  if (facts?.status !== 'read') return 'unknown';
  return facts.addresses[0]?.isContract ? 'contract' : 'wallet';
}
