import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPaste } from '../src/recovery/diagnosis/index.ts';
import { hasLitecoind, type Litecoind, startLitecoind } from './litecoind.ts';

describe.runIf(hasLitecoind)('addresses that a real node of the bitcoin family makes', () => {
  let node: Litecoind;
  beforeAll(async () => {
    node = await startLitecoind();
  });
  afterAll(() => node.stop());

  test.each(['legacy', 'p2sh-segwit', 'bech32', 'mweb', 'taproot'])(
    '%s: another kind of network, not malformed',
    async (kind) => {
      const made = kind === 'taproot' ? await taproot() : await node.ask('getnewaddress', '', kind);
      const read = readPaste(`I sent it to ${made}, please look.`);
      expect(read).toMatchObject({ ok: true, value: { otherKinds: [made], problems: [] } });
      expect(read).toMatchObject({ value: { hashes: [], addresses: [], secrets: [] } });
    },
  );

  /** Its wallet makes none, but it knows the address of such a script (BIP-341). */
  async function taproot(): Promise<string> {
    const script = `5120${'79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798'}`;
    const told = await node.ask<{ addresses?: string[]; address?: string }>('decodescript', script);
    return told.addresses?.[0] ?? (told.address as string);
  }
});
