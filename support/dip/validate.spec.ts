import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, messageLabel, sampleMessage } from '../catalogue';
import { validateRequest } from './validate';

const bytes = (...payloads: unknown[]) => Buffer.from(JSON.stringify(payloads.map((payload) => ({ payload }))));
const good = () => sampleMessage('IF-031', 'MSApp');

function judge(body: Buffer | string, id = 'IF-031', event = 'MSApp') {
  const { status, body: json } = validateRequest(Buffer.from(body), id, event);
  const text: unknown = JSON.parse(json);
  assert.ok(typeof text === 'string' && text.length <= 2000);
  return { status, text };
}

/** What is said of a message in which something was changed. */
function changed(change: (S1: Record<string, unknown>) => void) {
  const m = good();
  change(m.CommonBlock.S1 as unknown as Record<string, unknown>);
  return judge(bytes(m));
}

test('a sample of every event is good, and good for no other event', () => {
  const all = allEvents();
  for (const [i, { interface: id, event, ...more }] of all.entries()) {
    const body = bytes(sampleMessage(id, event, { full: true, seed: i }));
    assert.deepEqual(
      judge(body, id, event),
      { status: 201, text: 'Message OK' },
      messageLabel({ interface: id, event }),
    );
    const other = all[(i + 1) % all.length]!;
    const { status, text } = judge(body, other.interface, other.event);
    assert.equal(status, 400, more.name);
    assert.match(text, /^CommonBlock\.S0\.(interfaceID|eventCode): expected ".+", got ".+"/);
  }
});

test('a problem is named by its path, with what was expected and what is there', () => {
  const { status, text } = changed((S1) => delete S1.senderRoleID);
  assert.equal(status, 400);
  assert.match(text, /^CommonBlock\.S1\.senderRoleID: expected .+, got nothing/);
  assert.match(changed((S1) => (S1.extra = 1)).text, /CommonBlock\.S1\.extra/);
});

test('of several payloads the bad one is named by its place', () => {
  const bad = good();
  bad.CommonBlock.S1.senderTimestamp = 'yesterday';
  const { status, text } = judge(bytes(good(), bad));
  assert.equal(status, 400);
  assert.match(text, /^\[1\]\.CommonBlock\.S1\.senderTimestamp: expected .+, got "yesterday"$/);
  assert.match(judge('[1,{"payload":{}}]').text, /^\[0\]: expected an object with the one key.+; \[1\]\.CommonBlock: /);
});

test('keys may be in any case, values may not', () => {
  const lower = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lower);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), lower(one)]));
  };
  assert.equal(judge(JSON.stringify([{ PAYLOAD: lower(good()) }])).status, 201);
  const value = changed((S1) => (S1.environmentTag = 'dev'));
  assert.match(value.text, /environmentTag: expected .+, got "dev"/);
});

test('a body that is no array of {payload} is not good', () => {
  const bodies: [string, RegExp][] = [
    ['', /not JSON/],
    ['[{"payload":', /not JSON/],
    ['{}', /expected an array of at least one \{payload\}, got an object/],
    ['[]', /got a list of 0/],
    ['null', /got null/],
    ['"text"', /got string/],
    ['[1]', /^expected an object with the one key payload, got 1$/],
    ['[{}]', /^expected an object with the one key payload, got \{\}$/],
    ['[{"payload":{},"more":1}]', /^expected an object with the one key payload/],
    ['[{"payload":null}]', /CommonBlock|expected an object, got null/],
    ['[{"payload":[]}]', /expected an object, got a list/],
    ['[{"payload":{}}]', /CommonBlock/],
    ['[{"payload":{"CommonBlock":{"S0":7}}}]', /CommonBlock\.S0/],
  ];
  for (const [body, says] of bodies) {
    const { status, text } = judge(body);
    assert.equal(status, 400, body);
    assert.match(text, says, body);
  }
});

test('a message that does not exist is not found', () => {
  for (const [id, event] of [
    ['IF-031', 'MSAp'],
    ['IF-999', 'MSApp'],
    ['IF-031', ''],
  ] as const) {
    const { status, text } = judge(bytes(good()), id, event);
    assert.equal(status, 404);
    assert.ok(text.includes(`${id} [${event}]`));
  }
});

test('what is wrong is told within bounds', () => {
  const many = Array.from({ length: 5000 }, () => ({ CommonBlock: {} }));
  assert.match(judge(bytes(...many)).text, /; and more$/);
  assert.ok(judge(bytes({ CommonBlock: { S0: { interfaceID: 'x'.repeat(100_000) } } })).text.length < 300);
  assert.equal(judge(bytes(good()), 'IF-031', 'x'.repeat(100_000)).status, 404);
});
