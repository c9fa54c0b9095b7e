import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as registry from '../support/errors';
import { errorsPage, file } from './errors-doc';

test('docs/errors.md is what the registry says', () => {
  assert.equal(readFileSync(file, 'utf8'), errorsPage(), 'run: npm run docs');
});

test('no code stands in two tables', () => {
  const tables = Object.entries(registry).filter(([name]) => name.endsWith('Errors'));
  assert.ok(tables.length > 5);
  const codes = tables.flatMap(([, table]) => Object.keys(table as object));
  assert.deepEqual(
    codes.filter((code, index) => codes.indexOf(code) !== index),
    [],
  );
});
