import assert from 'node:assert/strict';
import { test } from 'node:test';
import { start, write } from '../qualify.fixture';
import { catalogue, piped, place } from './catalogue.fixture';

const item = (extra: string) => `openapi: 3.0.3
components:
  schemas:
    IF-031-MSApp:
      type: object
      additionalProperties: false
      required: [CommonBlock]
      properties:
        CommonBlock:
          type: object
          additionalProperties: false
          required: [S0, S1]
          properties:
            S0:
              type: object
              additionalProperties: false
              required: [interfaceID, schemaVersion, eventCode]
              properties:
                interfaceID: { type: string, enum: [IF-031] }
                schemaVersion: { type: string, enum: ['012'] }
                eventCode: { type: string, enum: ['[MSApp]'] }
            S1:
              type: object
              additionalProperties: false
              required: [senderDIPID]
              properties:
                senderDIPID: { type: string, minLength: 10, maxLength: 10 }
${extra}`;

test('a release is taken in, used and compared', async () => {
  const old = write(place, 'old.yaml', item(''));
  const now = write(place, 'new.yaml', item('                subText: { type: string, maxLength: 9 }\n'));
  const taken = await catalogue('import', old, '--release', '3.0');
  assert.equal(taken.code, 0, taken.stderr);
  assert.match(taken.stdout, /releases.3\.0\.json\n$/);
  assert.match(taken.stderr, /^release 3\.0: 1 message of 1 interface/);
  assert.equal((await catalogue('import', now, '--release', '3.1', '--json')).code, 0);
  const [listed, json] = await Promise.all([
    catalogue('list', '--releases'),
    catalogue('list', '--releases', '--json'),
  ]);
  const day = new Date().toISOString().slice(0, 7);
  assert.match(
    listed.stdout,
    new RegExp(
      `^2\\.1\\.0 {2}146 messages, bundled\n3\\.0 {2}1 message, imported ${day}-\\d\\d\n3\\.1 {2}1 message, .*\n$`,
    ),
  );
  const { releases } = JSON.parse(json.stdout) as { releases: { id: string; bundled: boolean }[] };
  assert.deepEqual(
    releases.map(({ id, bundled }) => [id, bundled]),
    [
      ['2.1.0', true],
      ['3.0', false],
      ['3.1', false],
    ],
  );
  const shown = await catalogue('show', 'IF-031', 'MSApp', '--release', '3.1');
  assert.match(shown.stdout, /^release +3\.1, schema version 012$/m);
  const message = await catalogue('sample', 'IF-031', 'MSApp', '--release', '3.1', '--set', 'CommonBlock.S1.subText=x');
  assert.equal(piped(message.stdout, 'validate', '-', '--release', '3.1').code, 0);
  assert.equal(piped(message.stdout, 'validate', '-', '--release', '3.0').code, 1);

  const [same, changed, removed] = await Promise.all([
    catalogue('diff', '3.1', '3.1'),
    catalogue('diff', '3.0', '3.1', '--json'),
    catalogue('diff', '2.1.0', '3.1'),
  ]);
  assert.deepEqual([same.code, same.stdout], [0, '']);
  assert.match(same.stderr, /^3\.1 to 3\.1: 0 changes/);
  const { breaking, changes, scenarios } = JSON.parse(changed.stdout) as {
    breaking: number;
    changes: { text: string; breaking: boolean; events: string[] }[];
    scenarios: string[];
  };
  assert.equal(changed.code, breaking > 0 ? 1 : 0);
  assert.ok(changes.some(({ text, events }) => text.includes('subText') && events.includes('IF-031 [MSApp]')));
  assert.ok(scenarios.includes('MQ-BP001-010'));
  assert.equal(removed.code, 1);
  assert.match(removed.stdout, /^IF-032$/m);
  assert.match(removed.stdout, /scenarios .*MQ-BP001-010/);
});

test('what a change of release touches can be selected, and nothing else is', async () => {
  const impacted = (...releases: string[]) => start(place, ['list', '--impacted', ...releases]).ended;
  const touched = await impacted('3.0', '3.1');
  assert.equal(touched.code, 0, touched.stderr);
  assert.match(touched.stdout, /^MQ-BP001-020 /m);
  assert.doesNotMatch(touched.stdout, /^MQ-BP001-030 /m, 'only the Data Service is appointed there');
  assert.match((await impacted('2.1.0', '3.1')).stdout, /^MQ-BP001-030 /m);
  for (const [releases, code] of [
    [['3.1', '3.1'], 'RELEASES_ALIKE'],
    [['3.0', '3.9'], 'RELEASE_UNKNOWN'],
    [['3.0'], 'OPTION_WRONG'],
  ] as const) {
    const refused = await impacted(...releases);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, new RegExp(`^${code} \\(configuration\\)$`, 'm'));
  }
});
