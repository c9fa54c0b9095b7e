import assert from 'node:assert/strict';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { QualifyError } from '../../errors';
import { scratchDir } from '../../testing';
import { keyFile, pseudonymKey } from './pseudonym-key';

it('the key for pseudonyms is made once, of 32 bytes, readable by its owner only', async () => {
  const state = path.join(scratchDir(), 'state');
  const keys = await Promise.all(Array.from({ length: 5 }, () => pseudonymKey(state)));
  assert.equal(keys[0]!.length, 32);
  for (const key of [...keys, await pseudonymKey(state)]) assert.deepEqual(key, keys[0]);
  assert.equal(statSync(keyFile(state)).mode & 0o777, 0o600);
  assert.equal(statSync(path.dirname(keyFile(state))).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(path.dirname(keyFile(state))), ['pseudonym-key']);
  assert.notDeepEqual(await pseudonymKey(path.join(scratchDir(), 'state')), keys[0]);
});

it('a key that was cut short is refused, not used', async () => {
  const state = scratchDir();
  await pseudonymKey(state);
  writeFileSync(keyFile(state), 'c2hvcnQ');
  await assert.rejects(
    pseudonymKey(state),
    (error) =>
      error instanceof QualifyError && error.code === 'REDACTION_KEY_UNREADABLE' && error.place === keyFile(state),
  );
});
