export { canonicalJson, type Json } from './canonical-json.ts';
export {
  type Clock,
  clockAt,
  dayMs,
  hourMs,
  later,
  minuteMs,
  secondMs,
  sleep,
  systemClock,
} from './clock.ts';
export { type Branded, newId, randomHex } from './ids.ts';
export { InvariantBroken, invariant, unreachable } from './invariant.ts';
export {
  type Done,
  done,
  type Outcome,
  type Problem,
  type Problems,
  type Refusal,
  refuse,
} from './outcome.ts';
export { fromStoredJson, toStoredJson } from './stored-json.ts';
