import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { QualifyError } from '../../errors';
import { scratchDir } from '../../testing';
import { readMessages, type ReadingLimits, type ReadMessage } from './messages';
import { chunksOf, collected } from './reading.fixture';

const payload = { CommonBlock: { S0: { interfaceID: 'IF-031' } }, CustomBlock: { 'a\n': '}{' } };
const one = JSON.stringify(payload);
const named = JSON.stringify({ interface: 'IF-031', event: 'MSApp', payload });

const read = (text: string | Buffer, limits?: ReadingLimits, size = 7) =>
  collected(readMessages(chunksOf(text, size), { ...limits, name: 'x.json' }));
const brief = (messages: readonly ReadMessage[]) =>
  messages.map((m) => {
    const what = 'problem' in m ? `${m.problem.code} ${m.problem.line}` : JSON.stringify(m.payload) === one;
    return [m.index, m.line ?? '-', what].join(' ');
  });

async function refusal(text: string | Buffer, limits?: ReadingLimits): Promise<string> {
  try {
    await read(text, limits);
  } catch (error) {
    if (error instanceof QualifyError) return `${error.code} ${error.place} ${error.message}`;
    throw error;
  }
  return 'taken';
}

test('one message, a list and lines are told apart by what they hold', async () => {
  for (const text of [one, `\ufeff${one}\n`, named, JSON.stringify({ payload })]) {
    assert.deepEqual(brief(await read(text)), ['0 1 true'], text);
  }
  for (const text of [
    JSON.stringify(payload, null, 2),
    `{"payload":\r\n${one}\r\n}`,
    `{\n"CommonBlock"\n:${one.slice(15)}`,
  ]) {
    assert.deepEqual(brief(await read(text)), ['0 - true'], text);
  }
  for (const text of [`[${one},${named}]`, ` [\n${one},\n{"payload":${one}}\n]`]) {
    assert.deepEqual(brief(await read(text)), ['0 - true', '1 - true'], text);
  }
  assert.deepEqual(brief(await read(`\n${one}\r\n\n${named}\n${one}`)), ['0 2 true', '1 4 true', '2 5 true']);
  assert.deepEqual(await read('[]'), []);
  assert.deepEqual(brief(await read('[1,null]')), ['0 - false', '1 - false']);
});

test('what a file says of a message is kept, and a payload that has that key stays whole', async () => {
  const [first] = await read(named);
  assert.deepEqual(first, { index: 0, line: 1, payload, said: { interface: 'IF-031', event: 'MSApp' } });
  const odd = { ...payload, payload: 1 };
  assert.deepEqual(await read(JSON.stringify(odd)), [{ index: 0, line: 1, payload: odd }]);
});

test('the chunks that a file comes in make no difference', async () => {
  const text = [one, named, '', one].join('\n');
  const whole = await read(text, {}, 10_000);
  for (const size of [1, 2, 64, one.length, one.length + 1]) assert.deepEqual(await read(text, {}, size), whole);
});

test('a broken line is told with its number, and the others are read', async () => {
  const twice = '{"a":1,"a":2}';
  const lines = [one, one.slice(0, 30), twice, '{"__proto__":1}', 'oops', one];
  assert.deepEqual(brief(await read(lines.join('\n'))), [
    '0 1 true',
    '1 2 JSON_CUT_OFF 2',
    '2 3 JSON_KEY_TWICE 3',
    '3 4 JSON_KEY_RESERVED 4',
    '4 5 JSON_NOT_VALID 5',
    '5 6 true',
  ]);
  assert.deepEqual(brief(await read(`${one.slice(0, 30)}\n${one}`)), ['0 1 JSON_CUT_OFF 1', '1 2 true']);
  assert.deepEqual(brief(await read(`${twice}\n${one}`)), ['0 1 JSON_KEY_TWICE 1', '1 2 true']);
});

test('a file that is one text is refused as a whole, with line and column', async () => {
  const pretty = JSON.stringify(payload, null, 2);
  assert.match(await refusal(pretty.slice(0, -2)), /^JSON_CUT_OFF x\.json:9:4 .*CustomBlock: expected a comma/);
  assert.match(await refusal(`[${one},\n${one.slice(0, 20)}`), /^JSON_CUT_OFF x\.json:2:21 .*\[1\]\.CommonBlock/);
  assert.match(await refusal(pretty.replace('"CustomBlock"', '"CommonBlock"')), /^JSON_KEY_TWICE x\.json:7:3 /);
  assert.match(await refusal('<xml/>'), /^JSON_NOT_VALID x\.json:1:1 .*got "<"/);
  assert.match(await refusal(Buffer.from([0x1f, 0x8b, 8, 0])), /^JSON_NOT_UTF8 x\.json:1:2 /);
  for (const text of ['', '\n \r\n']) assert.match(await refusal(text), /^JSON_EMPTY x\.json:1:1 There/);
});

test('lengths are bounded, of a line and of a file that is one text', async () => {
  const long = JSON.stringify({ a: 'x'.repeat(1000) });
  const limits = { maxLineBytes: 500 };
  assert.deepEqual(brief(await read([one, long, one].join('\n'), limits)), [
    '0 1 true',
    '1 2 JSON_TOO_LARGE 2',
    '2 3 true',
  ]);
  assert.deepEqual(brief(await read([one, long].join('\n'), limits)), ['0 1 true', '1 2 JSON_TOO_LARGE 2']);
  assert.match(await refusal(`[${long}]`, { maxBytes: 1000 }), /^JSON_TOO_LARGE x\.json .*1000 bytes/);
  assert.equal((await read(`[${long}]`, { maxBytes: 1100, maxLineBytes: 10 })).length, 1);
});

test('a nested bomb is refused, alone and on a line', async () => {
  const bomb = '['.repeat(1_000_000);
  const inLine = `{"a":${bomb}`;
  const read1 = (text: string) => collected(readMessages(chunksOf(text, 65_536)));
  assert.deepEqual(brief(await read1(`${one}\n${inLine}\n${one}`)), ['0 1 true', '1 2 JSON_TOO_DEEP 2', '2 3 true']);
  await assert.rejects(read1(bomb), { code: 'JSON_TOO_DEEP' });
});

test('a file that is not there, or is a folder, is told', async () => {
  const dir = scratchDir();
  await assert.rejects(collected(readMessages(path.join(dir, 'gone.json'))), {
    code: 'MESSAGES_UNREADABLE',
    message: /ENOENT/,
    fix: /standard input\.$/,
  });
  writeFileSync(path.join(dir, 'sent.json'), one);
  await assert.rejects(collected(readMessages(path.join(dir, 'snet.json'))), { fix: /Nearest: .*sent\.json\.$/ });
  await assert.rejects(collected(readMessages(dir)), { code: 'MESSAGES_UNREADABLE', message: /EISDIR/ });
});

test('whoever stops reading closes the file', async () => {
  const file = path.join(scratchDir(), 'many.ndjson');
  writeFileSync(file, `${one}\n`.repeat(100_000));
  assert.equal((await collected(readMessages(file), 3)).length, 3);
  let closed = false;
  async function* endless(): AsyncGenerator<Buffer> {
    try {
      for (;;) yield await Promise.resolve(Buffer.from(`${one}\n`));
    } finally {
      closed = true;
    }
  }
  assert.equal((await collected(readMessages(endless()), 3)).length, 3);
  assert.ok(closed);
});

test('one text of millions of values is refused with what to do', async () => {
  const began = performance.now();
  await assert.rejects(read(Buffer.from(`[${'[],'.repeat(3_000_000)}[]]`), {}, 1_000_000), (error) => {
    assert.ok(error instanceof QualifyError && error.code === 'JSON_TOO_LARGE');
    assert.match(error.message, /more than 500000 values/);
    return /^Write one message on each line/.test(error.fix);
  });
  assert.ok(performance.now() - began < 4000, 'it took 4 s');
});
