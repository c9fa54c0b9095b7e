import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { postmanEnvironment } from '.';

const identity = { name: 'larch', dip: 'https://dip.example.test', dipId: '1100000007', role: 'MSS' } as const;

function valuesOf(text: string): Record<string, string> {
  const { values } = JSON.parse(text) as { values: { key: string; value: string }[] };
  return Object.fromEntries(values.map(({ key, value }) => [key, value]));
}

test('an environment tells who and where, and leaves what is secret to the user', () => {
  const text = postmanEnvironment({ ...identity, signingCertificate: 'PEM\nof two lines\n' });
  assert.deepEqual(valuesOf(text), {
    ...{ dip: identity.dip, dipId: identity.dipId, role: 'MSS', signingCertificate: 'PEM\nof two lines\n' },
    ...{ apiKey: '', signingKey: '' },
  });
  const { name, values } = JSON.parse(text) as { name: string; values: { key: string; type: string }[] };
  assert.equal(name, 'larch');
  assert.deepEqual(
    values.filter(({ type }) => type === 'secret').map(({ key }) => key),
    ['apiKey', 'signingKey'],
  );
});

test('the file with placeholders has the same variables', () => {
  const file = path.resolve(__dirname, '../../docs/clients/postman/placeholders.postman_environment.json');
  const { dip, dipId, role, signingCertificate } = valuesOf(readFileSync(file, 'utf8')) as Record<string, string>;
  assert.equal(signingCertificate, '');
  const written = postmanEnvironment({
    ...{ name: 'DIP: fill in', dip: dip!, dipId: dipId!, role: 'SUP', signingCertificate },
  });
  assert.equal(role, 'SUP');
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(written));
});
