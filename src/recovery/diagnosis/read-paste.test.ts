import { existsSync, readFileSync } from 'node:fs';
import { entropyToMnemonic, generateMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Paste, pasteBytesMax, readPaste, removeSecrets } from './index.ts';

const hash = `0x${'3f9a'.repeat(16)}`;
const key = '8f2a55949038a9610f50fb23b5883af3b4ecb3c3bb792cbcefbd1542c692be63';
const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const lower = address.toLowerCase();

function read(text: string): Paste {
  const paste = readPaste(text);
  if (!paste.ok) throw new Error(paste.code);
  return paste.value;
}

describe('an id is found in', () => {
  const fullWidth = [...hash]
    .map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
    .join('');
  test.each<[string, string]>([
    ['itself', hash],
    ['capitals', hash.toUpperCase()],
    ['no 0x', hash.slice(2)],
    ['full-width digits', fullWidth],
    ['zero-width characters', [...hash].join('\u200b')],
    ['a link', `https://etherscan.io/tx/${hash}#eventlog`],
    ['a link with a query', `https://polygonscan.com/tx/${hash}?utm=1`],
    ['Japanese around it', `取引ID：${hash}です。届きません`],
    [
      'a mail that broke its line',
      `Your transfer:\r\n> ${hash.slice(0, 40)}\r\n> ${hash.slice(40)}\r\nThanks`,
    ],
    ['a mail in quoted-printable', `TXID: ${hash.slice(0, 50)}=\r\n${hash.slice(50)}`],
    ['the same id twice', `${hash} and ${hash}`],
  ])('%s', (_, text) => {
    expect(read(text).hashes).toEqual([hash]);
  });

  test('and not in call data, or hex of another length', () => {
    expect(read(`0xa9059cbb${'0'.repeat(128)}`).hashes).toEqual([]);
    expect(read(`0x${'ab'.repeat(33)}`).hashes).toEqual([]);
  });
});

describe('beside the id', () => {
  test('addresses are read, and a broken checksum is named', () => {
    expect(read(`to ${address}`).addresses).toEqual([lower]);
    expect(read(`to ${address.replace('C5', 'c5')}`)).toMatchObject({
      addresses: [],
      problems: [{ code: 'address_checksum_broken' }],
    });
  });

  test('an explorer is a hint of the network, any other host is none', () => {
    const links = `https://www.bscscan.com/tx/${hash} https://bscscan.com.evil.example/tx/${hash}`;
    expect(read(links).explorers).toEqual([{ host: 'bscscan.com', network: 'bsc', family: 'evm' }]);
  });

  test.each(['0x3f9a…c41d', `${hash.slice(0, 60)}`, `${hash}9`, '0x3f9a...c41d'])(
    '%s is an id that lost digits',
    (text) => {
      expect(read(text)).toMatchObject({ hashes: [], problems: [{ code: 'hash_truncated' }] });
    },
  );

  test('an id written without 0x and without a word about it may be a key', () => {
    expect(read(key).mayBeKeys).toEqual([`0x${key}`]);
    expect(read(`txid ${key}`).mayBeKeys).toEqual([]);
    expect(read(hash).mayBeKeys).toEqual([]);
  });
});

const phrase = entropyToMnemonic(new Uint8Array(16).fill(7), english);
const keystore = JSON.stringify({
  crypto: {
    cipher: 'aes-128-ctr',
    ciphertext: 'ab'.repeat(32),
    kdf: 'scrypt',
    mac: 'cd'.repeat(32),
  },
  version: 3,
});

describe('a secret is replaced by a marker before anything else happens', () => {
  test.each<[string, string, string]>([
    ['a labelled key', `My private key: 0x${key} please help`, 'private key'],
    ['a labelled key without 0x', `秘密鍵は${key}です`, 'private key'],
    ['in simplified Chinese', `私钥：${key}`, 'private key'],
    ['in Korean', `개인키: ${key}`, 'private key'],
    ['with the label after it', `0x${key} (secret key)`, 'private key'],
    ['in full-width letters', `ｐｒｉｖａｔｅ　ｋｅｙ ${key}`, 'private key'],
    [
      'the key of an address in the text',
      // The key of the address of the first account of every development node.
      '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
      'private key',
    ],
    ['a WIF key', 'KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn', 'private key'],
    [
      'a protected WIF key',
      '6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg',
      'private key',
    ],
    [
      'an extended private key',
      'xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi',
      'private key',
    ],
    [
      'a PEM key',
      '-----BEGIN EC PRIVATE KEY-----\nMHQCAQEE\n-----END EC PRIVATE KEY-----',
      'private key',
    ],
    ['a seed phrase', `seed: ${phrase}`, 'seed phrase'],
    ['a seed phrase in capitals', phrase.toUpperCase(), 'seed phrase'],
    [
      'a numbered seed phrase',
      phrase
        .split(' ')
        .map((word, at) => `${at + 1}. ${word}`)
        .join('\n'),
      'seed phrase',
    ],
    ['a seed phrase with two words swapped', phrase.split(' ').reverse().join(' '), 'seed phrase'],
    [
      'half a seed phrase, labelled',
      `シードフレーズは ${phrase.split(' ').slice(0, 6).join(' ')}`,
      'seed phrase',
    ],
    ['a Japanese seed phrase', generateMnemonic(japanese), 'seed phrase'],
    ['a wallet file', `see ${keystore}`, 'wallet file'],
    ['a wallet file cut off', `see ${keystore.slice(0, -20)}`, 'wallet file'],
    ['a password', 'パスワード: hunter2secret', 'password'],
    ['a code', '認証コードは 123 456 です', 'code'],
    ['an individual number', 'マイナンバー 1234-5678-9018', 'identity number'],
  ])('%s', (_, text, kind) => {
    const cleaned = removeSecrets(text);
    expect(cleaned.removed).toContain(kind);
    expect(cleaned.text).toContain(`[removed: ${kind}]`);
    for (const secret of [
      key,
      phrase,
      'ac0974bec39a',
      'hunter2',
      '5678',
      'MHQC',
      'KwDiBf',
      'ciphertext',
    ]) {
      if (!text.includes(secret) || secret === 'ciphertext') continue;
      expect(cleaned.text).not.toContain(secret);
    }
    expect(read(text).text).toBe(cleaned.text);
    expect(read(text).hashes).not.toContain(`0x${key}`);
  });

  test('what stands around it stays as it was written', () => {
    expect(removeSecrets(`ＴＸ ① 秘密鍵: 0x${key}。助けて`).text).toBe(
      'ＴＸ ① 秘密鍵: [removed: private key]。助けて',
    );
  });

  test('a key and an id in one message are told apart by the nearest label', () => {
    const both = `tx hash: ${hash}\nprivate key: ${key}`;
    expect(read(both)).toMatchObject({ hashes: [hash], secrets: ['private key'] });
    expect(read(both).text).not.toContain(key);
  });
});

describe('no secret is seen in', () => {
  test.each<[string, string]>([
    ['an id', hash],
    [
      'an id beside the word transaction',
      `I never share my private key. Transaction hash: ${hash}`,
    ],
    [
      'an ordinary complaint',
      'I sent my coins to the wrong address and nobody will help me with this problem at all, please answer.',
    ],
    ['Japanese', '先週の金曜日に送金しましたが、まだ届いていません。どうすればよいでしょうか。'],
    ['words about a seed phrase', 'They asked for my seed phrase but I did not tell them.'],
    ['an address and an amount', `${address} 5 WBTC 123456789012`],
    ['a number that is no individual number', 'マイナンバー 1234-5678-9012'],
    [
      'JSON that is no wallet',
      JSON.stringify({ jsonrpc: '2.0', result: { hash, ciphertext: '' } }),
    ],
  ])('%s', (_, text) => {
    expect(removeSecrets(text)).toEqual({ text, removed: [] });
  });
});

describe('whatever is pasted', () => {
  test('it is refused when it is too long, and read in good time just below that', () => {
    expect(readPaste('x'.repeat(pasteBytesMax + 1))).toMatchObject({ code: 'text_too_long' });
    const worst = [
      'a',
      '0x',
      '{',
      'abandon ',
      'private key ',
      '5'.repeat(60),
      '-----BEGIN PRIVATE KEY-----',
      'ﷺ',
      '0xab…',
    ];
    for (const piece of worst) {
      const times = Math.floor(pasteBytesMax / Buffer.byteLength(piece));
      const started = performance.now();
      expect(readPaste(piece.repeat(times)).ok).toBe(true);
      expect(performance.now() - started, piece).toBeLessThan(1_500);
    }
  });

  test('it is taken apart without failing, and text without a secret stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { text: kept, removed } = removeSecrets(text);
        if (removed.length === 0) expect(kept).toBe(text);
        expect(readPaste(text).ok).toBe(true);
      }),
    );
  });

  test('an id survives anything around it, a labelled key nothing', () => {
    const around = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter((one) => !/[0-9a-z]/i.test(one));
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(read(`${before} ${hash} ${after}`).hashes).toEqual([hash]);
        expect(read(`${before} private key: ${key} ${after}`).text).not.toContain(key);
      }),
    );
  });

  const naughty = '../shared/data/security/blns/blns.json';
  test.skipIf(!existsSync(naughty))('the big list of naughty strings goes through', () => {
    for (const text of JSON.parse(readFileSync(naughty, 'utf8')) as string[]) {
      expect(read(text).hashes).toEqual([]);
      expect(read(`${text} ${hash}`).hashes).toEqual([hash]);
      expect(removeSecrets(`${text}\nprivate key: ${key}`).text).not.toContain(key);
    }
  });

  const vectors = '../shared/data/security/bip39/vectors.json';
  test.skipIf(!existsSync(vectors))(
    'every published seed phrase of the lists in BIP-39 is caught',
    () => {
      const byLanguage = JSON.parse(readFileSync(vectors, 'utf8')) as Record<string, string[][]>;
      const { russian: _, turkish: __, ...official } = byLanguage;
      for (const cases of Object.values(official)) {
        for (const [, words = ''] of cases) {
          expect(removeSecrets(`Here:\n${words}\nthanks`)).toEqual({
            text: 'Here:\n[removed: seed phrase]\nthanks',
            removed: ['seed phrase'],
          });
        }
      }
    },
  );
});
