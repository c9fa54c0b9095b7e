import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { QualifyError } from '../errors';
import { loadAssumptions } from '../stage';
import { scratchDir } from '../testing';
import { featuresWithHash, readScenarios, tagWords } from './features';
import { bundled, home } from './places';

const good = `@process:BP001 @theme:mpan-ownership
Feature: One

  @MQ-BP001-010 @role:SUP @kind:positive @needs:dayArrives @assumes:answer-time
  Scenario: First
    Given a step

  @MQ-BP001-020 @role:MSS:incumbent
  Scenario Outline: Second
    Given <case>

    @segment:S
    Examples:
      | case |
      | a    |
      | b    |
`;

async function read(features: Record<string, string>) {
  const folder = scratchDir();
  for (const [name, text] of Object.entries(features)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return readScenarios(folder, folder, tagWords(await loadAssumptions(bundled.assumptions)));
}

async function refusal(features: Record<string, string>): Promise<QualifyError> {
  const error: unknown = await read(features).then(
    () => assert.fail('it was not refused'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof QualifyError, String(error));
  assert.equal(error.kind, 'configuration');
  assert.doesNotMatch(`${error.message} ${error.fix}`, /[{}]/);
  return error;
}

test('reads every scenario, each row of an outline for itself, in the order of the files', async () => {
  const other = good.replaceAll('BP001', 'BP002');
  const scenarios = await read({ 'b/two.feature': other, 'a/one.feature': good });
  const first = ['MQ-BP001-010', 'MQ-BP001-020/a', 'MQ-BP001-020/b'];
  assert.deepEqual(
    scenarios.map(({ id }) => id),
    [...first, ...first.map((id) => id.replace('BP001', 'BP002'))],
  );
  assert.equal(scenarios[0]!.uri, 'a/one.feature');
});

test('what the build has read is taken only of the very same features', async () => {
  const folder = scratchDir();
  const builtFile = path.join(folder, 'built.json');
  const words = tagWords(await loadAssumptions(bundled.assumptions));
  const names = async () => (await readScenarios(folder, folder, words, builtFile)).map(({ name }) => name);
  writeFileSync(path.join(folder, 'one.feature'), good);
  const { hash, scenarios } = await featuresWithHash(folder, folder, words);
  writeFileSync(builtFile, JSON.stringify({ hash, scenarios: [{ ...scenarios[0], name: 'as built' }] }));
  assert.deepEqual(await names(), ['as built']);
  writeFileSync(path.join(folder, 'one.feature'), good.replace('Scenario: First', 'Scenario: Other'));
  assert.deepEqual(await names(), ['Other', 'Second', 'Second']);
  writeFileSync(path.join(folder, 'one.feature'), good);
  assert.deepEqual(await names(), ['as built']);
  renameSync(path.join(folder, 'one.feature'), path.join(folder, 'two.feature'));
  assert.deepEqual(await names(), ['First', 'Second', 'Second'], 'a place is part of a scenario');
});

test('the bundled features are accepted', async () => {
  const words = tagWords(await loadAssumptions(bundled.assumptions));
  assert.ok((await readScenarios(bundled.features, home, words)).length > 0);
});

const offences: [what: string, from: string, to: string, code: string, line: number, says: RegExp][] = [
  ['an unknown group', '@role:SUP', '@rôle:SUP', 'FEATURE_TAG_UNKNOWN', 4, /@rôle:SUP.*Did you mean @role:SUP\?/],
  ['an unknown value', '@kind:positive', '@kind:positiv', 'FEATURE_TAG_UNKNOWN', 4, /Did you mean @kind:positive\?/],
  ['an unknown act', 'dayArrives', 'dayArrive', 'FEATURE_TAG_UNKNOWN', 4, /Did you mean @needs:dayArrives\?/],
  [
    'an unknown assumption',
    'answer-time',
    'answer-tim',
    'FEATURE_TAG_UNKNOWN',
    4,
    /Did you mean @assumes:answer-time\?/,
  ],
  ['an unknown role', '@role:MSS:incumbent', '@role:MSS:incoming', 'FEATURE_TAG_UNKNOWN', 8, /@role:SUP:outgoing/],
  ['a tag on the feature', '@theme:', '@them:', 'FEATURE_TAG_UNKNOWN', 1, /Did you mean @theme:mpan-ownership\?/],
  ['a tag on examples', '@segment:S', '@segment:X', 'FEATURE_TAG_UNKNOWN', 12, /Known: S, A, U/],
  ['a tag of no group', '@segment:S', '@slow', 'FEATURE_TAG_UNKNOWN', 12, /Known: @process:/],
  ['no id', '@MQ-BP001-010 ', '', 'FEATURE_ID_WRONG', 5, /"First" has none/],
  ['two ids', '@MQ-BP001-010', '@MQ-BP001-010 @MQ-BP001-011', 'FEATURE_ID_WRONG', 5, /@MQ-BP001-010, @MQ-BP001-011/],
  ['an id of another form', '@MQ-BP001-010', '@MQ-BP001-10', 'FEATURE_ID_WRONG', 5, /"First" has @MQ-BP001-10\./],
  ['an id on the feature', '@process', '@MQ-BP001-001 @process', 'FEATURE_ID_WRONG', 5, /@MQ-BP001-001, @MQ-BP001-010/],
  ['an id used twice', '@MQ-BP001-020', '@MQ-BP001-010', 'FEATURE_ID_WRONG', 9, /that of a\.feature:5/],
  ['broken Gherkin', 'Scenario: First', 'Scenaro: First', 'FEATURE_UNREADABLE', 5, /Scenaro: First/],
];

for (const [what, from, to, code, line, says] of offences) {
  test(`refuses ${what}, with its line`, async () => {
    const changed = good.replace(from, to);
    assert.notEqual(changed, good);
    const error = await refusal({ 'a.feature': changed });
    assert.deepEqual([error.code, error.place], [code, `a.feature:${line}`]);
    assert.match(`${error.message} ${error.fix}`, says);
  });
}

const table = (row: string) =>
  good.replace('Given a step', `Given a step:\n      |   | from | to | message |\n      | 1 | ${row} |`);

test('rows off the DIP are told with the scenario', async () => {
  const [first] = await read({ 'a.feature': table('SUP | LDSO | D0168') });
  assert.deepEqual(first?.offDip, [{ from: 'SUP', to: ['LDSO'], message: 'D0168' }]);
  assert.equal((await read({ 'a.feature': good }))[0]?.offDip, undefined);
});

for (const [row, says] of [
  ['CSS | REGS | off-DIP: switch secured activ', /Write "switch secured active"\?/],
  ['SUP | LDOS | D0168', /"LDOS" is neither.*Write "LDSO"/],
  ['SUP | LDSO | D168', /"D168" is no leg off the DIP/],
  ['SUP | REGS | off-DIP: switch secured active', /Name CSS or DCC at one end/],
] as const) {
  test(`refuses the row ${row}`, async () => {
    const error = await refusal({ 'a.feature': table(row) });
    assert.deepEqual([error.code, error.place], ['FEATURE_ROW_WRONG', 'a.feature:5']);
    assert.match(`${error.message} ${error.fix}`, says);
  });
}

test('refuses an id that two files use', async () => {
  const error = await refusal({ 'a.feature': good, 'b.feature': good.replace('-020', '-030') });
  assert.deepEqual([error.code, error.place], ['FEATURE_ID_WRONG', 'b.feature:5']);
  assert.match(error.message, /MQ-BP001-010, which is that of a\.feature:5/);
});
