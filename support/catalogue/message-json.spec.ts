import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { messageLabel } from './event';
import { messageJsonSchema, messageSchema } from './message-schema';
import { allEvents } from './release';

test('of every event, what zod says of the whole message', () => {
  for (const definition of allEvents()) {
    for (const direction of ['ingress', 'egress'] as const) {
      const whole = z.toJSONSchema(messageSchema(definition, direction), { io: 'input' });
      assert.deepEqual(messageJsonSchema(definition, direction), whole, `${messageLabel(definition)} ${direction}`);
    }
  }
});
