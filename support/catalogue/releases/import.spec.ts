import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { importRelease } from '.';
import { refusal } from './refusal.fixture';
import { files, releaseFolder } from './release.fixture';
import type { StoredRelease } from './stored';

const at = new Date('2026-11-05T00:00:00Z');
const load = (path: string) => importRelease(path, '9.9', at);
const labels = ({ events }: StoredRelease) =>
  events.map((one) => `${one.interface} [${one.event}] ${one.schemaVersion}`);

test('a folder of files that refer to one another by remote address is read without the network', async () => {
  const release = await load(releaseFolder());
  assert.deepEqual(labels(release), [
    'IF-031 [MSApp] 011',
    'IF-031 [DSApp] 011',
    'IF-038 [DirectContractMSRemove] 011',
    'IF-038 [Unheard] 011',
    'REP-002 [DUOSSupplierAggData] 008',
  ]);
  assert.deepEqual(
    release.files.map(({ name, sha256 }) => [name, sha256.length]),
    [
      ['Blocks.yaml', 64],
      ['Interfaces.yaml', 64],
      ['Items.yaml', 64],
    ],
  );
  assert.equal(release.imported, at.toISOString());
});

test('OpenAPI becomes JSON Schema 2020-12', async () => {
  const { $defs, events } = await load(releaseFolder());
  assert.deepEqual($defs['DI-019'], { anyOf: [{ type: 'string', minLength: 1, maxLength: 50 }, { type: 'null' }] });
  assert.deepEqual($defs['DI-800'], { anyOf: [{ type: 'string', enum: ['COS', 'CSP'] }, { type: 'null' }] });
  assert.deepEqual($defs['DI-997'], { type: 'string', minLength: 10, maxLength: 10 });
  assert.equal($defs.B070!.type, 'object', 'properties without a type are those of an object');
  assert.deepEqual($defs.B070!.properties!.count, { type: 'integer', minimum: 0, maximum: 9 });
  const s0 = events[3]!.message.properties!.CommonBlock!.properties!.S0!.properties!;
  assert.deepEqual(s0.eventCode, { type: 'string', enum: ['[Unheard]'] }, 'an event takes its own code only');
  assert.equal(events[3]!.message.properties!.CustomBlock, undefined);
  assert.deepEqual(events[4]!.report, { $ref: '#/$defs/Report' });
  assert.equal(events[0]!.report, undefined);
  assert.ok(!('Unused' in $defs), 'what no event uses is not looked at');
});

test('a single file, resolved, in JSON, gives the same events', async () => {
  const all = ['Interfaces.yaml', 'Blocks.yaml', 'Items.yaml'].map(
    (name) => parse(files[name]!.replaceAll(/'https:[^#]*/g, "'")) as { components: { schemas: object } },
  );
  const { Unused: _unused, ...schemas } = Object.assign({}, ...all.map((one) => one.components.schemas)) as Record<
    string,
    unknown
  >;
  const folder = releaseFolder({
    'resolved.json': () => JSON.stringify({ openapi: '3.0.0', components: { schemas } }),
  });
  const [one, several] = [await load(join(folder, 'resolved.json')), await load(releaseFolder())];
  assert.deepEqual(one.events, several.events);
  assert.deepEqual(one.$defs, several.$defs);
  assert.deepEqual(
    one.files.map(({ name }) => name),
    ['resolved.json'],
  );
});

test('one file of several finds the others beside it', async () => {
  const release = await load(join(releaseFolder(), 'Interfaces.yaml'));
  assert.equal(release.events.length, 5);
});

test('one file has the events of the files that it refers to, whatever address they are at', async () => {
  const folder = releaseFolder();
  const [api, all] = [await load(join(folder, 'Submit.yaml')), await load(folder)];
  assert.deepEqual(api.events, all.events);
  const address = 'https://files.example/dip/main';
  const pair = {
    'Api.yaml': `# $ref: '${address}/Broken.yaml#/x'\npaths:\n  /x: {post: {schema: {$ref: '${address}/Middle.yaml#/components/schemas/All'}}}\n`,
    'Middle.yaml': `components:\n  schemas:\n    All: {oneOf: [{$ref: "${address}/Interfaces.yaml#/components/schemas/IF-031-DSApp"}]}\n`,
    'Broken.yaml': "components: {schemas: {S0: {eventCode: '[MSApp]'\n",
  };
  const through = await load(join(releaseFolder({}, { ...files, ...pair }), 'Api.yaml'));
  assert.deepEqual(through.events, all.events);
});

test('one file that is cut off before its first event code is told as cut off', async () => {
  const cut = (text: string) => text.slice(0, text.indexOf('schemaVersion: {'));
  assert.match(
    await refusal(join(releaseFolder({ 'Interfaces.yaml': cut }), 'Interfaces.yaml')),
    /^RELEASE_SCHEMA_INVALID Interfaces\.yaml .*required: "CustomBlock"/,
  );
  const json = join(releaseFolder({ 'one.json': () => '{"components": {"schemas": {"IF-031-MSApp": {' }), 'one.json');
  assert.match(await refusal(json), /^RELEASE_FILE_UNREADABLE one\.json/);
  assert.match(
    await refusal(join(releaseFolder({ 'one.yaml': () => 'openapi: 3.0.0\n' }), 'one.yaml')),
    /^RELEASE_WITHOUT_EVENT/,
  );
});

test('a schema of its own wins over one that serves several events', async () => {
  const shared = (text: string) => text.replace("enum: ['[MSApp]']", "enum: ['[MSApp]', '[DSApp]']");
  const release = await load(releaseFolder({ 'Interfaces.yaml': shared }));
  const own = release.events.filter((one) => one.event === 'DSApp');
  assert.deepEqual(
    own.map((one) => Object.keys(one.message.properties!.CustomBlock!.properties!)),
    [['B070']],
  );
});

test('YAML aliases are shared, allOf is one schema, oneOf is a choice', async () => {
  const edit = (text: string) =>
    text.replace('DI-997: {', 'DI-997: &text {').replace(
      '  DI-800:\n',
      `  DI-800:
    allOf:
      - {$ref: '#/components/schemas/Part'}
      - {properties: {b: *text}, required: [b]}
  Part: {type: object, properties: {a: {oneOf: [{type: string}, {type: integer}]}}, required: [a]}
  Old:
`,
    );
  const { $defs } = await load(releaseFolder({ 'Items.yaml': edit }));
  assert.deepEqual($defs['DI-800'], {
    type: 'object',
    properties: { a: { anyOf: [{ type: 'string' }, { type: 'integer' }] }, b: $defs['DI-997'] },
    required: ['a', 'b'],
  });
});

test('an empty or broken file that nothing needs does not matter', async () => {
  const folder = releaseFolder({ 'empty.yaml': () => ' ', 'other.json': () => '{"a":' });
  writeFileSync(join(folder, 'notes.txt'), 'not a specification');
  assert.equal((await load(folder)).events.length, 5);
});
