import { join } from 'node:path';
import { freePort } from '../postgres/embedded.ts';
import { exchangeKeyFile } from './exchange.ts';
import type { NodeFacts, WorldFacts } from './facts.ts';
import { portFrom } from './port.ts';
import { keyPaths } from './signer.ts';

/** The port that a person expects; the next free one is taken when it is not. */
const httpPortDefault = 4010;

/** The facts of a demo world, as far as they are settled before its exchange and application run. */
export async function settleFacts(
  folder: string,
  wanted: { readonly port?: number; readonly profile?: string },
  databaseUrl: string,
  nodes: readonly NodeFacts[],
  signer: Omit<WorldFacts['signer'], 'folder'>,
): Promise<Omit<WorldFacts, 'waiting'>> {
  const port = await portFrom(wanted.port ?? httpPortDefault);
  return {
    demo: true,
    folder,
    profile: wanted.profile ?? 'open',
    // By its name, since browsers give no passkey to a site that is known by a number.
    http: { host: '127.0.0.1', port, url: `http://localhost:${port}` },
    databaseUrl,
    signer: { ...signer, folder: join(folder, 'signer') },
    exchange: {
      url: `http://127.0.0.1:${await freePort()}`,
      issuer: 'demo-exchange',
      keyId: 'kaeru-demo',
      keyFile: exchangeKeyFile(folder),
      adminTokenFile: join(folder, 'exchange', 'admin-token'),
    },
    nodes: nodes.map(({ network, chainId, url }) => ({ network, chainId, url })),
    listsFolder: join(folder, 'lists'),
    keys: { gas: keyPaths.gasWallet, treasury: keyPaths.treasury },
  };
}
