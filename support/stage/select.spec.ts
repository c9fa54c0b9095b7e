import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, bind, exclusion, type Ability, type Selection } from '.';
import { scenarios, tagged } from './gherkin.fixture';

const none: Selection = { roles: [], processes: [], scenarios: [], types: [], messages: [] };
const one = tagged('@process:BP001', '@MQ-BP001-010', '@role:SUP', '@role:MSS:incumbent');

test('an empty selection asks for every functional scenario', () => {
  assert.equal(asked(one, none), true);
  const migration = tagged('@process:BP001', '@MQ-BP001-020', '@type:migration');
  assert.equal(asked(migration, { ...none, types: ['functional'] }), false);
  assert.equal(asked(migration, { ...none, types: ['functional', 'migration'] }), true);
  assert.equal(asked(one, { ...none, types: ['functional'] }), true);
});

test('values of one option are joined by OR, options by AND', () => {
  assert.equal(asked(one, { ...none, processes: ['BP002', 'BP001'] }), true);
  assert.equal(asked(one, { ...none, processes: ['BP002'] }), false);
  const ofNone = tagged('@theme:dip', '@MQ-DIP-010', '@role:SUP');
  assert.equal(asked(ofNone, { ...none, processes: ['DIP'] }), true);
  assert.equal(asked(ofNone, { ...none, processes: ['BP001'] }), false);
  assert.equal(asked(one, { ...none, processes: ['BP001'], roles: ['SUP'] }), true);
  assert.equal(asked(one, { ...none, processes: ['BP001'], roles: ['REGS'] }), false);
  assert.equal(asked(one, { ...none, roles: ['MSS'] }), true, 'a side does not hide the role');
});

test('a scenario is asked for by a message that goes in it', () => {
  const [spoken] = scenarios('@process:BP001\nFeature: F\n  @MQ-BP001-010\n  Scenario: S\n    Given IF-031 [MSApp]\n');
  assert.equal(asked(spoken!, { ...none, messages: ['IF-031 [MSApp]', 'IF-002 [GainMPANInfo]'] }), true);
  assert.equal(asked(spoken!, { ...none, messages: ['IF-031 [DSApp]'] }), false);
});

test('a scenario is named by its id or by id and case', () => {
  const text = `@process:BP001
Feature: F
  @MQ-BP001-110
  Scenario Outline: S
    Given <code>
    Examples:
      | case | code |
      | a    | 1    |
      | b    | 2    |
`;
  const names = (ids: string[]) =>
    scenarios(text)
      .filter((scenario) => asked(scenario, { ...none, scenarios: ids }))
      .map((scenario) => scenario.id);
  assert.deepEqual(names(['MQ-BP001-110']), ['MQ-BP001-110/a', 'MQ-BP001-110/b']);
  assert.deepEqual(names(['MQ-BP001-110/b']), ['MQ-BP001-110/b']);
  assert.deepEqual(names(['MQ-BP001-11']), []);
});

const held = [{ role: 'SUP' as const, dipId: '1000000001' }];
const ability = (more: Partial<Ability> = {}): Ability => ({
  stage: 'PIT',
  binding: (tags) => bind(tags, held, []),
  canAct: () => true,
  ...more,
});

test('a scenario runs when the participant fills one of its positions', () => {
  assert.equal(exclusion(one, ability(), none), undefined);
  const foreign = tagged('@process:BP001', '@MQ-BP001-030', '@role:REGS', '@role:MSS:incumbent');
  assert.deepEqual(exclusion(foreign, ability(), none), {
    id: 'MQ-BP001-030',
    verdict: 'not-applicable',
    reason: 'it proves REGS, MSS:incumbent',
  });
});

test('a role that was asked for must be the one that the participant fills there', () => {
  assert.equal(exclusion(one, ability(), { ...none, roles: ['SUP'] }), undefined);
  assert.equal(exclusion(one, ability(), { ...none, roles: ['MSS'] })?.verdict, 'not-applicable');
});

test('a stage tag keeps a scenario to its stages', () => {
  const sit = tagged('@process:BP001', '@MQ-BP001-040', '@role:SUP', '@stage:SIT', '@stage:UIT');
  assert.equal(exclusion(sit, ability(), none)?.reason, 'it belongs to stage SIT, UIT');
  assert.equal(exclusion(sit, ability({ stage: 'UIT' }), none), undefined);
});

test('an act that the participant cannot be told to do leaves the scenario not run, with the act named', () => {
  const needy = tagged('@process:BP001', '@MQ-BP001-050', '@role:SUP', '@needs:dayArrives', '@needs:endContract');
  const asks: unknown[] = [];
  const canAct: Ability['canAct'] = (act, roles) => {
    asks.push([act, roles]);
    return act !== 'dayArrives';
  };
  assert.deepEqual(exclusion(needy, ability({ canAct }), none), {
    id: 'MQ-BP001-050',
    verdict: 'not-run',
    reason: 'the profile has no trigger for dayArrives',
  });
  assert.deepEqual(asks, [
    ['dayArrives', ['SUP']],
    ['endContract', ['SUP']],
  ]);
  assert.equal(exclusion(needy, ability(), none), undefined);
});
