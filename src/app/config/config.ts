import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { networkByName } from '../../networks/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';

const filePath = z.string().min(1).max(1_000);
const keyPath = z.string().regex(/^m\/44'\/60'\/\d{1,10}'\/\d{1,10}\/\d{1,10}$/);

/**
 * The one configuration file. Secrets are named by the file that they are in, never written into it.
 * Paths are relative to the file itself.
 */
export const configSchema = z.strictObject({
  /** Law and policy. */
  profile: z.enum(['open', 'jp', 'eu']),
  /** Everything that Kaeru keeps by itself. */
  folder: filePath,
  http: z.strictObject({
    host: z.string().min(1).max(200).default('127.0.0.1'),
    port: z.int().min(1).max(65_535).default(4_010),
    /** As customers and staff reach it, behind whatever stands before it. */
    url: z.url(),
  }),
  /** A file with the URL of a PostgreSQL from 15 up; left out, the embedded one is used. */
  databaseUrlFile: filePath.optional(),
  signer: z.strictObject({
    socket: filePath,
    /** The signer's own folder, to have it started here; left out, somebody else runs it. */
    folder: filePath.optional(),
  }),
  exchange: z.strictObject({
    url: z.url(),
    /** Where customers log in, and show a factor again: `/login` at `url` unless it is named. */
    loginUrl: z.url().optional(),
    /** The name in `iss` of its hand-overs. */
    issuer: z.string().min(1).max(200),
    keyId: z.string().min(1).max(200),
    /** Ed25519 private key, PEM. */
    keyFile: filePath,
  }),
  /** Own nodes only. A URL with credentials belongs into a file. */
  nodes: z
    .array(
      z.strictObject({
        network: z.string().refine((name) => networkByName(name) !== null, 'is no network'),
        url: z.url().optional(),
        urlFile: filePath.optional(),
      }),
    )
    .min(1)
    .max(500),
  /** Versioned list files; without a fresh one nothing is paid. */
  listsFolder: filePath,
  /** Where the house's own keys are derived. */
  keys: z.strictObject({ gas: keyPath, treasury: keyPath }),
});

/** A configuration with its paths resolved and its secrets read. */
export type Config = Omit<z.infer<typeof configSchema>, 'databaseUrlFile' | 'nodes'> & {
  readonly databaseUrl: string | null;
  readonly nodes: readonly { readonly network: string; readonly url: string }[];
};

/** Reads and checks a configuration file. Each fault is a sentence that names the field. */
export function readConfig(file: string): Outcome<Config, 'config_missing' | 'config_wrong'> {
  if (!existsSync(file)) return refuse('config_missing', { file });
  const wrong = (fault: string) => refuse('config_wrong', { file, fault });
  let parsed: z.ZodSafeParseResult<z.infer<typeof configSchema>>;
  try {
    parsed = configSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return wrong('it is not JSON');
  }
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return wrong(`${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
  }
  const at = (path: string) => resolve(dirname(file), path);
  const { databaseUrlFile, nodes, signer, exchange, ...rest } = parsed.data;
  const missing = [databaseUrlFile, exchange.keyFile, ...nodes.map((node) => node.urlFile)].find(
    (path) => path !== undefined && !existsSync(at(path)),
  );
  if (missing) return wrong(`${missing} is named in it and is not there`);
  const secret = (path: string) => readFileSync(at(path), 'utf8').trim();
  const urls = nodes.map((node) => ({
    network: node.network,
    url: node.url ?? (node.urlFile ? secret(node.urlFile) : ''),
  }));
  const without = urls.find((node) => node.url === '');
  if (without) return wrong(`nodes: ${without.network} has neither url nor urlFile`);
  return done({
    ...rest,
    folder: at(rest.folder),
    listsFolder: at(rest.listsFolder),
    signer: {
      socket: at(signer.socket),
      ...(signer.folder ? { folder: at(signer.folder) } : {}),
    },
    exchange: { ...exchange, keyFile: at(exchange.keyFile) },
    databaseUrl: databaseUrlFile ? secret(databaseUrlFile) : null,
    nodes: urls,
  });
}
