import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson } from './parse-json';
import { problemIn } from './reading.fixture';

const told = (input: Buffer | string) => {
  const { code, path, line, column, text } = problemIn(input);
  return `${code} ${path || '-'} ${line}:${column} ${text}`;
};

test('what is JSON is read as JSON.parse reads it', () => {
  const property = fc.property(fc.json({ maxDepth: 10 }), fc.nat(4), (text, indent) => {
    const value: unknown = JSON.parse(text);
    if (/"(__proto__|constructor|prototype)"/.test(text)) return;
    assert.deepEqual(parseJson(text), { ok: true, value });
    assert.deepEqual(parseJson(JSON.stringify(value, null, indent)), { ok: true, value });
  });
  fc.assert(property, { numRuns: 300 });
});

test('brackets, colons and escapes within strings are text', () => {
  const value = { 'a:b': '}{:[["\\', 'é\u{1F600}': '\ud800\u2028', '': [{ ':': null }] };
  assert.deepEqual(parseJson(JSON.stringify(value)), { ok: true, value });
});

test('a byte order mark is skipped, and UTF-16 is named', () => {
  assert.deepEqual(parseJson(Buffer.from('\ufeff{"a":1}')), { ok: true, value: { a: 1 } });
  for (const mark of ['fffe', 'feff']) {
    assert.match(told(Buffer.from(`${mark}7b007d00`, 'hex')), /^JSON_NOT_UTF8 .* UTF-16/);
  }
});

test('what is cut off says where and in what', () => {
  const whole = '{"a":{"b":[1,{"c":"x\\u00e9"}]},"d":true}';
  assert.equal(told('{"a":{\n  "b":'), 'JSON_CUT_OFF a.b 2:7 expected a value, got the end of the text');
  assert.equal(told('{"a":[1,'), 'JSON_CUT_OFF a[1] 1:9 expected a value, got the end of the text');
  assert.equal(told('{"a":1,'), 'JSON_CUT_OFF - 1:8 expected a key in double quotes, got the end of the text');
  assert.equal(told('{"a":{"b":1,'), 'JSON_CUT_OFF a 1:13 expected a key in double quotes, got the end of the text');
  assert.match(told('{"a":"x\\'), /^JSON_CUT_OFF a 1:9 expected the rest of a string/);
  for (let length = 1; length < whole.length; length++) {
    // In the middle of a word or an escape it is not JSON, and the place says where.
    assert.match(told(whole.slice(0, length)), /^JSON_(CUT_OFF|NOT_VALID) /, whole.slice(0, length));
  }
  assert.match(told(''), /^JSON_EMPTY/);
  assert.match(told(' \r\n\t'), /^JSON_EMPTY/);
});

test('what is not JSON says what was expected and what stands there', () => {
  const rows: [text: string, expected: string][] = [
    ['{"a":1,}', '- 1:8 expected a key in double quotes, got } after a comma'],
    ['{"a":1 "b":2}', 'a 1:8 expected a comma or a closing bracket, got a double quote'],
    ["{'a':1}", '- 1:2 expected a key in double quotes or }, got a single quote'],
    ['{"a":tru}', 'a 1:6 expected a value, got tru'],
    ['{"a":\n// b\n1}', 'a 2:1 expected a value, got a comment'],
    ['{"a":"x\n"}', 'a 1:6 expected a closing quote, got the end of the line'],
    ['{"a":"x\u0000"}', 'a 1:8 expected no control character in a string, got the character U+0000'],
    ['{"a":"\\x"}', 'a 1:7 expected an escape such as \\n or \\u00e9, got \\x'],
    ['{"a":1}}', '- 1:8 expected nothing more, got "}"'],
    ['{"a":1} {"a":1}', '- 1:9 expected nothing more, got "{"'],
    ['[1,,2]', '[1] 1:4 expected a value, got ","'],
    ['[NaN]', '[0] 1:2 expected a value or ], got NaN'],
    ['[01]', '[0] 1:3 expected a comma or a closing bracket, got 1'],
    ['{"a" 1}', 'a 1:6 expected a colon after the key, got 1'],
    ['\u00a0{}', '- 1:1 expected a value, got the character U+00A0'],
  ];
  for (const [text, expected] of rows) assert.equal(told(text), `JSON_NOT_VALID ${expected}`);
});

test('bytes that are not UTF-8 are found', () => {
  const bytes = Buffer.concat([Buffer.from('{"\ufffdé":\n"\ufffd'), Buffer.from([0xe9]), Buffer.from('"}')]);
  assert.match(told(bytes), /^JSON_NOT_UTF8 - 2:3 the byte 0xe9/);
  assert.match(told(Buffer.from('{"a":"\xe9\xff"}', 'latin1')), /^JSON_NOT_UTF8 - 1:7 the byte 0xe9/);
  assert.match(told(Buffer.from([0x7b, 0xef, 0xbf])), /^JSON_NOT_UTF8 - 1:2 the byte 0xef/);
});

test('a key that stands twice is found at any level, however it is written', () => {
  const rows: [text: string, expected: string][] = [
    ['{"a":1,\n"b":2,\n"a":3}', 'a 3:1 the key "a" stands twice; first in line 1'],
    ['[0,{"x":[{"c":1,"c":1}]}]', '[1].x[0].c 1:17 the key "c" stands twice; first in column 11 of this line'],
    ['{"a":1,"\\u0061":2}', 'a 1:8 the key "a" stands twice; first in column 2 of this line'],
    ['{"":1,"":2}', '- 1:7 the key "" stands twice; first in column 2 of this line'],
  ];
  for (const [text, expected] of rows) assert.equal(told(text), `JSON_KEY_TWICE ${expected}`);
  assert.equal(parseJson('{"a":{"a":1},"b":[{"a":1},{"a":1}]}').ok, true);
  assert.equal(parseJson('{"a":1,"A":2}').ok, true);
});

test('keys that mean something to programs are refused', () => {
  for (const key of ['__proto__', 'constructor', 'prototype', '__\\u0070roto__']) {
    const { code, path, line } = problemIn(`{"x":[\n{"${key}":{"polluted":true}}]}`);
    assert.equal(`${code} ${path} ${line}`, `JSON_KEY_RESERVED x[0].${JSON.parse(`"${key}"`) as string} 2`);
  }
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  assert.equal(parseJson('{"a":"__proto__"}').ok, true);
});

test('depth is bounded, and a bomb costs no more than its length', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  assert.equal(parseJson(nested(64)).ok, true);
  assert.match(told(nested(65)), /^JSON_TOO_DEEP .* 1:65 .* more than 64 levels/);
  assert.equal(problemIn(nested(4), { maxDepth: 3 }).code, 'JSON_TOO_DEEP');
  for (const bomb of ['['.repeat(10_000_000), '{"a":'.repeat(2_000_000), '[{"a":'.repeat(2_000_000)]) {
    const began = performance.now();
    assert.equal(problemIn(bomb).code, 'JSON_TOO_DEEP');
    assert.ok(performance.now() - began < 2000, 'a bomb took 2 s');
  }
});

test('the number of values is bounded before any is made', () => {
  const began = performance.now();
  const { code, text } = problemIn(`[${'[],'.repeat(3_000_000)}0]`);
  assert.deepEqual([code, /more than 500000 values/.test(text)], ['JSON_TOO_LARGE', true]);
  assert.equal(problemIn(`[${'{},'.repeat(300_000)}0]`).code, 'JSON_TOO_LARGE');
  assert.equal(problemIn(`[${'1,'.repeat(500_000)}0]`).code, 'JSON_TOO_LARGE');
  assert.ok(performance.now() - began < 2000, 'it took 2 s');
  assert.equal(parseJson(`[${'1,'.repeat(499_999)}0]`).ok, true);
  assert.equal(parseJson('[[],1]', { maxValues: 3 }).ok, true);
  assert.equal(problemIn('[[],1]', { maxValues: 2 }).code, 'JSON_TOO_LARGE');
  // In a string they are text.
  assert.equal(parseJson('"[[[,,,{{{"', { maxValues: 1 }).ok, true);
});

test('size is bounded before anything is read', () => {
  assert.equal(problemIn('"12345678"', { maxBytes: 9 }).code, 'JSON_TOO_LARGE');
  assert.equal(parseJson('"12345678"', { maxBytes: 10 }).ok, true);
});
