import { auditLag } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { countJobs } from '../jobs/index.ts';
import { countPayments } from '../payments/index.ts';
import { countClaims } from '../recovery/index.ts';
import { type Clock, secondMs } from '../std/index.ts';

interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly {
    readonly labels?: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
}

/** What there is to do, in the text format of Prometheus. Counts alone: no customer, no case. */
export async function metricsText(database: Database, clock: Clock): Promise<string> {
  const [claims, payments, jobs, lag] = await Promise.all([
    countClaims(database),
    countPayments(database),
    countJobs(database),
    auditLag(database, clock),
  ]);
  const gauges: readonly Gauge[] = [
    {
      name: 'kaeru_claims',
      help: 'Claims by state.',
      samples: claims.map(({ state, claims: value }) => ({ labels: { state }, value })),
    },
    {
      name: 'kaeru_payments',
      help: 'Payments by state; a stopped one waits for a person.',
      samples: payments.map(({ state, payments: value }) => ({ labels: { state }, value })),
    },
    {
      name: 'kaeru_jobs',
      help: 'Jobs in the queue by kind and state.',
      samples: jobs.map(({ job, state, jobs: value }) => ({ labels: { job, state }, value })),
    },
    {
      name: 'kaeru_audit_waiting_entries',
      help: 'Audit entries that are not chained yet.',
      samples: [{ value: lag.waiting }],
    },
    {
      name: 'kaeru_audit_lag_seconds',
      help: 'Age of the oldest audit entry that is not chained yet.',
      samples: [{ value: lag.oldestMs / secondMs }],
    },
  ];
  return gauges.map(gaugeText).join('');
}

function gaugeText({ name, help, samples }: Gauge): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const inside = Object.entries(labels).map(([key, one]) => `${key}="${escapeLabel(one)}"`);
    return `${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
