import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarios, tagged } from './gherkin.fixture';

const feature = `@process:BP001 @theme:mpan-ownership
Feature: BP001 Change of Supplier
  Background:
    Given MPAN "A" has received IF-002 [GainMPANInfo]

  @MQ-BP001-010 @role:SUP @role:MSS:incumbent @assumes:answer-time
  Scenario: A plain one
    Then these messages are exchanged:
      | from | message        |
      | REGS | IF-032 [MSApp] |
      | SUP  | REP-003A [X]   |
    And IF-032 is not named twice

  Rule: Inside a rule

    @MQ-BP001-110 @kind:negative @needs:dayArrives @needs:endContract
    Scenario Outline: Refused with <code>
      Given a refusal with <code>

      Examples:
        | code    | case          |
        | REG1099 | too-far-ahead |
        | REG1031 | wrong segment |

    @MQ-BP001-120
    Scenario Outline: Without a case
      Given <n>

      Examples:
        | n |
        | 1 |
`;

test('a scenario is what its feature file says, tags of the feature with it', () => {
  const [plain] = scenarios(feature, 'features\\mpan-ownership\\bp001.feature');
  assert.deepEqual(
    { ...plain, tags: plain!.tags.length },
    {
      id: 'MQ-BP001-010',
      name: 'A plain one',
      uri: 'features/mpan-ownership/bp001.feature',
      line: 7,
      tags: 6,
      process: 'BP001',
      theme: 'mpan-ownership',
      kind: 'positive',
      roles: ['SUP', 'MSS:incumbent'],
      needs: [],
      assumes: ['answer-time'],
      interfaces: ['IF-002', 'IF-032', 'REP-003A'],
      messages: ['IF-002 [GainMPANInfo]', 'IF-032 [MSApp]', 'REP-003A [X]'],
    },
  );
});

test('a row of an outline is a scenario of its own, named by its case and found by its line, in a rule too', () => {
  const [, first, second, bare] = scenarios(feature);
  assert.deepEqual([first!.id, first!.line], ['MQ-BP001-110/too-far-ahead', 22]);
  assert.deepEqual([second!.id, second!.line], ['MQ-BP001-110/wrong-segment', 23]);
  assert.deepEqual([first!.kind, first!.needs], ['negative', ['dayArrives', 'endContract']]);
  assert.deepEqual([bare!.id, bare!.line], ['MQ-BP001-120', 31]);
});

test('a scenario without an id, or with one of another form, says so in its place', () => {
  assert.equal(tagged('@process:BP001', '@role:SUP').id, '(no id) S');
  assert.equal(tagged('@process:BP001', '@MQ-BP001-10').id, '(no id) S');
  assert.equal(tagged('@process:BP001', '@MQ-BP001-010').id, 'MQ-BP001-010');
});
