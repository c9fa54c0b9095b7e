import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import type { Scenario } from '../stage';
import { runOptions } from './options';
import { prepare } from './prepare';
import { checkSelection, select } from './selection';

const scenario = (id: string, tags: string[], over: Partial<Scenario> = {}): Scenario => ({
  id,
  name: id,
  uri: 'features/f.feature',
  line: 1,
  tags,
  process: 'BP001',
  theme: 'mpan-ownership',
  kind: 'positive',
  roles: tags.filter((tag) => tag.startsWith('@role:')).map((tag) => tag.slice(6)),
  needs: [],
  assumes: [],
  interfaces: [],
  messages: [],
  ...over,
});
const scenarios = [
  scenario('MQ-BP001-010', ['@role:SUP', '@role:REGS']),
  scenario('MQ-BP001-110/too-far', ['@role:SUP']),
  scenario('MQ-BP001-210', ['@role:REGS']),
];
const prepared = (over: object = {}) => prepare(runOptions.parse(over), scratchDir());
const selected = async (over: object) => {
  const made = await prepared(over);
  checkSelection(made, scenarios);
  return select(made, scenarios);
};

test('what applies is selected, and what does not is excluded with its reason', async () => {
  const { selected: ran, excluded } = await selected({});
  assert.deepEqual(
    ran.map(({ id }) => id),
    ['MQ-BP001-010', 'MQ-BP001-110/too-far'],
  );
  assert.deepEqual(excluded, [{ id: 'MQ-BP001-210', verdict: 'not-applicable', reason: 'it proves REGS' }]);
});

test('an id may be given with or without its case', async () => {
  for (const id of ['MQ-BP001-110', 'MQ-BP001-110/too-far']) {
    const { selected: ran } = await selected({ scenarios: [id] });
    assert.deepEqual(
      ran.map((one) => one.id),
      ['MQ-BP001-110/too-far'],
    );
  }
});

test('a misspelt id is refused with the nearest, even beside one that is right', async () => {
  const hint = { code: 'SELECTION_UNKNOWN', kind: 'configuration', message: /MQ-BP001-O10/, fix: /MQ-BP001-010\?/ };
  await assert.rejects(selected({ scenarios: ['MQ-BP001-O10'] }), hint);
  await assert.rejects(selected({ scenarios: ['MQ-BP001-210', 'MQ-BP001-O10'] }), hint);
  await assert.rejects(selected({ processes: ['BP0O1'] }), { code: 'SELECTION_UNKNOWN', place: '--process' });
  await assert.rejects(selected({ types: ['funktional'] }), { code: 'SELECTION_UNKNOWN', fix: /functional/ });
});

test('a role to which nothing applies is never an empty run', async () => {
  await assert.rejects(selected({ roles: ['ADS'] }), { code: 'SELECTION_EMPTY', message: /role ADS/ });
  await assert.rejects(selected({ scenarios: ['MQ-BP001-210'] }), {
    code: 'SELECTION_EMPTY',
    kind: 'configuration',
    fix: /1 match, but none applies to SUP: it proves REGS/,
  });
});

test('a role that no scenario proves is told in which features it would take part', async () => {
  const told = [
    scenario('MQ-BP001-040', ['@role:SUP'], { uri: 'features/bp001.feature', messages: ['IF-036 [MSAppActive]'] }),
    scenario('MQ-BP003-010', ['@role:SUP'], { uri: 'features/bp003.feature', messages: ['IF-031 [DSApp]'] }),
  ];
  const nothing = async (role: string) => select(await prepared({ roles: [role] }), told);
  await assert.rejects(nothing('LDSO'), {
    code: 'SELECTION_EMPTY',
    fix: /No scenario proves LDSO yet; messages that it may send or receive go in features\/bp001\.feature\. See/,
  });
  await assert.rejects(nothing('MDR'), { fix: /no feature has a message that it sends or receives/ });
});

test('options that exclude one another leave nothing, and the error repeats them', async () => {
  await assert.rejects(selected({ scenarios: ['MQ-BP001-010'], types: ['migration'] }), {
    code: 'SELECTION_EMPTY',
    message: /scenario MQ-BP001-010, type migration/,
    fix: /No scenario has all/,
  });
});
