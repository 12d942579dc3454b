/** First-level folders of src in their one order: a folder imports only what stands before it. */
export const order =
  `std money db jobs audit access vault networks accounts exchange profiles messages cases evidence
  ledger custody lists restrictions deposits tracing alliance risk payments compensation recovery
  withdrawals trades protection incidents complaints help support desk http app`.split(/\s+/);

/** What may import what, beside src: area → beginnings of paths it may import (its own always). */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  signer: [],
  'reference-exchange': [],
  client: [],
  contracts: [],
  portal: ['client/', 'ui/'],
  console: ['client/', 'ui/'],
  // The gallery shows the parts in both apps' clothes; nothing else there knows of them.
  ui: ['portal/portal.css', 'console/console.css'],
  examples: ['client/', 'signer/intent/'],
};

/** Folder and file names that say nothing of what is inside. */
export const emptyNames =
  /(^|\/)(services|utils|helpers|common|manager|core|misc)(\/|\.tsx?$)|(^|\/)types\.tsx?$/;

/** Calls that make a program depend on the moment, on chance or on its surroundings. */
export const bannedCalls: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\(/, 'Date.now(): take the time from context.clock'],
  [/\bnew Date\(\)/, 'new Date(): take the time from context.clock'],
  [/\bMath\.random\b/, 'Math.random: use randomHex or newId of std'],
  [/\brandomUUID\b/, 'randomUUID: use newId of std'],
  [/\bprocess\.env\b/, 'process.env: settings are read in app and handed on'],
  [/(?<![.\w])fetch\(/, 'fetch: only files that talk to the outside (*client*, *rpc*, adapters)'],
];

/** True for the files of src that may use them. */
export function mayCallAnything(path: string): boolean {
  return (
    /^src\/(std|app)\//.test(path) ||
    /(client|rpc)[^/]*\.ts$/.test(path) ||
    path.includes('/adapters/')
  );
}

export const fileLinesMax = 300;
export const functionLinesMax = 70;
/** Functions that return markup may be longer: the formatter gives every attribute its line. */
export const markupLinesMax = 100;
/** A style sheet is read by looking a class up, not from top to bottom. */
export const styleLinesMax = 1200;

/** The areas that pages are made of, and the files in them that something outside starts. */
export const webAreas = ['ui', 'portal', 'console'];
export const webStarts = [
  'portal/index.tsx',
  'portal/scripts/main.ts',
  'console/main.tsx',
  'ui/gallery/main.tsx',
];

/** Hosts of package registries, spelt apart so that this file does not name them either. */
export const registryHosts = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['deb', 'debian', 'org'],
  ['pypi', 'org'],
  ['proxy', 'golang', 'org'],
].map((parts) => parts.join('.'));
