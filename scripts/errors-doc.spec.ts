import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkCatalogue, checkDefinition, scenarioChecks } from '../support/checks';
import * as registry from '../support/errors';
import { errorsPage, file } from './errors-doc';
import { root } from './lib/process';

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

/** Ids of checks that code makes outside the always-on table: `{ id: 'absence', … }`, and the facets of a leg. */
function idsInCode(): string[] {
  const folders = ['world', 'verdict', 'conversation'].map((name) => path.join(root, 'support', name));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
  const code = files.filter((name) => !/\.(spec|fixture)\.ts$/.test(name)).map((name) => readFileSync(name, 'utf8'));
  return [...new Set(code.flatMap((text) => text.match(/(?<=\bid: ')[a-z-]+(?=')|(?<=')leg-[a-z]+(?=')/g) ?? []))];
}

test('every check that occurs in code stands in a table and in docs/errors.md, with a next step of its own', () => {
  const page = errorsPage();
  const ids = [...idsInCode(), ...Object.keys(checkCatalogue), ...Object.keys(scenarioChecks)];
  for (const known of ['absence', 'records', 'exception-shown', 'leg-order']) assert.ok(ids.includes(known), known);
  for (const id of ids) {
    assert.ok(checkDefinition(id), `${id} stands in no table`);
    assert.ok(page.includes(`| \`check:${id}\` |`), `${id} stands not in the page`);
  }
  const fixes = [...Object.values(checkCatalogue), ...Object.values(scenarioChecks)].map(({ fix }) => fix);
  assert.equal(new Set(fixes).size, fixes.length);
  assert.equal(checkDefinition('no-such-check'), undefined);
});
