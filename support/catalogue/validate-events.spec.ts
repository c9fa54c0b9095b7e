import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, bundledRelease, messageLabel, sampleMessage, validateMessage, type Message } from '.';
import { broken, pathsOf } from './validate.fixture';

for (const definition of allEvents()) {
  const label = messageLabel(definition);
  const { custom, common } = definition;
  const sample = (full: boolean, egress = false) =>
    sampleMessage(definition.interface, definition.event, { full, egress });
  let kept: Message | undefined;
  const whole = () => (kept ??= sample(true));

  test(`${label}: the sample is valid, with and without what is optional, on both ways`, () => {
    for (const full of [false, true]) {
      const message = sample(full);
      assert.deepEqual(validateMessage(message, 'ingress'), { ok: true, message });
      assert.deepEqual(pathsOf(sample(full, true), 'egress'), []);
    }
  });

  test(`${label}: each required block is missed by its own path`, () => {
    for (const block of custom?.required ?? []) {
      assert.deepEqual(pathsOf(broken(whole(), `CustomBlock.${block}`)), [`CustomBlock.${block}`]);
    }
    for (const block of common.required) {
      assert.deepEqual(pathsOf(broken(whole(), `CommonBlock.${block}`)), [`CommonBlock.${block}`]);
    }
    assert.deepEqual(pathsOf(whole(), 'egress'), ['CommonBlock.D0']);
    assert.deepEqual(pathsOf(broken(whole(), 'CustomBlock')), custom ? ['CustomBlock'] : []);
  });

  test(`${label}: a block that the event does not list, and an item that a closed block does not list, are refused`, () => {
    const other = custom?.required.includes('B008') ? 'B009' : 'B008';
    const refused = custom ? `CustomBlock.${other}` : 'CustomBlock';
    assert.deepEqual(pathsOf(broken(whole(), refused, {})), [refused]);
    assert.deepEqual(pathsOf(broken(whole(), 'CommonBlock.S1.extra', 1)), ['CommonBlock.S1.extra']);
    const open = definition.openCommon ? [] : ['CommonBlock.Z9'];
    assert.deepEqual(pathsOf(broken(whole(), 'CommonBlock.Z9', {})), open);
  });

  test(`${label}: every item of every required block must be there, and null only where the release allows it`, () => {
    const blocks = bundledRelease.jsonSchema(definition, 'ingress').properties?.CustomBlock?.properties ?? {};
    for (const block of custom?.required ?? []) {
      const { properties = {}, required = [] } = blocks[block]!;
      for (const [item, schema] of Object.entries(properties)) {
        if (schema.properties || schema.items) continue;
        const path = `CustomBlock.${block}.${item}`;
        const unless = (allowed: boolean) => (allowed ? [] : [path]);
        assert.deepEqual(pathsOf(broken(whole(), path)), unless(!required.includes(item)));
        assert.deepEqual(pathsOf(broken(whole(), path, null)), unless(schema.anyOf !== undefined));
        assert.deepEqual(pathsOf(broken(whole(), path, { not: 'this' })), [path]);
      }
    }
  });
}
