import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, messageLabel, ruleProblems, sampleMessage, validateMessage, type Message } from '..';

/** Every place of a value that is no object. */
function places(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]));
}

function withNull(message: Message, path: readonly string[]): unknown {
  const copy = structuredClone(message);
  const parent = path
    .slice(0, -1)
    .reduce((at, key) => at[key] as Record<string, unknown>, copy as object as Record<string, unknown>);
  parent[path.at(-1)!] = null;
  return copy;
}

test('null wherever null may be can be judged', () => {
  for (const { interface: id, event } of allEvents()) {
    const message: Message = sampleMessage(id, event, { full: true });
    // Of half-hours, the first of a list stand for the others.
    const tried = places(message).filter((path) => path.every((key) => !/^\d+$/.test(key) || Number(key) < 1));
    for (const path of tried) {
      const checked = validateMessage(withNull(message, path), 'ingress');
      if (!checked.ok) continue;
      assert.doesNotThrow(
        () => ruleProblems(checked.message),
        `${messageLabel({ interface: id, event })} ${path.join('.')}`,
      );
    }
  }
});
