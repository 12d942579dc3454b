import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/programs.ts';
import { contractAddress, type DeploymentName } from './contracts.ts';

const genuine: readonly DeploymentName[] = ['wbtc', 'usdt'];
const fake: readonly DeploymentName[] = ['liar', 'mirage'];
const chains = [1, 61] as const;

/**
 * The lists of the demo world: those that come with Kaeru, and one that knows the demo's own contracts
 * by their addresses, for no symbol proves anything.
 */
export function writeDemoLists(folder: string, now: Date): void {
  const target = join(folder, 'lists');
  mkdirSync(target, { recursive: true });
  const source = join(root, 'data/lists');
  for (const name of readdirSync(source)) copyFileSync(join(source, name), join(target, name));
  const entriesOf = (names: readonly DeploymentName[], is: 'genuine' | 'fake') =>
    chains.flatMap((chainId) =>
      names.map((name) => ({
        network: `evm:${chainId}`,
        address: contractAddress(chainId, name),
        is,
        label: name,
      })),
    );
  const list = {
    list: 'demo-contracts',
    kind: 'tokens',
    version: '1',
    source: 'The contracts that the demo world deploys on its own nodes.',
    licence: 'CC0-1.0',
    asOf: now.toISOString().slice(0, 10),
    entries: [...entriesOf(genuine, 'genuine'), ...entriesOf(fake, 'fake')],
  };
  writeFileSync(join(target, 'demo-contracts.json'), `${JSON.stringify(list, null, 2)}\n`);
}
