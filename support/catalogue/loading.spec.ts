import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const load = createRequire(__filename);

/** Loads a module of this folder anew, with a zod that only notes what it is asked for. */
function loadNoting(path: string): { loaded: unknown; asked: string[] } {
  const asked: string[] = [];
  const note = (_: object, name: string | symbol) => {
    asked.push(String(name));
    throw new Error(`zod.${String(name)}`);
  };
  const kept = { ...load.cache };
  const zod = load.resolve('zod');
  load(zod);
  for (const file of Object.keys(kept)) if (file.startsWith(__dirname)) delete load.cache[file];
  load.cache[zod] = { ...load.cache[zod]!, exports: { z: new Proxy({}, { get: note }) } };
  try {
    return { loaded: load(path), asked };
  } finally {
    for (const file of Object.keys(load.cache)) delete load.cache[file];
    Object.assign(load.cache, kept);
  }
}

// Every process loads the catalogue, and most use a few blocks of it.
test('loading all types, items and blocks assembles none of them', () => {
  const { loaded, asked } = loadNoting('./blocks');
  assert.deepEqual(asked, []);
  const { blocks } = loaded as { blocks: Record<string, unknown> };
  assert.throws(() => blocks.B070, /zod\.strictObject/);
  assert.deepEqual(asked, ['strictObject']);
});

test('loading reports assembles no contents', () => {
  assert.deepEqual(loadNoting('./reports').asked, []);
});
