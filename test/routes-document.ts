import { actions } from '../src/access/index.ts';
import { allRoutes } from '../src/http/index.ts';
import { limits } from '../src/http/limits.ts';

/** docs/reference/routes.md, from the routes themselves. A test fails when the file is stale. */
export function routesDocument(): string {
  const rows = [...allRoutes]
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
    .map((one) => {
      const who = one.guard === 'everybody' ? 'everybody' : actions[one.guard].may.join(', ');
      const refusals = [...one.refusals].sort().map((code) => `\`${code}\``);
      const call = `\`${one.method.toUpperCase()} ${one.path}\``;
      return `| ${call} | \`${one.operation}\` | ${one.summary} | ${who} | ${one.limit} | ${refusals.join(' ')} |`;
    });
  const limitRows = Object.entries(limits).map(
    ([name, { burst, perMs }]) => `| ${name} | ${burst} | ${perMs / 1000} |`,
  );
  return [
    '# Every route of the HTTP API',
    '',
    'Written by `npx vitest run -u --project unit src/http` from `src/http/routes/`. Do not edit.',
    'What all routes share (signing in, problems, keys, limits) is in [http-api.md](http-api.md).',
    'A customer sees their own claims alone: anybody else’s is not there.',
    '',
    '| call | operation | what it does | who | limit | refuses with |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '## Limits',
    '',
    'Requests of one person, or of one address where nobody is signed in: so many at once, and as',
    'many again spread over so many seconds.',
    '',
    '| limit | requests | seconds |',
    '| --- | --- | --- |',
    ...limitRows,
    '',
  ].join('\n');
}
