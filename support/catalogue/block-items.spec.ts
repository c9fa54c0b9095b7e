import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockNames, itemNames } from './block-items';
import { messageLabel } from './event';
import { allEvents } from './release';
import { sampleMessage } from './sample';

/** Names of what stands below, at any depth. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

test('blocks and items of every event are those of a sample that leaves nothing out, in the same order', () => {
  for (const definition of allEvents()) {
    const whole = { full: true, egress: true };
    const { CommonBlock, CustomBlock } = sampleMessage(definition.interface, definition.event, whole);
    const sample = Object.entries({ ...CommonBlock, ...CustomBlock });
    assert.deepEqual(
      blockNames(definition).map((name) => [name, itemNames(definition, name)]),
      sample.map(([name, block]) => [name, [...new Set(namesIn(block))]]),
      messageLabel(definition),
    );
  }
});

test('a block that the event does not have has no items', () => {
  assert.deepEqual(itemNames(allEvents()[0]!, 'B999'), []);
});
