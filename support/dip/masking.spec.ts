import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allEvents,
  bundledRelease,
  eventDefinition,
  type EventDefinition,
  maskedItems,
  type Message,
  messageLabel,
  roles,
  type RoleCode,
  sampleMessage,
  validateMessage,
  withMasking,
} from '../catalogue';
import { masked } from './masking';

const every = Object.keys(roles) as RoleCode[];
const sampleOf = ({ interface: id, event }: EventDefinition) =>
  sampleMessage(id, event, { egress: true, full: true, seed: 3 });

/** Whether an item has a value anywhere in a message. */
const isThere = (message: Message, item: string) => new RegExp(`"${item}":"`).test(JSON.stringify(message));

/** Paths and values of what differs. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (a === b) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [`${path} ${String(b)}`];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => differences(a[key as keyof typeof a], b[key as keyof typeof b], `${path}.${key}`));
}

test('of every event every role gets a valid message that differs in what is hidden from it, and in nothing else', () => {
  let changed = 0;
  for (const definition of allEvents()) {
    const original = sampleOf(definition);
    const before = JSON.stringify(original);
    for (const role of every) {
      const copy = masked(original, definition, role, bundledRelease);
      const hidden = maskedItems(definition).filter(({ hiddenFrom }) => hiddenFrom.includes(role));
      const label = `${messageLabel(definition)} to ${role}`;
      if (hidden.length === 0) assert.equal(copy, original, label);
      const differing = differences(original, copy);
      assert.deepEqual(
        differing.map((one) => one.split('.').at(-1)),
        hidden.filter(({ item }) => isThere(original, item)).map(({ item }) => `${item} x`),
        label,
      );
      assert.equal(validateMessage(copy, 'egress').ok, true, label);
      changed += differing.length;
    }
    assert.equal(JSON.stringify(original), before);
  }
  assert.ok(changed > 10);
});

const active = eventDefinition('IF-036', 'DSAppActive')!;
const consentOf = (m: Message) => m.CustomBlock!.B068!.consentGranularity;

test('the network operator does not see the consent that the supplier sees', () => {
  const message = sampleOf(active);
  assert.equal(consentOf(masked(message, active, 'LDSO', bundledRelease)), 'x');
  assert.equal(masked(message, active, 'SUP', bundledRelease), message);
});

test('what is null or absent stays so, and only what changes is copied', () => {
  const message = sampleOf(active);
  message.CustomBlock!.B015!.traditionalFallBackReadFrequency = null;
  const copy = masked(message, active, 'EES', bundledRelease);
  assert.equal(copy.CustomBlock!.B015, message.CustomBlock!.B015);
  assert.equal(copy.CommonBlock, message.CommonBlock);
  delete message.CustomBlock!.B068;
  assert.equal(masked(message, active, 'EES', bundledRelease), message);
});

test('an environment may show it, or hide it from others', () => {
  const message = sampleOf(active);
  const release = withMasking(bundledRelease, { 'IF-036 [DSAppActive]': { consentGranularity: ['MDS'] } });
  assert.equal(consentOf(masked(message, active, 'MDS', release)), 'x');
  assert.equal(consentOf(masked(message, active, 'LDSO', release)), consentOf(message));
});
