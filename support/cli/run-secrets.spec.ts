import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { stringify } from 'yaml';
import { scratchDir } from '../testing';
import { secretsOfRun } from './run-secrets';

const pair = (name: string) => ({ certificate: `${name}.pem`, key: `${name}-key.pem` });
const profile = {
  schema: 1,
  name: 'Example Energy',
  systemUnderTest: { name: 'Adapter' },
  identities: [
    {
      ...{ dipId: '1000000001', mpid: 'EXMP', role: 'SUP', apiKey: { file: 'api-key.txt' } },
      certificates: { transport: pair('transport'), signing: pair('signing') },
    },
  ],
  triggers: { connection: { baseUrl: 'https://driver.example', token: { env: 'QUALIFY_TEST_TOKEN' } } },
};

function runOfProfile(): string {
  const dir = scratchDir();
  const run = path.join(dir, 'run');
  mkdirSync(run);
  const write = (name: string, text: string) => writeFileSync(path.join(dir, name), text);
  write('profile.yaml', stringify(profile));
  write('api-key.txt', 'the-api-key');
  write('transport-key.pem', 'key of transport');
  write('signing-key.pem', 'key of signing');
  writeFileSync(path.join(run, 'run.json'), JSON.stringify({ options: { participant: '../profile.yaml' } }));
  return run;
}

it('the secrets of a run are those that its profile names, from files and from the environment', async () => {
  const run = runOfProfile();
  process.env.QUALIFY_TEST_TOKEN = 'the-token';
  try {
    const secrets = await secretsOfRun(run, assert.fail);
    assert.deepEqual(secrets.sort(), ['key of signing', 'key of transport', 'the-api-key', 'the-token']);
  } finally {
    delete process.env.QUALIFY_TEST_TOKEN;
  }
});

it('a profile that is gone is told, and a bundled one names none', async () => {
  const run = runOfProfile();
  rmSync(path.join(run, '../profile.yaml'));
  const said: string[] = [];
  assert.deepEqual(await secretsOfRun(run, (text) => said.push(text)), []);
  assert.match(said.join(), /profile\.yaml cannot be read any more/);
  writeFileSync(path.join(run, 'run.json'), JSON.stringify({ options: { participant: null } }));
  assert.deepEqual(await secretsOfRun(run, assert.fail), []);
});
