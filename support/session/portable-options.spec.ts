import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readOptions } from './options';
import { portable } from './portable-options';

const work = path.resolve('/work');

test('files of the user are named from the folder of the run, names stay', () => {
  const folder = path.join(work, 'reports', 'one');
  const participant = path.join(work, 'profiles', 'a.yaml');
  const options = readOptions({ participant, environment: 'sit', out: path.join(work, 'reports'), roles: ['SUP'] });
  const kept = portable(options, folder);
  assert.deepEqual([kept.participant, kept.environment, kept.out], ['../../profiles/a.yaml', 'sit', null]);
  assert.deepEqual(kept.roles, ['SUP']);
  assert.equal(path.resolve(folder, kept.participant!), participant);
  assert.equal(portable(readOptions({}), folder).participant, null);
});
