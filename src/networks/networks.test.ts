import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getAddress } from 'viem';
import { describe, expect, test } from 'vitest';
import { chainsSource } from '../../test/network-chains.ts';
import {
  address,
  assetParts,
  checksumAddress,
  isDeadAddress,
  isTransferPath,
  nativeAsset,
  networkById,
  networkByName,
  networkId,
  networkRegistry,
  networksProblems,
  nftAsset,
  parseAddress,
  parseNodeSets,
  parseTxHash,
  tokenAsset,
  transferKey,
  transferKeyParts,
  txHash,
} from './index.ts';

const wbtc = address('0x2260fac5e5542a773aa44fbcfedf7c193bc2c599');
const hash = txHash(`0x${'5'.repeat(64)}`);

describe('the registry', () => {
  test('knows at least 41 networks by name, each once, each with its words', () => {
    const { networks, effectiveFrom } = networkRegistry;
    expect(networks.length).toBeGreaterThanOrEqual(41);
    expect(new Set(networks.map((network) => network.id)).size).toBe(networks.length);
    expect(new Set(networks.map((network) => network.name)).size).toBe(networks.length);
    expect(effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const network of networks) {
      expect(network).toMatchObject({ listed: true, testnet: false });
      expect(network.name).toMatch(/^[a-z][a-z0-9-]+$/);
      expect([network.label.ja, network.label.en, network.native.symbol]).not.toContain('');
      expect(network.confirmationsMin).toBeGreaterThanOrEqual(10);
      expect(networkByName(network.name)).toBe(network);
      expect(networkByName(network.id)).toBe(network);
    }
  });

  test('answers any evm:<chainId>, with the cautious rules', () => {
    expect(networkByName('evm:61')).toMatchObject({
      id: 'evm:61',
      name: 'evm:61',
      listed: false,
      native: { symbol: 'ETC', decimals: 18 },
      label: { en: 'Ethereum Classic' },
      finality: 'confirmations',
    });
    expect(networkByName('evm:424242')).toMatchObject({ label: { ja: 'EVMネットワーク 424242' } });
    expect(networkByName('evm:11155111')).toMatchObject({ testnet: true });
    const real = Array.from({ length: 3_000 }, (_, index) => networkByName(`evm:${index + 1}`));
    const unlisted = real.filter((one) => one && !one.listed && one.native.symbol !== 'COIN');
    expect(unlisted.length).toBeGreaterThanOrEqual(41);
  });

  test('knows no other name', () => {
    for (const name of ['', 'etherium', 'evm:', 'evm:0', 'evm:01', 'evm:1e3', 'evm:-1', 'evm:１']) {
      expect(networkByName(name)).toBeNull();
    }
    expect(networkByName(`evm:${2 ** 60}`)).toBeNull();
  });

  test('optimism, base and their like have a data fee', () => {
    expect(networkByName('base')?.layer2).toBe('op-stack');
    expect(networkByName('ethereum')?.layer2).toBeNull();
    expect(networkById(networkId('evm:10')).name).toBe('optimism');
  });

  test('its list of chains is what scripts/network-chains.ts writes today', async () => {
    const written = readFileSync(new URL('./chains.gen.ts', import.meta.url), 'utf8');
    expect(written).toBe(await chainsSource());
  });
});

describe('addresses', () => {
  test('one case is accepted, mixed case must add up (EIP-55)', () => {
    const spelled = '0x2260FAC5E5542a773Aa44fBCfeDf7C193bc2C599';
    for (const text of [wbtc, spelled, ` ${spelled}\n`, `0x${wbtc.slice(2).toUpperCase()}`]) {
      expect(parseAddress(text)).toEqual({ ok: true, value: wbtc });
    }
    expect(parseAddress(spelled.replace('FAC', 'FaC'))).toMatchObject({
      code: 'address_checksum_broken',
    });
    expect(checksumAddress(wbtc)).toBe(spelled);
  });

  test('is spelled as others spell it, and one letter changed is refused', () => {
    const any = fc.uint8Array({ minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(any, fc.nat(39), (bytes, at) => {
        const plain = address(`0x${Buffer.from(bytes).toString('hex')}`);
        const spelled = checksumAddress(plain);
        expect(spelled).toBe(getAddress(plain));
        const letter = spelled.charAt(at + 2);
        const swapped =
          letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
        const broken = `${spelled.slice(0, at + 2)}${swapped}${spelled.slice(at + 3)}`;
        const digits = broken.slice(2);
        const oneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase();
        expect(parseAddress(broken).ok).toBe(broken === spelled || oneCase);
      }),
    );
  });

  test('anything else is malformed', () => {
    for (const text of [
      '',
      '0x',
      wbtc.slice(2),
      `${wbtc}0`,
      wbtc.slice(0, -1),
      `0x${'０'.repeat(40)}`,
    ]) {
      expect(parseAddress(text)).toMatchObject({ ok: false, code: 'address_malformed' });
    }
    expect(parseTxHash(hash.toUpperCase().replace('0X', '0x'))).toEqual({ ok: true, value: hash });
    expect(parseTxHash(wbtc)).toMatchObject({ code: 'hash_malformed' });
  });

  test('dead ones are known', () => {
    expect(isDeadAddress(address(`0x${'0'.repeat(40)}`))).toBe(true);
    expect(isDeadAddress(address(`0x${'0'.repeat(39)}9`))).toBe(true);
    expect(isDeadAddress(address('0x000000000000000000000000000000000000dead'))).toBe(true);
    expect(isDeadAddress(wbtc)).toBe(false);
  });
});

describe('names of transfers and assets', () => {
  test('keys come apart as they were put together', () => {
    for (const path of ['native', 'log:0', 'log:12/3', 'inner:0', 'inner:0.2.11'] as const) {
      const key = transferKey(networkId('evm:61'), hash, path);
      expect(key).toBe(`evm:61/${hash}/${path}`);
      expect(transferKeyParts(key)).toEqual({ network: 'evm:61', hash, path });
    }
  });

  test('other paths are no paths', () => {
    for (const path of [
      '',
      'log:',
      'log:-1',
      'log:1/',
      'inner:',
      'inner:1.',
      'vout:1',
      'native/1',
    ]) {
      expect(isTransferPath(path)).toBe(false);
    }
    expect(() => transferKeyParts(`evm:1/${hash}`)).toThrow('is a transfer key');
  });

  test('assets come apart as they were put together', () => {
    const evm = networkId('evm:1');
    const parts = (token: string | null, tokenId: bigint | null) => ({
      network: evm,
      token,
      tokenId,
    });
    expect(assetParts(nativeAsset(evm))).toEqual(parts(null, null));
    expect(assetParts(tokenAsset(evm, wbtc))).toEqual(parts(wbtc, null));
    expect(assetParts(nftAsset(evm, wbtc, 42n))).toEqual(parts(wbtc, 42n));
  });
});

describe('nodes of a command line', () => {
  test('are put together by network, in order; more than half must agree', () => {
    const sets = parseNodeSets([
      'ethereum=http://a:1',
      'evm:61=http://b:1',
      'evm:1=http://c:1/x?y=z',
    ]);
    if (!sets.ok) throw new Error(sets.code);
    expect(sets.value.map((set) => [set.network.name, set.nodes.length, set.agreeMin])).toEqual([
      ['ethereum', 2, 2],
      ['evm:61', 1, 1],
    ]);
  });

  test('the same URL twice is one node, with one voice', () => {
    const sets = parseNodeSets(['ethereum=http://a:1', 'ethereum=http://a:1/', 'evm:1=http://A:1']);
    expect(sets).toMatchObject({
      ok: true,
      value: [{ agreeMin: 1, nodes: [{ name: 'http://a:1' }] }],
    });
  });

  test('what is refused says why, and never shows the URL', () => {
    const secret = 'http://user:secret@host/key';
    for (const [given, code] of [
      [`ether=${secret}`, 'network_unknown'],
      [secret, 'node_url_malformed'],
      [`${secret}?k=v`, 'node_url_malformed'],
      ['ethereum=ftp://user:secret@host', 'node_url_malformed'],
      ['ethereum=secret', 'node_url_malformed'],
      ['ethereum=', 'node_url_malformed'],
    ] as const) {
      const refused = parseNodeSets([given]);
      expect(refused).toMatchObject({ ok: false, code });
      expect(JSON.stringify(refused)).not.toContain('secret');
      expect(networksProblems[code].ja).toMatch(/[ぁ-ん]/);
    }
    const one = Array.from({ length: 10 }, (_, port) => `ethereum=http://a:${port + 1}`);
    expect(parseNodeSets(one)).toMatchObject({ code: 'node_count_wrong' });
  });
});
