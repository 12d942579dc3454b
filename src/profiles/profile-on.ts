import { invariant } from '../std/index.ts';
import { eu } from './eu.ts';
import { jp } from './jp.ts';
import { open } from './open.ts';
import type { Entry, Profile, ProfileEntries, ProfileRules, ProfileSource } from './profile.ts';

/** All profiles by name. */
export const profiles = { open, jp, eu } as const satisfies Readonly<Record<string, ProfileSource>>;

export type ProfileName = keyof typeof profiles;

export function isProfileName(text: string): text is ProfileName {
  return Object.hasOwn(profiles, text);
}

/** The rules of a profile as they stand on a day (`YYYY-MM-DD`). */
export function profileOn(name: ProfileName, day: string): Profile {
  const source: ProfileSource = profiles[name];
  const sources = mapTopics(source.entries, (entries, topic) => {
    const inForce = entries.filter((entry) => isInForce(entry, day));
    const entry = inForce.at(-1);
    invariant(entry, `profile '${name}' says something about '${topic}' on ${day}`);
    return entry;
  });
  return {
    name: source.name,
    label: source.label,
    version: source.version,
    day,
    calendar: source.calendar,
    rules: Object.fromEntries(
      Object.entries(sources).map(([topic, entry]) => [topic, entry.value]),
    ) as unknown as ProfileRules,
    sources,
  };
}

/** Days in this spelling sort as text. */
function isInForce(entry: Entry<unknown>, day: string): boolean {
  return entry.effectiveFrom <= day && (entry.effectiveTo === null || day <= entry.effectiveTo);
}

function mapTopics(
  entries: ProfileEntries,
  choose: (entries: readonly Entry<unknown>[], topic: string) => Entry<unknown>,
): Profile['sources'] {
  return Object.fromEntries(
    Object.entries(entries).map(([topic, list]) => [topic, choose(list, topic)]),
  ) as unknown as Profile['sources'];
}

/** Entries that nobody has looked up again for more than a year before `day`. */
export function staleEntries(day: string): { profile: string; rule: string; verifiedOn: string }[] {
  const yearBefore = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return Object.values(profiles).flatMap((profile) =>
    Object.values(profile.entries)
      .flat()
      .filter((entry) => entry.verifiedOn < yearBefore)
      .map(({ rule, verifiedOn }) => ({ profile: profile.name, rule, verifiedOn })),
  );
}
