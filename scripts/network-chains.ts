/**
 * Writes src/networks/chains.gen.ts from `viem/chains`: chain id → [name, coin's symbol, decimals,
 * flags]. The whole of viem's list takes most of a second to load; its few facts take no time.
 */
import { writeFileSync } from 'node:fs';
import { chainsSource } from '../test/network-chains.ts';

const target = new URL('../src/networks/chains.gen.ts', import.meta.url);
writeFileSync(target, await chainsSource());
