import { invariant } from '../../std/index.ts';
import { readSchedule } from './read-schedule.ts';
import type { FeeSchedule } from './schedule.ts';
import file from './standard.json' with { type: 'json' };

const read = readSchedule(file);
invariant(read.ok, 'the schedule that comes with Kaeru can be read');

/** The price list that comes with Kaeru. An exchange puts its own file in its place. */
export const standardSchedule: FeeSchedule = read.value;
