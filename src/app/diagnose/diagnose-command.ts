import { parseArgs } from 'node:util';
import {
  type Address,
  type ChainReading,
  type NetworkReading,
  type NodeSet,
  parseNodeSets,
  readAddressFacts,
  readTransaction,
} from '../../networks/index.ts';
import { type CodeFact, diagnose } from '../../recovery/diagnosis/index.ts';
import { done, type Outcome, type Refusal, refuse, systemClock } from '../../std/index.ts';
import { assembleFacts, type Given, sightingOn } from './assemble-facts.ts';
import { diagnosisJson } from './print-json.ts';
import { diagnosisText } from './print-text.ts';
import { type DiagnoseProblem, diagnoseProblems } from './problems.ts';
import { namesOf, readFactsFile, readOurs, readTransactionId } from './read-input.ts';

/** Where a command writes. */
export interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** 3: found nowhere, and at least one network gave no answer: not known, never 'not ours'. */
export const diagnoseExitCodes = { diagnosed: 0, badInput: 2, unknown: 3 } as const;

/**
 * `kaeru diagnose`: why is this deposit not in the balance? Needs nodes, no database. Returns the exit
 * code; bad input is one sentence with a stable code.
 */
export async function diagnoseCommand(argv: readonly string[], output: Output): Promise<number> {
  const options = readOptions(argv);
  if (!options.ok) return complain(options, { json: argv.includes('--json') }, output);
  const input = await readGiven(options.value);
  if (!input.ok) return complain(input, options.value, output);
  const { given, sets } = input.value;

  const readings = await Promise.all(sets.map((set) => read(set, given)));
  const codes = await Promise.all(sets.map((set, at) => readCodes(set, readings[at], given)));
  const facts = assembleFacts(given, readings, codes.flat());
  const diagnosis = diagnose(facts);

  const { json, language } = options.value;
  output.stdout.write(
    json
      ? `${JSON.stringify(diagnosisJson(facts, diagnosis, language), null, 2)}\n`
      : diagnosisText(facts, diagnosis, language),
  );
  const unknown = diagnosis.found.length === 0 && diagnosis.unread.length > 0;
  return unknown ? diagnoseExitCodes.unknown : diagnoseExitCodes.diagnosed;
}

interface Options {
  readonly tx: string;
  readonly rpc: readonly string[];
  readonly ours: readonly string[];
  readonly facts: string | undefined;
  readonly json: boolean;
  readonly language: 'ja' | 'en';
}

function readOptions(argv: readonly string[]): Outcome<Options, DiagnoseProblem> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        tx: { type: 'string' },
        rpc: { type: 'string', multiple: true },
        ours: { type: 'string', multiple: true },
        facts: { type: 'string' },
        json: { type: 'boolean' },
        language: { type: 'string' },
      },
    });
    if (values.tx === undefined) return refuse('option_missing', { option: '--tx' });
    if (!values.rpc) return refuse('option_missing', { option: '--rpc' });
    const language = values.language ?? languageOfTerminal();
    if (language !== 'ja' && language !== 'en') {
      return refuse('option_wrong', { problem: '--language ja|en' });
    }
    return done({
      tx: values.tx,
      rpc: values.rpc,
      ours: values.ours ?? [],
      facts: values.facts,
      json: values.json ?? false,
      language,
    });
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ');
    return refuse('option_wrong', { problem: sentence });
  }
}

function languageOfTerminal(): 'ja' | 'en' {
  return (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').startsWith('ja') ? 'ja' : 'en';
}

async function readGiven(
  options: Options,
): Promise<Outcome<{ given: Given; sets: NodeSet[] }, DiagnoseProblem>> {
  const hash = readTransactionId(options.tx);
  if (!hash.ok) return hash;
  const ours = readOurs(options.ours);
  if (!ours.ok) return ours;
  const sets = parseNodeSets(options.rpc);
  if (!sets.ok) return sets;
  const file = await readFactsFile(options.facts);
  if (!file.ok) return file;
  return done({
    given: {
      hash: hash.value,
      ours: ours.value,
      file: file.value,
      names: namesOf(options.rpc),
      now: systemClock.now(),
    },
    sets: sets.value,
  });
}

async function read(set: NodeSet, given: Given): Promise<NetworkReading> {
  const { network } = set;
  const seen = sightingOn(given, network.id);
  return { network, reading: await readTransaction(set, given.hash, seen ? { seen } : {}) };
}

/** More receivers than this in one transaction are not looked at one by one. */
const receiversMax = 100;

/** What stands at the addresses that are not plainly ours: a contract, or a person's address. */
async function readCodes(
  set: NodeSet,
  one: NetworkReading | undefined,
  given: Given,
): Promise<CodeFact[]> {
  const addresses = one ? strangersIn(one.reading, given) : [];
  if (addresses.length === 0) return [];
  const { network } = set;
  const source = `node ${given.names.get(network.id) ?? network.name}`;
  const read = await readAddressFacts(set, addresses);
  if (read.status === 'unread') return [];
  return read.addresses.map(({ address, code }) => ({
    network: network.id,
    address,
    code,
    source,
  }));
}

function strangersIn(reading: ChainReading, given: Given): Address[] {
  if (reading.status !== 'found') return [];
  const { to, transfers, attempted } = reading.transaction;
  const receivers = [...transfers, ...attempted].map((transfer) => transfer.to);
  const proven = given.file.provenSenders.length > 0;
  const senders = proven ? [...transfers, ...attempted].map((transfer) => transfer.from) : [];
  const known = new Set<Address>(given.ours);
  // When everything went to an address given as ours, one round trip is saved.
  if (receivers.length > 0 && receivers.every((address) => known.has(address))) return senders;
  const asked = new Set([...(to === null ? [] : [to]), ...receivers, ...senders]);
  return [...asked].filter((address) => !known.has(address)).slice(0, receiversMax);
}

function complain(
  refusal: Refusal<DiagnoseProblem>,
  options: { readonly json: boolean; readonly language?: 'ja' | 'en' },
  output: Output,
): number {
  const language = options.language ?? languageOfTerminal();
  const message = diagnoseProblems[refusal.code][language].replace(
    /\{(\w+)\}/g,
    (_, name: string) => refusal.facts[name] ?? '',
  );
  if (options.json) {
    output.stdout.write(`${JSON.stringify({ error: { code: refusal.code, message } }, null, 2)}\n`);
  }
  output.stderr.write(`${refusal.code}: ${message}\n`);
  return diagnoseExitCodes.badInput;
}
