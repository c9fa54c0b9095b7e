import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, messageLabel, ruleProblems, sampleMessage, type Message } from '..';

test('the samples of every event break no rule', () => {
  for (const definition of allEvents()) {
    for (const full of [false, true]) {
      const message: Message = sampleMessage(definition.interface, definition.event, { full });
      assert.deepEqual(ruleProblems(message), [], messageLabel(definition));
    }
  }
});
