import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeAbiParameters, keccak256 } from 'viem';
import { contract } from '../../../contracts/index.ts';
import { contractAddress } from '../demo/contracts.ts';
import { demoListing } from '../demo/listing.ts';
import { writePrivately } from '../processes/known.ts';
import type { ExchangeFacts } from './facts.ts';
import { answersOk, nodeProgram } from './programs.ts';
import { keyPaths, type SignerKeys } from './signer.ts';
import type { Program } from './supervise.ts';

const listedChainId = 1;

/** The reference exchange as a process of its own, with its configuration written to `folder`. */
export function exchangeProgram(
  folder: string,
  facts: ExchangeFacts,
  keys: SignerKeys,
  handoverTo: string,
): Program {
  const config = join(folder, 'config.json');
  writePrivately(config, JSON.stringify(exchangeConfig(facts, keys, handoverTo), null, 2));
  const port = new URL(facts.url).port;
  const args = ['--folder', folder, '--config', config, '--port', port];
  return nodeProgram('exchange', 'reference-exchange/main.ts', args, () =>
    answersOk(`${facts.url}/.well-known/jwks.json`),
  );
}

/** Makes the key that calls to the exchange are signed with, once. Returns the file it is in. */
export function exchangeKeyFile(folder: string): string {
  const file = join(folder, 'exchange-key.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writePrivately(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  }
  return file;
}

function exchangeConfig(facts: ExchangeFacts, keys: SignerKeys, handoverTo: string): object {
  const publicKey = createPublicKey(readFileSync(facts.keyFile, 'utf8'));
  const own = (address: string, purpose: string, path: string) => ({
    address,
    purpose,
    control: { kind: 'hd', path },
  });
  return {
    issuer: facts.issuer,
    handoverTo,
    kaeruKeys: [
      {
        id: facts.keyId,
        publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      },
    ],
    network: `evm:${listedChainId}`,
    xpub: keys.xpub,
    ownAddresses: [
      own(keys.hotWallet, 'hot', keyPaths.hotWallet),
      own(keys.treasury, 'treasury', keyPaths.treasury),
      own(keys.gasWallet, 'gas', keyPaths.gasWallet),
    ],
    contractDeposits: {
      factory: contractAddress(listedChainId, 'forwarderFactory'),
      initCodeHash: forwarderInitCodeHash(keys.treasury),
    },
    assets: demoListing(listedChainId),
  };
}

/** What CREATE2 hashes (EIP-1014): a forwarder's code with its parent behind it. */
export function forwarderInitCodeHash(parent: `0x${string}`): `0x${string}` {
  const argument = encodeAbiParameters([{ type: 'address' }], [parent]);
  return keccak256(`${contract('Forwarder').bytecode}${argument.slice(2)}`);
}
