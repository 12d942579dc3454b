export {
  addBusinessDays,
  addDays,
  type Calendar,
  dayOf,
  formatDay,
  type Holiday,
  holidayOn,
  holidaysBetween,
  isBusinessDay,
  nextBusinessDay,
  weekdayOf,
} from './calendar.ts';
export { japan, target, weekdays } from './calendars.ts';
export {
  type AssetStatus,
  type Permission,
  type PermissionCode,
  type PermittedOutcomes,
  permissionWords,
  permittedOutcomes,
  type Situation,
} from './permitted-outcomes.ts';
export type {
  Entry,
  FeeTax,
  Profile,
  ProfileEntries,
  ProfileRules,
  ProfileSource,
} from './profile.ts';
export {
  isProfileName,
  type ProfileName,
  profileOn,
  profiles,
  staleEntries,
} from './profile-on.ts';
