import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parsedFixtures } from './parsed-fixtures';
import { root } from './process';

const fixtures = path.join(root, 'fixtures');

test('what every run reads is there under the hash of its text, and a changed text is not', () => {
  const parsed = parsedFixtures(fixtures);
  for (const file of ['assumptions/assumptions.yaml', 'environments/pit.yaml', 'standing-data/working-days.yaml']) {
    const text = readFileSync(path.join(fixtures, file), 'utf8');
    const hash = (of: string) => createHash('sha256').update(of).digest('hex');
    assert.deepEqual(parsed[hash(text)], parse(text), file);
    assert.equal(parsed[hash(`${text} `)], undefined);
  }
});
