import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KaeruClient } from '../../../client/index.ts';
import { initDemoSigner } from '../../../signer/init.ts';
import { ownedFolder } from '../../../test/runner/clear-stale.ts';
import { openDatabase } from '../../db/index.ts';
import { type Config, readConfig } from '../config/config.ts';
import { freePort } from '../postgres/embedded.ts';
import { root } from './programs.ts';
import { silently } from './progress.ts';
import { type Deployment, startConfigured } from './start-configured.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let deployment: Deployment;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = ownedFolder('configured');
  world = await startWorld({
    folder: join(folder, 'world'),
    withApp: false,
    databaseSettings: ['fsync=off'],
    progress: silently,
  });
  const { databaseUrl, exchange, nodes, listsFolder, keys } = world.facts;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'database-url'), `${databaseUrl}\n`);
  file = join(folder, 'kaeru.json');
  const port = await freePort();
  const { url, issuer, keyId, keyFile } = exchange;
  write({
    profile: 'open',
    folder: './deployment',
    http: { port, url: `http://127.0.0.1:${port}` },
    databaseUrlFile: './database-url',
    signer: { socket: './signer.sock', folder: './signer' },
    exchange: { url, issuer, keyId, keyFile },
    nodes: nodes.map((node) => ({ network: node.network, url: node.url })),
    listsFolder,
    keys,
  });
  makeSigner(join(folder, 'signer'));
  deployment = await startConfigured(configOf(), silently);
});

/** Keys and a signed policy as the demo makes them; called by what they are for: not a demo's. */
function makeSigner(signerFolder: string): void {
  initDemoSigner(signerFolder, { costLog2: 10 });
  const settings = join(signerFolder, 'signer.json');
  const made = JSON.parse(readFileSync(settings, 'utf8')) as object;
  writeFileSync(settings, JSON.stringify({ ...made, demo: false }));
}

function configOf(): Config {
  const config = readConfig(file);
  if (!config.ok) throw new Error(config.facts['fault']);
  return config.value;
}

afterAll(async () => {
  await deployment?.stop();
  await world?.stop();
});

function write(config: object): void {
  writeFileSync(file, JSON.stringify(config));
}

describe('a deployment from a configuration file', () => {
  test('runs, is not the demo, and an administrator comes in by a link that works once', async () => {
    const { url } = deployment.facts.http;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(deployment.facts.demo).toBe(false);
    const init = () => {
      const main = join(root, 'src/app/main.ts');
      return spawnSync(process.execPath, [main, 'init', '--config', file], { encoding: 'utf8' });
    };
    expect(init()).toMatchObject({ status: 1, stderr: expect.stringContaining('two') });
    const database = openDatabase(world.facts.databaseUrl);
    await database
      .updateTable('staff')
      .set({ roles: ['auditor'] })
      .where('login', '=', 'kimura@demo.example')
      .execute();
    await database.destroy();
    const link = new URL(init().stdout.split('\n')[0] ?? '');
    expect(`${link.origin}${link.pathname}`).toBe(`${url}/console/join`);
    const client = new KaeruClient({ url });
    const account = {
      login: 'first@exchange.example',
      name: 'First',
      password: 'a long password here',
    };
    const body = { ...account, token: link.hash.slice(1) };
    const joined = await client.joinStaff({ body });
    if (!joined.ok) throw new Error(joined.problem.title);
    const code = new TOTP({ secret: joined.value.oneTimeSecret }).generate();
    const session = await client.openStaffSession({ body: { ...account, code } });
    expect(session.ok).toBe(true);
    const again = await client.joinStaff({ body });
    expect(again.ok ? null : again.problem.code).toBe('invitation_unknown');
  });

  test('does not run on a demonstration’s signer', async () => {
    const config = { ...configOf(), folder: join(folder, 'another') };
    const signer = { socket: world.facts.signer.socket };
    await expect(startConfigured({ ...config, signer }, silently)).rejects.toThrow('demonstration');
  });

  test('a configuration that is wrong is told by the field', () => {
    write({ profile: 'mars' });
    expect(readConfig(file)).toMatchObject({
      code: 'config_wrong',
      facts: { fault: expect.stringContaining('profile') },
    });
    writeFileSync(file, '{');
    expect(readConfig(file)).toMatchObject({ facts: { fault: 'it is not JSON' } });
    expect(readConfig(join(folder, 'none.json'))).toMatchObject({ code: 'config_missing' });
  });
});
