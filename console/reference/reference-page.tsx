import { useQuery } from '@tanstack/react-query';
import { dateText } from '../../ui/format/index.ts';
import { Empty, Skeleton } from '../../ui/parts/index.ts';
import { useReading } from '../../ui/reading.tsx';
import { problemOf } from '../api/client.ts';
import { ask } from '../api/queries.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { PageHead } from '../shell/page-head.tsx';
import { ScrollTable } from '../shell/scroll-table.tsx';
import { useWords, type WordKey } from '../words/index.ts';
import type { FeeSchedule, Profile, ReferenceAnswer } from './reference.ts';

/** Networks, fee schedules, law and reason codes: to read, each with its version and its source. */
export function ReferencePage() {
  const say = useWords();
  const { language } = usePreferences();
  const { data, error } = useQuery({
    queryKey: ['reference', language],
    queryFn: () => ask<ReferenceAnswer>('GET', '/v1/desk/reference'),
    staleTime: 300_000,
  });
  return (
    <div className="plain">
      <PageHead title={say('shell.reference')} lead={say('reference.lead')} />
      {error ? <p className="trouble">{problemOf(error).title}</p> : null}
      {!data && !error ? <Skeleton lines={10} kind="rows" /> : null}
      {data ? (
        <>
          <Networks networks={data.networks} />
          {data.feeSchedules.map((schedule) => (
            <Fees key={schedule.version} schedule={schedule} />
          ))}
          {data.profiles.map((profile) => (
            <ProfilePanel key={profile.id} profile={profile} />
          ))}
          <Reasons reasons={data.reasons} />
        </>
      ) : null}
    </div>
  );
}

function Networks({ networks }: { readonly networks: ReferenceAnswer['networks'] }) {
  const say = useWords();
  const { language } = usePreferences();
  if (networks.length === 0) return <Empty title={say('reference.none')} />;
  return (
    <section className="panel" aria-labelledby="networks">
      <header>
        <h2 id="networks">{say('reference.networks')}</h2>
        <span className="n num">{networks.length}</span>
      </header>
      <ScrollTable label={say('reference.networks')}>
        <thead>
          <tr>
            <th scope="col">{say('reference.name')}</th>
            <th scope="col">{say('reference.id')}</th>
            <th scope="col">{say('reference.native')}</th>
            <th scope="col" className="r">
              {say('reference.confirmations')}
            </th>
            <th scope="col">{say('reference.listed')}</th>
          </tr>
        </thead>
        <tbody>
          {networks.map((network) => (
            <tr key={network.id}>
              <td>{textOf(network.label, language)}</td>
              <td>
                <code>{network.id}</code>
              </td>
              <td>{network.native?.symbol ?? '—'}</td>
              <td className="r num">{network.confirmationsMin ?? '—'}</td>
              <td>{say(network.listed ? 'reference.listed.yes' : 'reference.listed.no')}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

function Fees({ schedule }: { readonly schedule: FeeSchedule }) {
  const say = useWords();
  const names = [...new Set(schedule.rows.flatMap((row) => Object.keys(row)))];
  const id = `fees-${schedule.version}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {say('reference.fees')} {schedule.version}
        </h2>
      </header>
      <Origin from={schedule.effectiveFrom} source={schedule.source} />
      <ScrollTable label={`${say('reference.fees')} ${schedule.version}`}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name in columnWords ? say(columnWords[name] as WordKey) : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schedule.rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {names.map((name) => (
                <td key={name} className="wrap">
                  {plain(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

function ProfilePanel({ profile }: { readonly profile: Profile }) {
  const say = useWords();
  const id = `profile-${profile.id}`;
  const title = `${say('reference.profiles')}: ${profile.id}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      <ScrollTable label={title}>
        <thead>
          <tr>
            <th scope="col">{say('reference.rule')}</th>
            <th scope="col">{say('reference.value')}</th>
            <th scope="col">{say('reference.source')}</th>
            <th scope="col">{say('reference.from')}</th>
            <th scope="col">{say('reference.verified')}</th>
          </tr>
        </thead>
        <tbody>
          {profile.entries.map((entry) => (
            <tr key={entry.rule}>
              <td>
                <code>{entry.rule}</code>
              </td>
              <td className="wrap">{plain(entry.value)}</td>
              <td className="wrap">{plain(entry.source)}</td>
              <td>{entry.from ? <When at={entry.from} /> : '—'}</td>
              <td>{entry.verifiedOn ? <When at={entry.verifiedOn} /> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

function Reasons({ reasons }: { readonly reasons: ReferenceAnswer['reasons'] }) {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="reasons">
      <header>
        <h2 id="reasons">{say('reference.reasons')}</h2>
        <span className="n num">{reasons.length}</span>
      </header>
      <ScrollTable label={say('reference.reasons')}>
        <thead>
          <tr>
            <th scope="col">{say('reference.code')}</th>
            <th scope="col">日本語</th>
            <th scope="col">English</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <tr key={reason.code}>
              <td>
                <code>{reason.code}</code>
              </td>
              <td className="wrap" lang="ja">
                {reason.ja}
              </td>
              <td className="wrap" lang="en">
                {reason.en}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

/** What the columns of a fee schedule are called. */
const columnWords: Readonly<Record<string, WordKey>> = {
  rule: 'reference.rule',
  codes: 'reference.codes',
  price: 'reference.price',
  charge: 'reference.charge',
  days: 'reference.days',
  purpose: 'reference.purpose',
  source: 'reference.source',
};

function Origin(props: { readonly from: string | null; readonly source: unknown }) {
  const say = useWords();
  return (
    <p className="pad origin">
      {props.from ? (
        <>
          {say('reference.from')} <When at={props.from} />
        </>
      ) : null}
      {props.source ? ` · ${say('reference.source')}: ${plain(props.source)}` : null}
    </p>
  );
}

/** A calendar day, or a moment. */
function When({ at }: { readonly at: string }) {
  const { language } = useReading();
  // Always with the year: what counts since when is not read on the day alone.
  const day = /^\d{4}-\d\d-\d\d/.exec(at)?.[0];
  return day ? <time dateTime={at}>{dateText(day, language, null)}</time> : at;
}

function textOf(label: string | Readonly<Record<string, string>>, language: 'ja' | 'en'): string {
  return typeof label === 'string' ? label : (label[language] ?? '');
}

/** Values of the books as they stand in them: nothing is rounded or worded anew. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '—';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
