export {
  type Amount,
  add,
  amount,
  formatAmount,
  formatUnits,
  parseUnits,
  subtract,
  unitsMax,
} from './amount.ts';
export { type Asset, type AssetId, assetId, eur, jpy, usd } from './asset.ts';
export { basisPoints, type Rounding, scale, splitProRata } from './rate.ts';
