import { readFile, stat } from 'node:fs/promises';
import { type Address, type NetworkId, networkByName, type TxHash } from '../../networks/index.ts';
import { readPaste } from '../../recovery/diagnosis/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';
import { type FactsFile, factsFile } from './facts-file.ts';
import type { DiagnoseProblem } from './problems.ts';

/** A facts file larger than this is a mistake. */
const factsBytesMax = 32 * 1024 * 1024;

/** The one transaction id in whatever was given: bare, a link, a whole message. */
export function readTransactionId(text: string): Outcome<TxHash, DiagnoseProblem> {
  const paste = readPaste(text);
  if (!paste.ok) return paste;
  const { hashes, problems, secrets } = paste.value;
  const [hash, ...more] = hashes;
  if (more.length > 0) return refuse('many_transactions', { count: String(hashes.length) });
  if (hash) return done(hash);
  if (secrets.length > 0) return refuse('secret_pasted', { what: secrets.join(', ') });
  const problem = problems.find(({ code }) => code === 'hash_truncated');
  if (problem) return refuse('hash_truncated', { text: problem.text });
  return refuse('no_transaction', { text: paste.value.text.slice(0, 80) });
}

/** The addresses given as ours; each must be whole and rightly spelt. */
export function readOurs(texts: readonly string[]): Outcome<Address[], DiagnoseProblem> {
  const ours: Address[] = [];
  for (const text of texts) {
    const paste = readPaste(text);
    if (!paste.ok) return paste;
    const { addresses, problems, secrets } = paste.value;
    if (secrets.length > 0) return refuse('secret_pasted', { what: secrets.join(', ') });
    const problem = problems[0];
    if (problem) {
      const code = problem.code === 'hash_truncated' ? 'address_malformed' : problem.code;
      return refuse(code, { address: problem.text });
    }
    if (addresses.length === 0) return refuse('address_malformed', { address: text.slice(0, 60) });
    ours.push(...addresses);
  }
  return done([...new Set(ours)]);
}

/** Network id to the name that it was given by, the first where there are several. */
export function namesOf(given: readonly string[]): Map<NetworkId, string> {
  const names = new Map<NetworkId, string>();
  for (const one of given) {
    const name = one.slice(0, Math.max(0, one.indexOf('='))).trim();
    const network = networkByName(name);
    if (network && !names.has(network.id)) names.set(network.id, name);
  }
  return names;
}

/** Reads and checks a facts file; with no path, an empty one. */
export async function readFactsFile(
  path: string | undefined,
): Promise<Outcome<FactsFile, DiagnoseProblem>> {
  if (path === undefined) return done(factsFile.parse({}));
  const text = await readText(path);
  if (!text.ok) return text;
  let json: unknown;
  try {
    json = JSON.parse(text.value);
  } catch (error) {
    return refuse('facts_malformed', { place: 'file', problem: (error as Error).message });
  }
  const parsed = factsFile.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.') || 'file';
    return refuse('facts_malformed', { place, problem: issue?.message ?? 'not understood' });
  }
  const unknown = networksNamed(parsed.data).find((name) => networkByName(name) === null);
  if (unknown !== undefined) return refuse('network_unknown', { network: unknown });
  return done(parsed.data);
}

async function readText(path: string): Promise<Outcome<string, DiagnoseProblem>> {
  try {
    const { size } = await stat(path);
    if (size > factsBytesMax) {
      return refuse('facts_unreadable', { path, problem: `larger than ${factsBytesMax} bytes` });
    }
    return done(await readFile(path, 'utf8'));
  } catch (error) {
    return refuse('facts_unreadable', { path, problem: (error as Error).message });
  }
}

function networksNamed(file: FactsFile): string[] {
  const entries = [
    ...(file.assets ?? []),
    ...file.credits,
    ...file.sightings,
    ...file.tokenLabels,
    ...file.consents,
    ...file.holds,
    ...file.addresses.flatMap((address) => address.issued),
  ];
  const controls = file.addresses.flatMap(({ control }) => {
    if (control.kind === 'custodian') return control.confirmedOn;
    return control.kind === 'contract' ? control.deployable.map(({ network }) => network) : [];
  });
  const named = entries.flatMap(({ network }) => (network === null ? [] : [network]));
  return [...Object.keys(file.networks), ...named, ...controls];
}
