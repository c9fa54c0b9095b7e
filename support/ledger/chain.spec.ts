import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { z } from 'zod';
import { appendChained, readChain } from './chain';

const folder = mkdtempSync(path.join(os.tmpdir(), 'chain-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const schema = z.object({ seq: z.number(), prev: z.string(), word: z.string() });

function chainOf(name: string, words: string[]): string {
  const file = path.join(folder, name);
  for (const word of words) appendChained(file, readChain(file, schema), { word });
  return file;
}

test('a record that is not there is empty, and what was added is read back in order', () => {
  assert.deepEqual(readChain(path.join(folder, 'none'), schema).lines, []);
  const { lines, problem } = readChain(chainOf('whole', ['a', 'b', 'ü']), schema);
  assert.deepEqual(
    lines.map(({ seq, word }) => [seq, word]),
    [
      [1, 'a'],
      [2, 'b'],
      [3, 'ü'],
    ],
  );
  assert.equal(problem, undefined);
});

test('an altered, missing, moved or foreign line, and one that was cut off, are told by number', () => {
  const file = chainOf('broken', ['a', 'b', 'c']);
  const [a, b, c] = readFileSync(file, 'utf8').trim().split('\n') as [string, string, string];
  const problemOf = (lines: string[], end = '\n') => {
    writeFileSync(file, lines.join('\n') + end);
    return readChain(file, schema).problem;
  };
  assert.equal(problemOf([a, b, c]), undefined);
  assert.equal(problemOf([a.replace('"a"', '"x"'), b, c]), 'line 2 does not follow from the line before it');
  assert.equal(problemOf([a, c]), 'line 2 does not follow from the line before it');
  assert.equal(problemOf([b, a, c]), 'line 1 does not follow from the line before it');
  assert.equal(problemOf([a, '{}', c]), 'line 2 is not one of this record');
  assert.equal(problemOf([a.replace('"seq":1', '"seq":2')]), 'line 1 bears the sequence number 2');
  assert.equal(problemOf([a, b], '\n{"seq":3'), 'line 3 is cut off');
});

test('a line is added after one that was cut off without hiding it', () => {
  const file = chainOf('cut', ['a']);
  appendFileSync(file, '{"seq":2');
  appendChained(file, readChain(file, schema), { word: 'c' });
  const { lines, problem } = readChain(file, schema);
  assert.deepEqual(
    lines.map(({ seq }) => seq),
    [1, 3],
  );
  assert.equal(problem, 'line 2 is not one of this record');
});
