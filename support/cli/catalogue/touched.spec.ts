import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { messagesOf, scenariosBelow, touchedBy } from './touched';

const feature = `@process:BP001
Feature: One
  Words of IF-099 [Above] belong to what follows.

  Rule: First
    Background:
      Given the Supplier has received IF-002 [GainMPANInfo]

    @MQ-BP001-010 @role:SUP
    Scenario: a
      Then these messages are exchanged:
        | 1 | SUP | REGS | IF-031 [MSApp] |

    @MQ-BP001-020
    Scenario: b
      Then nobody sends IF-035 [DCC-MDROutcome] or REP-002A [Report]

  Rule: Second
    @role:SUP @MQ-BP001-030
    Scenario: c
      When IF-31 [Nothing] and IF-031 alone are no messages
`;

test('a scenario names the messages of its own words and of its background', () => {
  const found = messagesOf(feature).map(({ id, messages }) => `${id}: ${[...messages].join(', ')}`);
  assert.deepEqual(found, [
    'MQ-BP001-010: IF-002 [GainMPANInfo], IF-031 [MSApp]',
    'MQ-BP001-020: IF-002 [GainMPANInfo], IF-035 [DCC-MDROutcome], REP-002A [Report]',
    'MQ-BP001-030: ',
  ]);
});

test('a change touches the scenarios that name its messages', () => {
  const scenarios = messagesOf(feature);
  assert.deepEqual(touchedBy(['IF-031 [MSApp]'], scenarios), ['MQ-BP001-010']);
  assert.deepEqual(touchedBy(['IF-002 [GainMPANInfo]', 'IF-031 [DSApp]'], scenarios), ['MQ-BP001-010', 'MQ-BP001-020']);
  assert.deepEqual(touchedBy([], scenarios), []);
});

test('the bundled features name messages', () => {
  const scenarios = scenariosBelow(path.resolve(__dirname, '../../../features'));
  assert.ok(touchedBy(['IF-031 [MSApp]'], scenarios).includes('MQ-BP001-010'));
  assert.ok(!touchedBy(['IF-031 [DSApp]'], scenarios).includes('MQ-BP001-020'));
});
