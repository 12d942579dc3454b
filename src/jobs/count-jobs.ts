import { sql } from 'kysely';
import type { Database } from '../db/index.ts';

/** Jobs of one kind in one state of the queue: `created`, `active`, `retry`, `failed`, … */
export interface JobCount {
  readonly job: string;
  readonly state: string;
  readonly jobs: number;
}

/** What is in the queue. Empty when no worker has ever started on this database. */
export async function countJobs(database: Database): Promise<readonly JobCount[]> {
  const there = await sql<{ is: boolean }>`
    select to_regclass('jobs.job') is not null as is`.execute(database);
  if (!there.rows[0]?.is) return [];
  const { rows } = await sql<{ name: string; state: string; jobs: bigint }>`
    select name, state::text, count(*) as jobs from jobs.job
    where name not like '\\_\\_%' group by name, state order by name, state`.execute(database);
  return rows.map(({ name, state, jobs }) => ({ job: name, state, jobs: Number(jobs) }));
}
